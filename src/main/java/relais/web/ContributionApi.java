package relais.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.ledger.ContributionReports;
import relais.ledger.ContributionReports.Report;

/** {@code GET /api/ledger/contributions}: what each party contributed to a period's orders, for operators. */
@RestController
class ContributionApi {

    private final ContributionReports reports;
    private final Clock clock;

    ContributionApi(ContributionReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * @param from the first day; of this month when left out
     * @param to the last day; today when left out
     * @param asOf the last entry to be read; the last that is booked when left out
     */
    @GetMapping(path = "/api/ledger/contributions", produces = "application/json")
    Report contributions(
            Viewer viewer,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long asOf) {
        if (!viewer.isOperator()) throw Refusal.notFound("There is no such page.");
        var today = LocalDate.now(clock);
        var last = reports.lastEntry();
        return report(
                from == null ? today.withDayOfMonth(1) : from,
                to == null ? today : to,
                asOf == null ? last : asOf,
                last);
    }

    private Report report(LocalDate from, LocalDate to, long asOf, long last) {
        if (from.isAfter(to)) throw Refusal.badRequest("The period from " + from + " to " + to + " has no day.");
        if (asOf < 0 || asOf > last)
            throw Refusal.badRequest("The parameter asOf is from 0 to " + last + ", the last entry that is booked.");
        return reports.report(from, to, asOf);
    }
}

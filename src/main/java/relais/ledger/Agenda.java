package relais.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import relais.ledger.Fact.DayBegun;
import relais.ledger.Fact.PeriodEnded;
import relais.ledger.Fact.TermsAgreed;
import relais.partner.CommissionTerms.Every;
import relais.partner.Partner;
import relais.partner.Partners;
import relais.partner.Terms;

/**
 * Records what no document says: the terms that partner files state, and, as time goes by, the days that begin and the
 * settlement periods that end. To record again what is recorded changes nothing.
 */
final class Agenda {

    private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);

    /** These facts follow from no document. */
    static final UUID NO_DOCUMENT = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Ledger ledger;
    private final Partners partners;
    private final Clock clock;
    private LocalDate reached = LocalDate.MIN;

    Agenda(JdbcClient jdbc, TransactionTemplate transaction, Ledger ledger, Partners partners, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ledger = ledger;
        this.partners = partners;
        this.clock = clock;
    }

    /** Of all partners, in the order of their versions. */
    void recordTerms() {
        for (var partner : partners.all())
            for (var terms : partner.terms())
                if (!isRecorded(partner, terms)
                        && record(List.of(new TermsAgreed(partner.id(), terms, NO_DOCUMENT)))
                                .contains(Recording.CONFLICT))
                    LOG.warn(
                            "Version {} of the terms of {} is not what was booked under that number, which stays in"
                                    + " force; give the change a version of its own",
                            terms.version(),
                            partner.id());
    }

    /** Compares what is meant, so that an earlier release may have written it in other words. */
    private boolean isRecorded(Partner partner, Terms terms) {
        return jdbc.sql("select content from fact where kind = 'terms' and partner = :partner and number = :version")
                .param("partner", partner.id())
                .param("version", Integer.toString(terms.version()))
                .query(String.class)
                .optional()
                .filter(content -> FactContent.terms(content).equals(terms))
                .isPresent();
    }

    /** Until today: periods that ended first, so that what the new day releases belongs to the next. */
    void recordDays() {
        var today = LocalDate.now(clock);
        if (!today.isAfter(reached)) return;
        var facts = new ArrayList<Fact>();
        for (var partner : partners.all()) facts.addAll(ended(partner, today));
        facts.add(new DayBegun(partners.brand().id(), today, NO_DOCUMENT));
        record(facts);
        reached = today;
    }

    private List<PeriodEnded> ended(Partner partner, LocalDate today) {
        if (partner.terms().isEmpty()) return List.of();
        var every = partner.terms().get(partner.terms().size() - 1).settlement().every();
        return payableIn(partner).stream()
                .flatMap(currency -> ended(partner, Currency.getInstance(currency), every, today).stream())
                .toList();
    }

    /** The currencies in which anything was ever payable to it. */
    private List<String> payableIn(Partner partner) {
        return jdbc.sql("select currency from account where name = :account")
                .param("account", AccountNames.payable(partner.id()))
                .query(String.class)
                .list();
    }

    /** Every period that ended since the last that was recorded; of a partner that is new, the last. */
    private List<PeriodEnded> ended(Partner partner, Currency currency, Every every, LocalDate today) {
        var last = Calendar.period(every, today).from().minusDays(1);
        var periods = new ArrayList<PeriodEnded>();
        var from = lastEnd(partner, currency).map(end -> end.plusDays(1)).orElseGet(() -> Calendar.period(every, last)
                .from());
        while (!from.isAfter(last)) {
            var to = Calendar.period(every, from).to();
            if (hasTerms(partner, to)) periods.add(new PeriodEnded(partner.id(), currency, from, to, NO_DOCUMENT));
            from = to.plusDays(1);
        }
        return periods;
    }

    private static boolean hasTerms(Partner partner, LocalDate on) {
        return partner.terms().stream().anyMatch(terms -> !terms.from().isAfter(on));
    }

    private Optional<LocalDate> lastEnd(Partner partner, Currency currency) {
        return jdbc.sql("""
                        select max(day) from fact
                        where kind = 'period' and partner = :partner and number like '% ' || :currency""")
                .param("partner", partner.id())
                .param("currency", currency.getCurrencyCode())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    private List<Recording> record(List<? extends Fact> facts) {
        return transaction.execute(status -> ledger.record(facts));
    }
}

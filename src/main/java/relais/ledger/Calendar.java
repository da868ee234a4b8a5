package relais.ledger;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import relais.partner.CommissionTerms.Every;

/** Calendar periods. */
final class Calendar {

    private Calendar() {}

    /** Both days belong to it. */
    record Period(LocalDate from, LocalDate to) {}

    /** The period that a day lies in. */
    static Period period(Every every, LocalDate day) {
        return switch (every) {
            case MONTH -> new Period(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
            case QUARTER -> {
                var from = day.with(IsoFields.DAY_OF_QUARTER, 1);
                yield new Period(from, from.plusMonths(3).minusDays(1));
            }
            case YEAR -> new Period(day.withDayOfYear(1), day.with(TemporalAdjusters.lastDayOfYear()));
        };
    }
}

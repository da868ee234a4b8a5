package relais.partner;

import java.time.LocalDate;

/**
 * What was agreed with a partner about customers and commission, from a day on. A change is a new version, never an
 * edit; a version may start before an earlier one does and then corrects it from that day on, without touching what was
 * decided by it. Rates and shares are parts per million: 12 % is 120,000.
 *
 * @param version counts up
 * @param from the first day it speaks of
 */
public record Terms(
        int version,
        LocalDate from,
        AttributionTerms attribution,
        OwnershipTerms ownership,
        CommissionTerms commission,
        SettlementTerms settlement) {

    /** A whole in parts per million. */
    public static final int WHOLE_PPM = 1_000_000;
}

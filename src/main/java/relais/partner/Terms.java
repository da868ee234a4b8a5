package relais.partner;

import java.time.LocalDate;
import java.time.Period;

/**
 * What a partner earns, from a day on. Rates are parts per million: 12 % is 120,000.
 *
 * @param version counts up; a change is a new version, never an edit
 * @param attributionWindow how long after a touch an order counts as brought by it
 * @param commissionPpm of the net amount of what the partner itself sold
 * @param repeatPpm of the net amount of what consumers it brought buy from the brand directly
 * @param repeatFor how long after the acquisition such purchases count
 * @param holdDays days an accrual is held before it is payable
 */
public record Terms(
        int version,
        LocalDate from,
        AttributionModel attributionModel,
        Period attributionWindow,
        int commissionPpm,
        int repeatPpm,
        Period repeatFor,
        int holdDays) {

    public enum AttributionModel {
        FIRST_TOUCH,
        LAST_TOUCH
    }
}

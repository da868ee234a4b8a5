package relais.partner;

import java.util.Optional;
import relais.document.Money;
import relais.partner.CommissionTerms.Every;

/**
 * How commission is paid.
 *
 * @param holdDays days an accrual is held before it is payable
 * @param minimumPayout less than this is carried forward; any positive amount is paid when empty
 * @param taxPpm added to what is paid out: value added tax on a self-billed invoice
 * @param withholdingPpm kept back of what is paid out
 */
public record SettlementTerms(
        int holdDays, Every every, Optional<Money> minimumPayout, int taxPpm, int withholdingPpm) {}

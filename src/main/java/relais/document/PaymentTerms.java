package relais.document;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * When to pay.
 *
 * @param netDays days from the document's date
 * @param discountPercent taken off when paid within {@code discountDays}
 */
public record PaymentTerms(
        String note, Optional<Integer> netDays, Optional<BigDecimal> discountPercent, Optional<Integer> discountDays) {}

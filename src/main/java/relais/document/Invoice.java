package relais.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The brand's claim for what it delivered.
 *
 * @param despatchNumber the shipment it charges, or empty
 * @param netAmount sum of the lines, without tax
 * @param taxAmount sum of the taxes
 * @param payableAmount what is to be paid: net and tax
 */
public record Invoice(
        String number,
        String partner,
        LocalDate issuedOn,
        String orderNumber,
        LocalDate orderIssuedOn,
        String despatchNumber,
        Currency currency,
        Optional<LocalDate> dueOn,
        Party buyer,
        Party seller,
        List<Line> lines,
        List<Tax> taxes,
        BigDecimal netAmount,
        BigDecimal taxAmount,
        BigDecimal payableAmount)
        implements Document {

    public Invoice {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /** @param netAmount quantity times unit price, without tax */
    public record Line(int lineNumber, Item item, Quantity quantity, BigDecimal unitPrice, BigDecimal netAmount) {}

    /** @param ratePercent 20 for 20 % */
    public record Tax(BigDecimal ratePercent, BigDecimal baseAmount, BigDecimal amount) {}

    @Override
    public DocumentType type() {
        return DocumentType.INVOICE;
    }
}

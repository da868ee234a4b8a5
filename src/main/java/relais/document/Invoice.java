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
 * @param shippedOn the day the goods left: the tax point where there is no other
 * @param buyerReference what the buyer asked to be quoted: a cost centre, a routing id, or empty
 * @param payToAccount the seller's IBAN or account number, or empty
 * @param netAmount sum of the lines with the document's own allowances and charges, without tax
 * @param taxAmount sum of the taxes
 * @param payableAmount what is to be paid: net and tax
 */
public record Invoice(
        String number,
        String partner,
        LocalDate issuedOn,
        String orderNumber,
        Optional<LocalDate> orderIssuedOn,
        String despatchNumber,
        Optional<LocalDate> shippedOn,
        String buyerReference,
        Currency currency,
        Optional<LocalDate> dueOn,
        Optional<PaymentTerms> paymentTerms,
        String payToAccount,
        Party buyer,
        Party seller,
        Optional<Party> shipTo,
        String note,
        List<Reference> references,
        List<Charge> charges,
        List<Attachment> attachments,
        List<Line> lines,
        List<Tax> taxes,
        BigDecimal netAmount,
        BigDecimal taxAmount,
        BigDecimal payableAmount,
        List<Carried> carried)
        implements Document {

    public Invoice {
        carried = List.copyOf(carried);
        references = List.copyOf(references);
        charges = List.copyOf(charges);
        attachments = List.copyOf(attachments);
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /**
     * @param orderLineNumber of the order's line, where it has another number
     * @param unitPrice for one unit, or for {@code priceBasis} of them
     * @param taxCategory as {@link Tax#category}
     * @param netAmount quantity times unit price with the line's own allowances and charges, without tax
     */
    public record Line(
            int lineNumber,
            Optional<Integer> orderLineNumber,
            Item item,
            Quantity quantity,
            BigDecimal unitPrice,
            Optional<BigDecimal> priceBasis,
            List<Charge> charges,
            String taxCategory,
            Optional<BigDecimal> taxRatePercent,
            BigDecimal netAmount) {
        public Line {
            charges = List.copyOf(charges);
        }
    }

    @Override
    public DocumentType type() {
        return DocumentType.INVOICE;
    }
}

package relais.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Which invoices a payment is for.
 *
 * @param number the payment's trace number
 * @param paidAmount what is transferred: the sum of the lines
 */
public record RemittanceAdvice(
        String number,
        String partner,
        LocalDate issuedOn,
        Currency currency,
        LocalDate paidOn,
        Method method,
        BigDecimal paidAmount,
        Party payer,
        Party payee,
        List<Reference> references,
        List<Line> lines,
        List<Carried> carried)
        implements Document {

    public RemittanceAdvice {
        carried = List.copyOf(carried);
        references = List.copyOf(references);
        lines = List.copyOf(lines);
    }

    public enum Method {
        CHEQUE,
        CREDIT_TRANSFER,
        OFFSET
    }

    public enum Kind {
        INVOICE,
        CREDIT_NOTE
    }

    /**
     * @param amount of the document as it was issued
     * @param discountAmount taken off for prompt payment
     * @param paidAmount what is paid for it; less than zero for a credit note
     */
    public record Line(
            int lineNumber,
            Kind kind,
            String documentNumber,
            Optional<LocalDate> documentIssuedOn,
            Optional<BigDecimal> amount,
            Optional<BigDecimal> discountAmount,
            List<Adjustment> adjustments,
            BigDecimal paidAmount) {
        public Line {
            adjustments = List.copyOf(adjustments);
        }
    }

    /**
     * Why less is paid, or more.
     *
     * @param reasonCode X12 element 426, or what the parties agreed on
     * @param amount less than zero for less
     */
    public record Adjustment(String reasonCode, BigDecimal amount) {}

    @Override
    public DocumentType type() {
        return DocumentType.REMITTANCE_ADVICE;
    }

    @Override
    public String orderNumber() {
        return "";
    }
}

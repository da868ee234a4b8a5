package relais.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A partner or its consumer wants to send goods back.
 *
 * @param authorisationNumber the number under which the brand takes them back, once there is one
 */
public record ReturnRequest(
        String number,
        String partner,
        LocalDate issuedOn,
        String orderNumber,
        Optional<LocalDate> orderIssuedOn,
        String authorisationNumber,
        Party buyer,
        Party seller,
        List<Reference> references,
        List<Line> lines,
        List<Carried> carried)
        implements Document {

    public ReturnRequest {
        carried = List.copyOf(carried);
        references = List.copyOf(references);
        lines = List.copyOf(lines);
    }

    public enum Reason {
        CHANGED_MIND,
        DAMAGED,
        DEFECTIVE,
        LATE,
        OTHER,
        OVERSTOCK,
        WRONG_ITEM
    }

    /** @param invoiceNumber the invoice that charged it, or empty */
    public record Line(
            int lineNumber,
            Item item,
            Quantity quantity,
            Reason reason,
            String note,
            String invoiceNumber,
            Optional<BigDecimal> unitPrice,
            List<String> serialNumbers) {
        public Line {
            serialNumbers = List.copyOf(serialNumbers);
        }
    }

    @Override
    public DocumentType type() {
        return DocumentType.RETURN_REQUEST;
    }
}

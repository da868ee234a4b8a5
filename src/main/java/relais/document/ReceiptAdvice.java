package relais.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What of a shipment arrived, and in which state. */
public record ReceiptAdvice(
        String number,
        String partner,
        LocalDate issuedOn,
        LocalDate receivedOn,
        String despatchNumber,
        String orderNumber,
        Optional<LocalDate> orderIssuedOn,
        Party buyer,
        Party seller,
        Optional<Party> shipTo,
        List<Reference> references,
        List<Line> lines,
        List<Carried> carried)
        implements Document {

    public ReceiptAdvice {
        carried = List.copyOf(carried);
        references = List.copyOf(references);
        lines = List.copyOf(lines);
    }

    public enum Condition {
        ACCEPTED,
        DAMAGED,
        MISSING,
        NOT_ORDERED,
        REJECTED
    }

    public record Line(int lineNumber, Item item, Quantity received, List<State> states) {
        public Line {
            states = List.copyOf(states);
        }
    }

    /** How much of a line is in which state. */
    public record State(Condition condition, Quantity quantity) {}

    @Override
    public DocumentType type() {
        return DocumentType.RECEIPT_ADVICE;
    }
}

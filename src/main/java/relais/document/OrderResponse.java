package relais.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The brand's answer to an order, as a whole and line by line. */
public record OrderResponse(
        String number,
        String partner,
        LocalDate issuedOn,
        String orderNumber,
        Optional<LocalDate> orderIssuedOn,
        Currency currency,
        Status status,
        Party buyer,
        Party seller,
        String note,
        List<Reference> references,
        List<Line> lines,
        List<Carried> carried)
        implements Document {

    public OrderResponse {
        carried = List.copyOf(carried);
        references = List.copyOf(references);
        lines = List.copyOf(lines);
    }

    public enum Status {
        ACCEPTED,
        CHANGED,
        REJECTED
    }

    public enum LineStatus {
        ACCEPTED,
        CHANGED,
        BACKORDERED,
        SUBSTITUTED,
        REJECTED
    }

    /**
     * @param quantity what the brand will deliver
     * @param promisedOn the day it will be shipped
     * @param backordered what will follow later
     * @param substitute what will be delivered in the item's place
     * @param reason why it is not as ordered
     */
    public record Line(
            int lineNumber,
            Item item,
            Quantity quantity,
            Optional<BigDecimal> unitPrice,
            LineStatus status,
            Optional<LocalDate> promisedOn,
            Optional<Quantity> backordered,
            Optional<Item> substitute,
            String reason) {}

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_RESPONSE;
    }
}

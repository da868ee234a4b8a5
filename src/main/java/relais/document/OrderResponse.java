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
        LocalDate orderIssuedOn,
        Currency currency,
        Status status,
        Party buyer,
        Party seller,
        List<Line> lines)
        implements Document {

    public OrderResponse {
        lines = List.copyOf(lines);
    }

    public enum Status {
        ACCEPTED,
        CHANGED,
        REJECTED
    }

    /**
     * @param quantity what the brand will deliver
     * @param promisedOn the day it will be shipped
     */
    public record Line(
            int lineNumber,
            Item item,
            Quantity quantity,
            BigDecimal unitPrice,
            Status status,
            Optional<LocalDate> promisedOn) {}

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_RESPONSE;
    }
}

package relais.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A purchase: by a partner for its own stock, by a partner for a consumer (drop-ship), or by a consumer in the brand's
 * own shop.
 *
 * @param consumer who the goods are for, when they are for a person
 * @param shipTo where the goods go, when that is a place of the partner
 * @param consumerOrderNumber the number the consumer knows the order by, or empty
 */
public record Order(
        String number,
        String partner,
        LocalDate issuedOn,
        Currency currency,
        Optional<LocalDate> requestedOn,
        Party buyer,
        Party seller,
        Optional<Party> shipTo,
        Optional<Consumer> consumer,
        String consumerOrderNumber,
        List<Line> lines)
        implements Document {

    public Order {
        lines = List.copyOf(lines);
    }

    /** @param unitPrice net of tax, per unit of the quantity */
    public record Line(int lineNumber, Item item, Quantity quantity, BigDecimal unitPrice) {}

    @Override
    public DocumentType type() {
        return DocumentType.ORDER;
    }

    @Override
    public String orderNumber() {
        return number;
    }
}

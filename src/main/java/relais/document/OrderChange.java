package relais.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What the buyer changes in an order that was placed.
 *
 * @param number of the change itself
 * @param shipTo where the goods go from now on
 */
public record OrderChange(
        String number,
        String partner,
        LocalDate issuedOn,
        String orderNumber,
        Optional<LocalDate> orderIssuedOn,
        Currency currency,
        Optional<LocalDate> requestedOn,
        Optional<LocalDate> cancelAfter,
        Party buyer,
        Party seller,
        Optional<Party> shipTo,
        String note,
        List<Reference> references,
        List<Line> lines,
        List<Carried> carried)
        implements Document {

    public OrderChange {
        carried = List.copyOf(carried);
        references = List.copyOf(references);
        lines = List.copyOf(lines);
    }

    public enum Action {
        ADDED,
        CHANGED,
        DELETED,
        UNCHANGED
    }

    /**
     * A line as it is to be from now on.
     *
     * @param unitPrice net of tax, for one unit of the quantity, or for {@code priceBasis} of them
     */
    public record Line(
            int lineNumber,
            Action action,
            Item item,
            Quantity quantity,
            Optional<BigDecimal> unitPrice,
            Optional<BigDecimal> priceBasis,
            Optional<LocalDate> requestedOn,
            String note) {}

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_CHANGE;
    }
}

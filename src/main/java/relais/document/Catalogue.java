package relais.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What the brand sells to a partner, and for how much. */
public record Catalogue(
        String number,
        String partner,
        LocalDate issuedOn,
        Currency currency,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        Party buyer,
        Party seller,
        List<Reference> references,
        List<Line> lines,
        List<Carried> carried)
        implements Document {

    public Catalogue {
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
     * @param orderUnit what a price is for: {@code EA} each
     * @param orderQuantityMin how many must be ordered at once
     * @param availableFrom the first day on which it can be ordered
     */
    public record Line(
            int lineNumber,
            Action action,
            Item item,
            String orderUnit,
            Optional<BigDecimal> orderQuantityMin,
            Optional<LocalDate> availableFrom,
            List<Price> prices,
            List<Attachment> attachments) {
        public Line {
            prices = List.copyOf(prices);
            attachments = List.copyOf(attachments);
        }
    }

    public enum PriceKind {
        NET,
        LIST,
        RETAIL
    }

    /** @param quantityMin from which quantity on it holds; empty for any */
    public record Price(PriceKind kind, BigDecimal amount, Optional<BigDecimal> quantityMin) {}

    @Override
    public DocumentType type() {
        return DocumentType.CATALOGUE;
    }

    @Override
    public String orderNumber() {
        return "";
    }
}

package relais.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What a partner sold to consumers, place by place. */
public record SalesReport(
        String number,
        String partner,
        LocalDate issuedOn,
        Currency currency,
        LocalDate periodFrom,
        LocalDate periodTo,
        Party buyer,
        Party seller,
        List<Reference> references,
        List<Location> locations,
        List<Carried> carried)
        implements Document {

    public SalesReport {
        carried = List.copyOf(carried);
        references = List.copyOf(references);
        locations = List.copyOf(locations);
    }

    /** @param place the store or shop that sold it */
    public record Location(Party place, List<Line> lines) {
        public Location {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param quantity sold; less than zero for what came back
     * @param unitPrice what consumers paid for one, without tax
     * @param netAmount what they paid for all of it, without tax
     */
    public record Line(
            int lineNumber,
            Item item,
            Quantity quantity,
            Optional<BigDecimal> unitPrice,
            Optional<BigDecimal> netAmount,
            String promotionCode) {}

    @Override
    public DocumentType type() {
        return DocumentType.SALES_REPORT;
    }

    @Override
    public String orderNumber() {
        return "";
    }
}

package relais.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What can be sold, as its holder counted it.
 *
 * @param location where it lies, when the holder has several places
 */
public record InventoryReport(
        String number,
        String partner,
        LocalDate issuedOn,
        Party holder,
        Optional<Party> location,
        List<Reference> references,
        List<Line> lines,
        List<Carried> carried)
        implements Document {

    public InventoryReport {
        carried = List.copyOf(carried);
        references = List.copyOf(references);
        lines = List.copyOf(lines);
    }

    /**
     * @param quantity what can be sold
     * @param availableOn when the quantity can be shipped; empty for now
     * @param onOrder what is on its way to the holder
     */
    public record Line(
            int lineNumber,
            Item item,
            Quantity quantity,
            Optional<LocalDate> availableOn,
            Optional<Quantity> onOrder,
            String lotNumber) {}

    @Override
    public DocumentType type() {
        return DocumentType.INVENTORY_REPORT;
    }

    @Override
    public String orderNumber() {
        return "";
    }
}

package relais.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What can be sold, as its holder counted it. */
public record InventoryReport(String number, String partner, LocalDate issuedOn, Party holder, List<Line> lines)
        implements Document {

    public InventoryReport {
        lines = List.copyOf(lines);
    }

    /** @param availableOn when the quantity can be shipped; empty for now */
    public record Line(int lineNumber, Item item, Quantity quantity, Optional<LocalDate> availableOn) {}

    @Override
    public DocumentType type() {
        return DocumentType.INVENTORY_REPORT;
    }

    @Override
    public String orderNumber() {
        return "";
    }
}

package relais.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One shipment for one order: which packages are on the way, and what each holds. */
public record DespatchAdvice(
        String number,
        String partner,
        LocalDate issuedOn,
        String orderNumber,
        LocalDate orderIssuedOn,
        LocalDate shippedOn,
        Optional<LocalDate> expectedOn,
        Carrier carrier,
        Party buyer,
        Party seller,
        Optional<Party> shipTo,
        List<Package> packages)
        implements Document {

    public DespatchAdvice {
        packages = List.copyOf(packages);
    }

    /** @param scac Standard Carrier Alpha Code, or empty */
    public record Carrier(String scac, String name, String trackingNumber) {}

    /** @param sscc GS1 Serial Shipping Container Code, 18 digits */
    public record Package(String sscc, List<Line> lines) {
        public Package {
            lines = List.copyOf(lines);
        }
    }

    public record Line(int lineNumber, Item item, Quantity quantity) {}

    @Override
    public DocumentType type() {
        return DocumentType.DESPATCH_ADVICE;
    }
}

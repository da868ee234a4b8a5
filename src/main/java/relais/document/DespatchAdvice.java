package relais.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One shipment for one order: which pallets and packages are on the way, and what each holds.
 *
 * @param number of the shipment
 * @param shipTo where it goes, when that is a place of the partner
 * @param pallets packages that stand on a pallet
 * @param packages packages that stand on none
 * @param lines what is in no package that has a label of its own
 */
public record DespatchAdvice(
        String number,
        String partner,
        LocalDate issuedOn,
        String orderNumber,
        Optional<LocalDate> orderIssuedOn,
        LocalDate shippedOn,
        Optional<LocalDate> expectedOn,
        Carrier carrier,
        Optional<Quantity> grossWeight,
        Party buyer,
        Party seller,
        Optional<Party> shipFrom,
        Optional<Party> shipTo,
        List<Reference> references,
        List<Pallet> pallets,
        List<Package> packages,
        List<Line> lines,
        List<Carried> carried)
        implements Document {

    public DespatchAdvice {
        carried = List.copyOf(carried);
        references = List.copyOf(references);
        pallets = List.copyOf(pallets);
        packages = List.copyOf(packages);
        lines = List.copyOf(lines);
    }

    /**
     * @param scac Standard Carrier Alpha Code, or empty
     * @param billOfLading the number of the carrier's receipt, or empty
     */
    public record Carrier(String scac, String name, String trackingNumber, String billOfLading) {}

    /** @param sscc GS1 Serial Shipping Container Code, 18 digits */
    public record Pallet(String sscc, List<Package> packages) {
        public Pallet {
            packages = List.copyOf(packages);
        }
    }

    /**
     * @param sscc GS1 Serial Shipping Container Code, 18 digits
     * @param trackingNumber where each package has its own
     */
    public record Package(String sscc, String trackingNumber, Optional<Quantity> grossWeight, List<Line> lines) {
        public Package {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param ordered where that is known, and may be more
     * @param expiresOn the last day on which it may be sold or used
     */
    public record Line(
            int lineNumber,
            Item item,
            Quantity quantity,
            Optional<Quantity> ordered,
            String lotNumber,
            Optional<LocalDate> expiresOn,
            List<String> serialNumbers) {
        public Line {
            serialNumbers = List.copyOf(serialNumbers);
        }
    }

    @Override
    public DocumentType type() {
        return DocumentType.DESPATCH_ADVICE;
    }
}

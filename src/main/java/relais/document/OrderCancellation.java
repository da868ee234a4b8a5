package relais.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The buyer takes a whole order back.
 *
 * @param number of the cancellation itself
 */
public record OrderCancellation(
        String number,
        String partner,
        LocalDate issuedOn,
        String orderNumber,
        Optional<LocalDate> orderIssuedOn,
        Party buyer,
        Party seller,
        String reason,
        List<Reference> references,
        List<Carried> carried)
        implements Document {

    public OrderCancellation {
        carried = List.copyOf(carried);
        references = List.copyOf(references);
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_CANCELLATION;
    }
}

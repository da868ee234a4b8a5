package relais.partner;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import relais.edi.Standard;

/**
 * A trading partner as its partner file states it.
 *
 * @param id the file's name without ending, and the partner's name inside Relais
 * @param currency of its accounts
 * @param terms newest last
 */
public record Partner(
        String id,
        String name,
        Role role,
        Currency currency,
        List<Identifier> identifiers,
        List<Channel> channels,
        List<DocumentAgreement> documents,
        List<InterchangeAgreement> interchanges,
        Acknowledging acknowledging,
        List<Terms> terms) {

    public Partner {
        identifiers = List.copyOf(identifiers);
        channels = List.copyOf(channels);
        documents = List.copyOf(documents);
        interchanges = List.copyOf(interchanges);
        terms = List.copyOf(terms);
    }

    /**
     * What a partner is to the brand. {@code BRAND} is the one that runs the hub: its ERP and warehouse; {@code SHOP} is a
     * shop of its own, where it sells to consumers itself.
     */
    public enum Role {
        BRAND,
        SHOP,
        RETAILER,
        MARKETPLACE,
        SUPPLIER
    }

    /** Whether the brand itself sells here, so that nobody else is owed anything for the sale as such. */
    public boolean isOfBrand() {
        return switch (role) {
            case BRAND, SHOP -> true;
            case RETAILER, MARKETPLACE, SUPPLIER -> false;
        };
    }

    /** How interchanges of a standard are read and written; empty where nothing but the standard was agreed. */
    public Optional<InterchangeAgreement> interchanges(Standard standard) {
        return interchanges.stream()
                .filter(agreement -> agreement.standard() == standard)
                .findFirst();
    }
}

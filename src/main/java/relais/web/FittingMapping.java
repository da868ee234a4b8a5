package relais.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import relais.edi.Interchange;
import relais.edi.TransactionSet;
import relais.mapping.Mapping;
import relais.mapping.Mappings;
import relais.partner.Partner;
import relais.partner.Partners;

/**
 * Which mapping reads a transaction set of a sample, and for whom.
 *
 * @param chosen by the operator; empty for the one that the partner's agreement names, or else that of the transaction set
 * @param owner the partner whose overlay was chosen
 */
record FittingMapping(
        Mappings mappings, Partners partners, LocalDate on, Optional<Mapping> chosen, Optional<Partner> owner) {

    Optional<Mapping> of(TransactionSet set) {
        if (chosen.isPresent()) return chosen.filter(mapping -> isAbout(mapping, set));
        var candidates = Stream.concat(agreed(set), mappings.all().stream())
                .filter(mapping -> isAbout(mapping, set))
                .toList();
        return candidates.stream()
                .filter(mapping -> mapping.takes(set))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private static boolean isAbout(Mapping mapping, TransactionSet set) {
        return mapping.standard() == set.standard() && mapping.transactionSet().equals(set.type());
    }

    private Stream<Mapping> agreed(TransactionSet set) {
        return partner(set.interchange()).stream()
                .flatMap(partner -> partner.documents().stream())
                .filter(agreement -> agreement.transactionSet().equals(set.type()))
                .map(agreement -> mappings.get(agreement.mapping(), on));
    }

    /** What a transaction set leaves to its envelope and to the agreement. */
    Map<String, String> given(Interchange interchange) {
        return partner(interchange)
                .map(partner -> given(partner.id(), partner))
                .orElseGet(() -> given(interchange.sender(), partners.brand()));
    }

    static Map<String, String> given(String partner, Partner currencyOf) {
        return Map.of("partner", partner, "currency", currencyOf.currency().getCurrencyCode());
    }

    /** Whoever of sender and receiver is not the brand. */
    private Optional<Partner> partner(Interchange interchange) {
        var standard = interchange.standard().name().toLowerCase(Locale.ROOT);
        return owner.or(() -> partners.bySender(standard, interchange.senderQualifier(), interchange.sender())
                        .filter(partner -> partner.role() != Partner.Role.BRAND))
                .or(() -> partners.bySender(standard, interchange.receiverQualifier(), interchange.receiver()));
    }
}

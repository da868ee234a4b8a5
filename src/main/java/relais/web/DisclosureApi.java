package relais.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import relais.consumer.Disclosures;
import relais.consumer.Field;
import relais.ledger.Entries;
import relais.ledger.Entry;
import relais.ledger.Entry.Kind;
import relais.partner.OwnershipTerms;
import relais.partner.Partners;

/**
 * {@code GET /api/partners/{id}/consumers/{token}}: what a partner may see of a consumer it brought, by the terms it brought
 * it under and by what the consumer agreed to.
 */
@RestController
class DisclosureApi {

    private final LedgerViews views;
    private final Entries entries;
    private final Disclosures disclosures;
    private final Partners partners;
    private final LedgerJson json;

    DisclosureApi(LedgerViews views, Entries entries, Disclosures disclosures, Partners partners, LedgerJson json) {
        this.views = views;
        this.entries = entries;
        this.disclosures = disclosures;
        this.partners = partners;
        this.json = json;
    }

    /** For the partner itself; an operator sees a consumer under {@code /api/consumers}. */
    @GetMapping(path = "/api/partners/{id}/consumers/{token}", produces = "application/json")
    JsonNode disclosed(Viewer viewer, @PathVariable String id, @PathVariable String token) {
        if (!viewer.partner().equals(id)) throw nobody();
        var consumer = views.consumer(viewer, token).orElseThrow(DisclosureApi::nobody);
        var acquisition = acquisition(consumer, id).orElseThrow(DisclosureApi::nobody);
        var terms = ownership(id, acquisition.termsVersion());
        var body = json.object()
                .put("consumer", token)
                .put("acquiredOn", acquisition.validOn().toString());
        var fields = body.putObject("fields");
        terms.ifPresent(owned -> disclosures
                .disclose(consumer, id, allowed(owned), acquisition.validOn(), owned.visibleFor())
                .forEach((field, text) -> fields.put(field.name().toLowerCase(Locale.ROOT), text)));
        return body;
    }

    private Optional<Entry> acquisition(UUID consumer, String partner) {
        return entries.byConsumer(consumer).stream()
                .filter(entry ->
                        entry.kind() == Kind.ACQUISITION && entry.partner().equals(partner))
                .findFirst();
    }

    private Optional<OwnershipTerms> ownership(String partner, int version) {
        return partners.find(partner).stream()
                .flatMap(found -> found.terms().stream())
                .filter(terms -> terms.version() == version)
                .findFirst()
                .map(terms -> terms.ownership());
    }

    private static Set<Field> allowed(OwnershipTerms terms) {
        var fields = EnumSet.noneOf(Field.class);
        terms.fields().forEach(field -> fields.add(Field.valueOf(field.name())));
        return fields;
    }

    private static Refusal nobody() {
        return Refusal.notFound("You brought no consumer that you know by this token.");
    }
}

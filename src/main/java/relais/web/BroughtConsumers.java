package relais.web;

import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import relais.consumer.Disclosures;
import relais.consumer.Disclosures.Disclosure;
import relais.consumer.Field;
import relais.ledger.Entries;
import relais.ledger.Entry;
import relais.ledger.Entry.Kind;
import relais.partner.OwnershipTerms;
import relais.partner.Partners;

/**
 * What a partner may see of the consumers it brought, by the terms it brought them under and by what they agreed to. Both
 * the API and the console show what this finds; each time is noted.
 */
final class BroughtConsumers {

    private final LedgerViews views;
    private final Entries entries;
    private final Disclosures disclosures;
    private final Partners partners;

    BroughtConsumers(LedgerViews views, Entries entries, Disclosures disclosures, Partners partners) {
        this.views = views;
        this.entries = entries;
        this.disclosures = disclosures;
        this.partners = partners;
    }

    /**
     * @param token by which the viewer, a partner, knows the consumer
     * @return empty if the viewer brought no such consumer
     */
    Optional<Brought> find(Viewer viewer, String token) {
        return views.consumer(viewer, token).flatMap(consumer -> acquisition(consumer, viewer.partner())
                .map(acquisition -> new Brought(acquisition.validOn(), disclosure(consumer, viewer, acquisition))));
    }

    private Optional<Entry> acquisition(UUID consumer, String partner) {
        return entries.byConsumer(consumer).stream()
                .filter(entry ->
                        entry.kind() == Kind.ACQUISITION && entry.partner().equals(partner))
                .findFirst();
    }

    private Optional<Disclosure> disclosure(UUID consumer, Viewer viewer, Entry acquisition) {
        return ownership(viewer.partner(), acquisition.termsVersion())
                .filter(terms -> !terms.fields().isEmpty())
                .map(terms -> disclosures.disclose(
                        consumer, viewer.partner(), allowed(terms), acquisition.validOn(), terms.visibleFor()));
    }

    private Optional<OwnershipTerms> ownership(String partner, int version) {
        return partners.find(partner).stream()
                .flatMap(found -> found.terms().stream())
                .filter(terms -> terms.version() == version)
                .findFirst()
                .map(terms -> terms.ownership());
    }

    private static Set<Field> allowed(OwnershipTerms terms) {
        return terms.fields().stream()
                .map(field -> Field.valueOf(field.name()))
                .collect(toCollection(() -> EnumSet.noneOf(Field.class)));
    }

    /** @param disclosure empty if the terms let nothing be seen */
    record Brought(LocalDate acquiredOn, Optional<Disclosure> disclosure) {

        /** The text of each field, by its name. */
        public Map<String, String> told() {
            var told = new LinkedHashMap<String, String>();
            disclosure.ifPresent(d -> d.told().forEach((field, text) -> told.put(Wording.name(field), text)));
            return told;
        }

        /** What is shown, until when, and why the rest is not, in one sentence. */
        public String because() {
            return disclosure
                    .map(Brought::because)
                    .orElse("Nothing is shown: the terms you brought the consumer under let you see nothing of it.");
        }

        private static String because(Disclosure disclosure) {
            return switch (disclosure.state()) {
                case ERASED -> "Nothing is shown: the consumer was erased.";
                case OVER -> "Nothing is shown: your terms allowed it until " + disclosure.until() + ".";
                case OPEN -> fieldByField(disclosure);
            };
        }

        private static String fieldByField(Disclosure disclosure) {
            var told = disclosure.told().keySet();
            var unnamed = EnumSet.allOf(Field.class);
            unnamed.removeAll(told);
            unnamed.removeAll(disclosure.withheld());
            var clauses = new ArrayList<String>();
            if (!told.isEmpty()) clauses.add(listed(told) + " shown until " + disclosure.until());
            if (!disclosure.withheld().isEmpty())
                clauses.add(listed(disclosure.withheld())
                        + " not shown, because the consumer did not agree to that or never gave it");
            if (!unnamed.isEmpty()) clauses.add(listed(unnamed) + " not shown, because your terms do not name it");
            var sentence = String.join("; ", clauses);
            return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
        }

        /** "name, email and phone are". */
        private static String listed(Collection<Field> fields) {
            var names = fields.stream().map(Wording::name).toList();
            if (names.size() == 1) return names.get(0) + " is";
            return String.join(", ", names.subList(0, names.size() - 1)) + " and " + last(names) + " are";
        }

        private static String last(List<String> names) {
            return names.get(names.size() - 1);
        }
    }
}

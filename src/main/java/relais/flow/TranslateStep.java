package relais.flow;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import relais.document.Document;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.mapping.Json;
import relais.mapping.Mapping;
import relais.mapping.Mappings;
import relais.mapping.Reading;
import relais.partner.Channel.Direction;
import relais.partner.DocumentAgreement;
import relais.partner.Partner;

/** Turns what was read into canonical documents. Of a rejected transaction set only its number is looked for, to find it by, and whom it names, to seal it for. */
public final class TranslateStep {

    private final Mappings mappings;
    private final Json json;

    TranslateStep(Mappings mappings, Json json) {
        this.mappings = mappings;
        this.json = json;
    }

    public Batch translate(Batch batch) {
        return batch.withItems(batch.items().stream()
                .map(item -> item.isAcknowledgement() ? item : translate(item, batch))
                .toList());
    }

    private Item translate(Item item, Batch batch) {
        var sender = batch.sender();
        if (item.rejected()) return referenced(item, batch);
        if (item.content() instanceof Content.Segments segments)
            return read(item, sender, mapping(item, batch).read(segments.set(), Given.by(sender)));
        if (item.content() instanceof Content.Mapped mapped) return read(item, sender, mapped.reading());
        if (item.content() instanceof Content.Bound bound)
            return read(item, sender, mappings.smooks(agreement(item).mapping()).read(bound.tree(), Given.by(sender)));
        if (item.content() instanceof Content.Raw raw && item.format().equals(Format.JSON))
            return json(item, sender, json.read(raw.bytes(), Given.by(sender)));
        return item;
    }

    private Item referenced(Item item, Batch batch) {
        if (item.agreement().isEmpty() || !(item.content() instanceof Content.Segments segments)) return item;
        var reading = mapping(item, batch).read(segments.set(), Given.by(batch.sender()));
        return item.referredTo(reading.number()).naming(reading.consumer());
    }

    /** As it held on the day on which the input came, so that reading it again says the same. */
    private Mapping mapping(Item item, Batch batch) {
        return mappings.get(
                agreement(item).mapping(), LocalDate.ofInstant(batch.claim().receivedAt(), ZoneOffset.UTC));
    }

    private static DocumentAgreement agreement(Item item) {
        return item.agreement()
                .orElseThrow(() -> new IllegalStateException("a document without agreement got past reading"));
    }

    private static Item read(Item item, Partner sender, Reading reading) {
        var found = item.and(reading.findings()).referredTo(reading.number()).naming(reading.consumer());
        return reading.document()
                .map(document -> owned(found, sender, document))
                .orElse(found);
    }

    private static Item owned(Item item, Partner sender, Document document) {
        if (sender.role() == Partner.Role.BRAND || document.partner().equals(sender.id()))
            return item.translated(document);
        return item.and(Finding.error(
                FindingCode.VALUE_INVALID,
                Location.pointer("/partner"),
                "the document names partner " + document.partner() + ", but it came from " + sender.id()));
    }

    /** JSON says its type itself, so its agreement is known only now. */
    private static Item json(Item item, Partner sender, Reading reading) {
        var found = read(item, sender, reading);
        var title = reading.type();
        var agreed = agreement(title, sender);
        if (agreed.isPresent()) return found.of(agreed.get());
        return reading.document().isEmpty() ? found : found.and(notAgreed(title, sender));
    }

    private static Finding notAgreed(String title, Partner sender) {
        return Finding.error(
                FindingCode.DOCUMENT_NOT_AGREED,
                Location.pointer("/type"),
                "no agreement with " + sender.id() + " covers " + title + " as JSON");
    }

    private static Optional<DocumentAgreement> agreement(String title, Partner sender) {
        return sender.documents().stream()
                .filter(a -> a.direction() == Direction.IN && a.format().equals(Format.JSON))
                .filter(a -> a.document().title().equals(title))
                .findFirst();
    }
}

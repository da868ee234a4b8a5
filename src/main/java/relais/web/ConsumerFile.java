package relais.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import relais.consumer.Consents;
import relais.consumer.Consents.Consent;
import relais.consumer.ConsumerEvents;
import relais.consumer.Consumers;
import relais.consumer.Consumers.Known;
import relais.consumer.Field;
import relais.ledger.Entries;
import relais.ledger.Entry;
import relais.tracking.Contents;
import relais.tracking.DocumentRow;
import relais.tracking.Tracking;

/** Gathers everything that is held on a consumer, as JSON. */
final class ConsumerFile {

    private final Consumers consumers;
    private final Consents consents;
    private final ConsumerEvents events;
    private final Tracking tracking;
    private final Contents contents;
    private final Entries ledger;
    private final ObjectMapper json;
    private final Clock clock;

    ConsumerFile(
            Consumers consumers,
            Consents consents,
            ConsumerEvents events,
            Tracking tracking,
            Contents contents,
            Entries ledger,
            ObjectMapper json,
            Clock clock) {
        this.consumers = consumers;
        this.consents = consents;
        this.events = events;
        this.tracking = tracking;
        this.contents = contents;
        this.ledger = ledger;
        this.json = json;
        this.clock = clock;
    }

    /** Whether there is, or was, such a consumer. */
    boolean knows(UUID consumer) {
        return consumers.find(consumer).isPresent();
    }

    /**
     * Everything, decrypted; that it was exported is noted.
     *
     * @param by the operator
     * @return empty for a consumer that never was
     */
    Optional<ObjectNode> export(UUID consumer, String by) {
        var known = consumers.find(consumer);
        if (known.isPresent())
            events.note(consumer, ConsumerEvents.Kind.EXPORTED, clock.instant(), by, "access request");
        return known.map(found -> write(consumer, found));
    }

    /** What there is of a consumer now. */
    ObjectNode left(UUID consumer) {
        return write(consumer, consumers.find(consumer).orElseThrow());
    }

    private ObjectNode write(UUID consumer, Known known) {
        var body = json.createObjectNode()
                .put("id", consumer.toString())
                .put("createdAt", known.createdAt().toString());
        known.erasedAt().ifPresent(at -> body.put("erasedAt", at.toString()));
        known.identity().ifPresent(identity -> {
            var node = body.putObject("identity");
            for (var field : Field.values()) node.put(Wording.name(field), identity.text(field));
        });
        var kinds = body.putArray("matchedBy");
        known.matchKinds().forEach(kinds::add);
        consents(consents.history(consumer), body);
        events(consumer, body);
        documents(consumer, body);
        ledger(consumer, body);
        return body;
    }

    /** Puts what a consumer said into an answer about it, the first first. */
    static void consents(List<Consent> history, ObjectNode body) {
        var array = body.putArray("consents");
        for (var consent : history)
            array.addObject()
                    .put("purpose", Wording.name(consent.purpose()))
                    .put("field", Wording.name(consent.field()))
                    .put("given", consent.given())
                    .put("at", consent.at().toString())
                    .put("source", consent.source());
    }

    private void events(UUID consumer, ObjectNode body) {
        var array = body.putArray("events");
        for (var event : events.of(consumer))
            array.addObject()
                    .put("event", Wording.name(event.kind()))
                    .put("at", event.at().toString())
                    .put("by", event.by())
                    .put("detail", event.detail());
    }

    private void documents(UUID consumer, ObjectNode body) {
        var array = body.putArray("documents");
        tracking.documentsNaming(consumer).forEach(row -> array.add(document(row)));
    }

    private ObjectNode document(DocumentRow row) {
        var node = json.createObjectNode()
                .put("id", row.id().toString())
                .put("at", row.createdAt().toString())
                .put("direction", row.direction())
                .put("partner", row.counterparty())
                .put("type", row.type())
                .put("format", row.format())
                .put("number", row.number())
                .put("state", row.state());
        contents.canonical(row).ifPresent(content -> node.set("content", parsed(content)));
        contents.raw(row).ifPresent(raw -> node.put("raw", new String(raw.bytes(), StandardCharsets.ISO_8859_1)));
        return node;
    }

    private JsonNode parsed(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a body that is no JSON", e);
        }
    }

    private void ledger(UUID consumer, ObjectNode body) {
        var array = body.putArray("ledger");
        for (var entry : ledger.byConsumer(consumer)) array.add(entry(entry));
    }

    private ObjectNode entry(Entry entry) {
        return json.createObjectNode()
                .put("seq", entry.seq())
                .put("kind", Wording.name(entry.kind()))
                .put("validOn", entry.validOn().toString())
                .put("partner", entry.partner())
                .put("orderNumber", entry.orderNumber())
                .put("explanation", entry.explanation());
    }
}

package relais.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.consumer.ConsumerTokens;
import relais.finding.Finding;
import relais.finding.Findings;
import relais.partner.ApiKeys;
import relais.partner.Partner;
import relais.tracking.DocumentRow;
import relais.tracking.Trace.Expected;
import relais.tracking.Trace.ReceiptRow;
import relais.tracking.Tracking;

/** {@code GET /api/documents/{id}}: how far a document is and why, for the partner it belongs to and nobody else. */
public final class DocumentView {

    private static final String PATH = "/api/documents/";

    private final Tracking tracking;
    private final ApiKeys keys;
    private final ConsumerTokens tokens;
    private final ObjectMapper json;

    DocumentView(Tracking tracking, ApiKeys keys, ConsumerTokens tokens, ObjectMapper json) {
        this.tracking = tracking;
        this.keys = keys;
        this.tokens = tokens;
        this.json = json;
    }

    /**
     * @param id of a receipt, as the Location of {@code POST /api/documents} names it, or of a document
     * @param apiKey the caller's
     * @return 401 without a key of ours; 404 for what does not exist and for what is another partner's
     */
    public Answer get(String id, @Nullable String apiKey) {
        var partner = keys.partner(apiKey == null ? "" : apiKey);
        if (partner.isEmpty())
            return Problem.unauthorised("Send the API key of your channel.").answer();
        return uuid(id).flatMap(known -> document(known, partner.get())
                        .or(() -> receipt(known, partner.get().id())))
                .map(body -> Answer.ok(body.toString()))
                .orElseGet(() -> Problem.notFound(
                                "You have no document or receipt of this id; follow the Location that your POST was answered with.")
                        .answer());
    }

    private Optional<ObjectNode> document(UUID id, Partner partner) {
        return tracking.document(id)
                .filter(row -> row.counterparty().equals(partner.id()))
                .map(row -> {
                    var body = summary(row).put("createdAt", row.createdAt().toString());
                    tracking.journey(id).forEach(step -> body.withArray("trace")
                            .addObject()
                            .put("at", step.at().toString())
                            .put("step", step.name())
                            .put("detail", step.detail()));
                    write(tracking.findings(id), body.withArray("findings"));
                    tracking.expected(id).ifPresent(expected -> write(expected, body.putObject("acknowledgement")));
                    body.set("links", links(row, partner.id()));
                    if (partner.isOfBrand() && row.type().equals("Order"))
                        row.consumer().ifPresent(consumer -> follow(row, consumer, body.putObject("consumer")));
                    return body;
                });
    }

    private Optional<ObjectNode> receipt(UUID id, String partner) {
        return tracking.receipt(id)
                .filter(receipt -> receipt.partner().equals(partner))
                .map(receipt -> {
                    var body = summary(receipt);
                    var first = receipt.duplicateOf().orElse(id);
                    write(tracking.receiptFindings(first), body.withArray("findings"));
                    list(tracking.documentsOf(first), partner, body.withArray("documents"));
                    body.putObject("links").put("self", PATH + id);
                    return body;
                });
    }

    private ObjectNode summary(DocumentRow row) {
        return json.createObjectNode()
                .put("id", row.id().toString())
                .put("direction", row.direction())
                .put("type", row.type())
                .put("format", row.format())
                .put("number", row.number())
                .put("orderNumber", row.orderNumber())
                .put("state", row.state());
    }

    private ObjectNode summary(ReceiptRow receipt) {
        return json.createObjectNode()
                .put("id", receipt.id().toString())
                .put("type", "Receipt")
                .put("name", receipt.name())
                .put("sizeBytes", receipt.sizeBytes())
                .put("state", receipt.state())
                .put("note", receipt.note())
                .put("createdAt", receipt.receivedAt().toString());
    }

    private ObjectNode links(DocumentRow row, String partner) {
        var links = json.createObjectNode().put("self", PATH + row.id());
        if (row.incoming()) row.source().ifPresent(source -> links.put("receipt", PATH + source.receipt()));
        list(tracking.acknowledgementsOf(row), partner, links.withArray("acknowledgements"));
        list(tracking.related(row), partner, links.withArray("related"));
        return links;
    }

    /** How the consumer follows the order; told to the brand alone, because the token opens every order of the consumer. */
    private void follow(DocumentRow row, UUID consumer, ObjectNode body) {
        body.put("href", "/api/consumer/orders/" + row.number()).put("token", tokens.issue(consumer));
    }

    private void list(List<DocumentRow> rows, String partner, ArrayNode array) {
        rows.stream()
                .filter(row -> row.counterparty().equals(partner))
                .forEach(row -> array.add(summary(row).put("href", PATH + row.id())));
    }

    private static void write(Findings findings, ArrayNode array) {
        for (var finding : findings) write(finding, array.addObject());
    }

    private static void write(Finding finding, ObjectNode body) {
        var location = finding.location();
        body.put("code", finding.code().name())
                .put("severity", finding.severity().name())
                .put("where", location.toString())
                .put("text", finding.text())
                .put("advice", finding.code().advice());
        if (location.offset() >= 0) body.put("byteOffset", location.offset());
    }

    private static void write(Expected expected, ObjectNode body) {
        body.put("state", expected.state()).put("dueAt", expected.dueAt().toString());
        expected.closedAt().ifPresent(at -> body.put("closedAt", at.toString()));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}

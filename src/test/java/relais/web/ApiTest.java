package relais.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import relais.document.DocumentType;

class ApiTest {

    private static final String ACME = "value-of-ACME_KEY";
    private static final String GALERIES = "value-of-GALERIES_KEY";

    private static final ConsoleServer hub = ConsoleServer.byKey();
    private static final DocumentView documents = (DocumentView) hub.bean("documentView");
    private static final OrderView orders = (OrderView) hub.bean("consumerOrders");
    private static final StockView stock = (StockView) hub.bean("stock");
    private static final ConsumerView consumers = (ConsumerView) hub.bean("consumerView");
    private static final SchemaView schemas = (SchemaView) hub.bean("schemas");

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void tellsAPartnerHowFarItsDocumentIs() throws Exception {
        var answer = documents.get(hub.example.rejected.toString(), ACME);

        var body = json(answer);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(body.path("state").asText()).isEqualTo("rejected");
        assertThat(body.at("/trace/0/step").asText()).isEqualTo("received");
        assertThat(body.at("/findings/0/code").asText()).isEqualTo("CODE_UNKNOWN");
        assertThat(body.at("/findings/0/advice").asText()).isEqualTo("Use a code of the element's code list.");
        assertThat(body.at("/links/acknowledgements")).hasSize(1);
    }

    @Test
    void findsTheDocumentsOfAReceiptAtItsLocation() throws Exception {
        var body = json(documents.get(hub.example.orderReceipt.toString(), ACME));

        assertThat(body.path("type").asText()).isEqualTo("Receipt");
        assertThat(body.at("/documents/0/number").asText()).isEqualTo("ACME-1001");
        assertThat(body.at("/documents/0/href").asText()).isEqualTo("/api/documents/" + hub.example.order);
    }

    @Test
    void hidesAPartnersDocumentsFromEveryOther() throws Exception {
        assertThat(documents.get(hub.example.invoice.toString(), ACME).status()).isEqualTo(404);
        for (var id : new UUID[] {hub.example.order, hub.example.orderReceipt, hub.example.orderToErp}) {
            var answer = documents.get(id.toString(), GALERIES);

            assertThat(answer).isEqualTo(documents.get(id.toString(), GALERIES));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
            assertThat(answer.json()).doesNotContain("Acme", "acme");
        }
    }

    @Test
    void linksNothingThatIsAnotherPartners() throws Exception {
        var related = json(documents.get(hub.example.order.toString(), ACME)).at("/links/related");

        assertThat(related.findValuesAsText("id"))
                .isNotEmpty()
                .doesNotContain(hub.example.orderToErp.toString(), hub.example.invoice.toString());
    }

    @Test
    void asksForAKey() throws Exception {
        for (var key : new String[] {null, "", "guess", "value-of-"}) {
            var answer = documents.get(hub.example.order.toString(), key);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(json(answer).path("detail").asText()).isEqualTo("Send the API key of your channel.");
            assertThat(stock.get("5412345010012", key).status()).isEqualTo(401);
        }
    }

    @Test
    void findsNothingUnderWhatIsNoId() {
        assertThat(documents.get("../etc/passwd", ACME).status()).isEqualTo(404);
    }

    @Test
    void showsAConsumerItsOrderUnderTheBrandsName() throws Exception {
        var token = "Bearer " + hub.tokens.issue(hub.example.consumer);

        var answer = orders.get("C-5001", token);

        var body = json(answer);
        assertThat(body.path("brand").asText()).isEqualTo("Maison Lumen");
        assertThat(body.path("status").asText()).isEqualTo("shipped");
        assertThat(body.at("/lines/0/article").asText()).isEqualTo("Table lamp Aurore");
        assertThat(body.at("/lines/0/promisedOn").asText()).isEqualTo("2026-03-04");
        assertThat(body.at("/shipments/0/trackingNumber").asText()).isEqualTo("1Z999AA10123456784");
        assertThat(body.path("invoicedOn").asText()).isEqualTo("2026-03-02");
        assertThat(answer.json()).doesNotContain("acme", "Acme", "89", "178");
    }

    @Test
    void showsNoConsumerAnotherOnesOrder() {
        var stranger = "Bearer " + hub.tokens.issue(UUID.fromString("00000000-0000-4000-8000-000000000001"));

        assertThat(orders.get("C-5001", stranger).status()).isEqualTo(404);
        assertThat(orders.get("C-5001", "Bearer forged").status()).isEqualTo(401);
        assertThat(orders.get("C-5001", null).status()).isEqualTo(401);
    }

    @Test
    void addsUpWhatCanBeShippedNow() throws Exception {
        var body = json(stock.get("05412345010029", GALERIES));

        assertThat(body.path("available").asInt()).isEqualTo(7);
        assertThat(body.at("/levels/1/availableOn").asText()).isEqualTo("2026-03-16");
        assertThat(body.toString()).doesNotContain("atelier");
        assertThat(stock.get("4000000000000", GALERIES).status()).isEqualTo(404);
    }

    @Test
    void publishesTheSchemaOfEveryDocument() throws Exception {
        var listed = json(schemas.list()).path("schemas");

        assertThat(listed).hasSize(DocumentType.values().length);
        for (var schema : listed) {
            var title = schema.path("title").asText();
            var answer = schemas.get(title);
            assertThat(schema.path("href").asText()).isEqualTo("/api/schemas/" + title);
            assertThat(answer.contentType()).isEqualTo("application/schema+json");
            assertThat(json(answer).path("title").asText()).isEqualTo(title);
            assertThat(json(answer).at("/properties/type/const").asText()).isEqualTo(title);
        }
    }

    @Test
    void saysWhichSchemaWasProbablyMeant() throws Exception {
        var answer = schemas.get("OrderRespons");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(json(answer).path("detail").asText())
                .isEqualTo("No document is called 'OrderRespons'; did you mean 'OrderResponse'?");
    }

    // --- consumers ---

    @Test
    void showsAnOperatorWhatIsHeldOnAConsumer() throws Exception {
        var answer = consumers.get(hub.example.consumer.toString(), login(hub));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(json(answer).at("/identity/name").asText()).isEqualTo("Consumer Two");
        assertThat(json(answer).at("/identity/address").asText()).isEqualTo("22 Sample Avenue");
        assertThat(json(answer).path("matchedBy").get(0).asText()).isEqualTo("email");
        assertThat(json(answer).path("documents").findValuesAsText("number")).contains("ACME-1001");
        assertThat(json(answer).path("ledger").findValuesAsText("kind")).contains("touch");
    }

    @Test
    void showsNobodyElseAConsumer() {
        var id = hub.example.consumer.toString();

        for (var login :
                new String[] {null, "", "Basic", "Basic %%%", "Basic b3BlcmF0b3I6Z3Vlc3M=", "Bearer " + ACME}) {
            assertThat(consumers.get(id, login).status()).isEqualTo(401);
            assertThat(consumers.erase(id, login, "asked").status()).isEqualTo(401);
        }
        assertThat(consumers.get("../etc", login(hub)).status()).isEqualTo(404);
        assertThat(consumers
                        .get("00000000-0000-4000-8000-000000000001", login(hub))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void erasesAConsumerForAnOperatorWithAReason() throws Exception {
        try (var own = ConsoleServer.byPassword("lamplighter", "CONSOLE_PASSWORD")) {
            var view = (ConsumerView) own.bean("consumerView");
            var id = own.example.consumer.toString();
            assertThat(view.erase(id, login(own), null).status()).isEqualTo(422);
            assertThat(json(view.erase(id, login(own), "asked by Consumer Two"))
                            .path("detail")
                            .asText())
                    .isEqualTo("the reason tells who the consumer is; it is kept, so say it without.");

            var answer = view.erase(id, login(own), "asked for by letter");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(json(answer).has("identity")).isFalse();
            assertThat(json(answer).at("/events/0/by").asText()).isEqualTo("lamplighter");
            assertThat(json(answer).path("documents").findValues("content")).isEmpty();
            assertThat(json(answer).path("ledger").size()).isPositive();
        }
    }

    private static String login(ConsoleServer server) {
        var operator = server.bean(Operator.class);
        return "Basic "
                + Base64.getEncoder().encodeToString((operator.name() + ":" + operator.secret()).getBytes(UTF_8));
    }

    private static JsonNode json(Answer answer) throws JsonProcessingException {
        return new ObjectMapper().readTree(answer.json());
    }
}

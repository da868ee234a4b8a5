package relais;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import relais.embedded.BrokerServer;
import relais.tracking.Contents;
import relais.tracking.DocumentRow;
import relais.tracking.Tracking;

/**
 * One person orders in every format, also in documents that are rejected, cannot be read, or wait; then the person is erased, and nothing of
 * it is found in any file of the hub, while everybody else's documents are as they were.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErasureTest {

    private static final String NAME = "Consumer Unmistakable";
    private static final String EMAIL = "unmistakable.consumer@erasure.example";
    private static final String PHONE = "+33 1 99 88 77 66";
    private static final String STREET = "77 Boulevard Unmistakable";
    private static final String OTHER = "consumer.other@erasure.example";

    @TempDir
    static Path folder;

    private static Hub hub;
    private static BadInputs partners;
    private static UUID consumer;

    @BeforeAll
    static void start() throws Exception {
        var home =
                OwnHome.in(folder.resolve("home")).with(Path.of("src/test/resources/relais/files/boutique-lyon.yaml"));
        var data = folder.resolve("data");
        Files.createDirectories(data.resolve("boutique"));
        Files.writeString(data.resolve("boutique/cii"), "no folder, so that what is to go there waits");
        hub = Hub.start(data, home.setting(), "--relais.files-settle=PT0.2S");
        partners = new BadInputs(hub);
        order();
        consumer = consumerOf("ACME-501");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    /** The person's orders, each in another format, between those of someone else. */
    private static void order() throws Exception {
        partners.put("two-orders.x12", acme(501, set(1, "ACME-501", NAME, "EA"), other(2, "ACME-502")));
        partners.put("rejected.x12", acme(503, set(1, "ACME-503", NAME, "XX"), other(2, "ACME-504")));
        partners.put(
                "quoted.x12", acme(505, set(1, "ACME-505", NAME, "EA").replace("N1*ST*", "N1*ST*x*" + NAME + "*")));
        partners.put(
                "unreadable.txt", "Dear sirs, send a lamp to " + NAME + ", " + STREET + ", " + EMAIL + " " + PHONE);
        partners.post("galeries-sud", "application/edifact", galeries());
        partners.post("storefront", "application/json", shop("WEB-501").getBytes(UTF_8));
        partners.post(
                "storefront",
                "application/json",
                shop("WEB-502").replace("USD", NAME).getBytes(UTF_8));
        partners.post(
                "storefront",
                "application/json",
                shop("WEB-503").replace("\"lines\"", "lines").getBytes(UTF_8));
        postAndLeaveWaiting("boutique-lyon", "application/xml", boutique().getBytes(UTF_8));
    }

    private static void postAndLeaveWaiting(String partner, String contentType, byte[] bytes) throws Exception {
        hub.partners().post(partner, contentType, bytes);
        hub.eventually(() -> hub.count("select count(*) from outbox where state = 'due' and attempts > 0") == 1);
    }

    @Test
    @Order(1)
    void sealsEverythingForThePerson() {
        var documents = hub.bean(Tracking.class).documentsNaming(consumer);

        assertThat(documents)
                .filteredOn(DocumentRow::incoming)
                .extracting(row -> row.format() + " " + row.type() + " " + row.state())
                .contains(
                        "x12 Order accepted",
                        "x12 Order rejected",
                        "edifact Order accepted",
                        "json Order accepted",
                        "json Order rejected",
                        "json Unreadable rejected",
                        "xml Order accepted",
                        " Unreadable rejected");
        assertThat(found(dump())).isEmpty();
        assertThat(found(hub.texts("select lower(last_error || note) from receipt")))
                .isEmpty();
    }

    @Test
    @Order(2)
    void showsTheOperatorWhatCameInUntilThen() throws Exception {
        for (var row : hub.bean(Tracking.class).documentsNaming(consumer))
            if (row.incoming() && row.type().matches("Order|Unreadable"))
                assertThat(raw(row)).as(row.toString()).containsIgnoringCase(EMAIL);
        var rejected = document("ACME-505");
        assertThat(hub.consolePage("/documents/" + rejected.id())).contains(NAME);
        assertThat(hub.arrivedAt("acme-retail").values())
                .anyMatch(file -> file.contains("AK4*") && file.contains(NAME));
    }

    @Test
    @Order(3)
    void exportsEverythingHeld() throws Exception {
        var answer = consumers("GET", consumer, "");

        var body = json(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(body.at("/identity/name").asText()).isEqualTo(NAME);
        assertThat(body.at("/identity/email").asText()).isEqualTo(EMAIL);
        assertThat(texts(body.path("matchedBy"))).containsExactly("email", "phone");
        assertThat(body.at("/consents/0/purpose").asText()).isEqualTo("order fulfilment");
        assertThat(body.at("/consents/0/source").asText()).isEqualTo("order ACME-501 of acme-retail");
        assertThat(body.path("documents").findValuesAsText("number"))
                .contains("ACME-501", "GS-501", "WEB-501", "BL-501");
        assertThat(body.path("documents").toString()).contains(STREET, EMAIL);
        assertThat(body.path("ledger").findValuesAsText("kind")).contains("touch", "decision");
        assertThat(json(consumers("GET", consumer, "")).at("/events/0/event").asText())
                .isEqualTo("exported");
    }

    @Test
    @Order(4)
    void notesWhatThePersonAgreesToElsewhere() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(hub.url() + "/api/consumers/" + consumer + "/consents"))
                .header("Authorization", operator())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"purpose": "marketing", "fields": ["email"], "given": true, "source": "newsletter form"}"""))
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("consents").findValuesAsText("source"))
                .startsWith("order ACME-501 of acme-retail")
                .endsWith("newsletter form");
    }

    @Test
    @Order(4)
    void letsOnlyAnOperatorErase() throws Exception {
        var stranger = HttpRequest.newBuilder(URI.create(hub.url() + "/api/consumers/" + consumer + "?reason=asked"))
                .DELETE()
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("operator:guess".getBytes(UTF_8)))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(stranger, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
        assertThat(consumers("DELETE", consumer, "").statusCode()).isEqualTo(422);
        assertThat(consumers("DELETE", consumer, "asked by " + EMAIL).statusCode())
                .isEqualTo(422);
        assertThat(consumers("DELETE", new UUID(4, 4), "asked").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(5)
    void leavesNothingOfAnErasedPersonInAnyFile() throws Exception {
        takeMessages();
        assertThat(found(texts(folder.resolve("data/artemis"))))
                .as("what was taken is in the journal still")
                .contains(NAME, EMAIL);

        var answer = consumers("DELETE", consumer, "asked for by letter on 1 March");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).has("identity")).isFalse();
        assertThat(json(answer).at("/events/2/detail").asText()).isEqualTo("asked for by letter on 1 March");
        assertThat(found(dump())).isEmpty();
        hub.jdbc().sql("checkpoint").update();
        assertThat(found(texts(folder.resolve("data")))).isEmpty();
    }

    @Test
    @Order(6)
    void showsNoDocumentOfAnErasedPersonAnyMore() throws Exception {
        for (var row : hub.bean(Tracking.class).documentsNaming(consumer)) {
            assertThat(hub.bean(Contents.class).canonical(row))
                    .as(row.toString())
                    .isEmpty();
            assertThat(raw(row)).as(row.toString()).isEmpty();
            assertThat(found(List.of(hub.consolePage("/documents/" + row.id()))))
                    .isEmpty();
        }
        assertThat(hub.count("select count(*) from outbox where state = 'due'")).isZero();
    }

    @Test
    @Order(7)
    void keepsTheNeighbours() {
        for (var number : List.of("ACME-502", "ACME-504")) {
            var row = document(number);
            assertThat(raw(row)).contains(OTHER).startsWith("ST*850*0002~").endsWith("0002~");
            assertThat(hub.bean(Contents.class).canonical(row)).get().asString().contains(OTHER);
        }
        assertThat(hub.bean(relais.ledger.Ledger.class).verify().toString()).doesNotContain("mismatch");
    }

    @Test
    @Order(7)
    void knowsTheBytesOfAnErasedPersonAgain() throws Exception {
        var again =
                partners.post("storefront", "application/json", shop("WEB-501").getBytes(UTF_8));

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).contains("\"state\":\"duplicate\"");
    }

    @Test
    @Order(8)
    void takesThePersonForANewOneAfterwards() throws Exception {
        partners.put("again.x12", acme(506, set(1, "ACME-506", NAME, "EA")));

        assertThat(consumerOf("ACME-506")).isNotEqualTo(consumer);
        assertThat(json(consumers("GET", consumer, "")).path("documents").findValuesAsText("number"))
                .doesNotContain("ACME-506");
    }

    // --- what is sent ---

    private static String acme(int number, String... sets) {
        var control = "%09d".formatted(number);
        return "ISA*00*          *00*          *01*081466849      *ZZ*MAISONLUMEN    *260302*0830*U*00401*" + control
                + "*0*P*>~GS*PO*081466849*MAISONLUMEN*20260302*0830*" + number + "*X*004010~" + String.join("", sets)
                + "GE*" + sets.length + "*" + number + "~IEA*1*" + control + "~";
    }

    private static String set(int ordinal, String number, String name, String unit) {
        return set(ordinal, number, name, STREET, EMAIL, PHONE, unit);
    }

    private static String other(int ordinal, String number) {
        return set(ordinal, number, "Consumer Other", "1 Example Street", OTHER, "+33 1 70 00 00 09", "EA");
    }

    private static String set(
            int ordinal, String number, String name, String street, String email, String phone, String unit) {
        return "ST*850*000" + ordinal + "~BEG*00*DS*" + number + "**20260302~CUR*BY*USD~"
                + "N1*BY*Acme Retail*92*ACME-HQ~N1*SE*Maison Lumen*92*77120~N1*ST*" + name + "~N3*" + street
                + "~N4*Boston*MA*02108*US~PER*IC*" + name + "*EM*" + email + "*TE*" + phone + "~PO1*1*1*" + unit
                + "*89.00**EN*5412345010012*VN*ML-TABLE-01~CTT*1~SE*12*000" + ordinal + "~";
    }

    private static byte[] galeries() {
        return new String(Hub.day("galeries-orders.edi"), ISO_8859_1)
                .replace("+201'", "+507'")
                .replace("GS-2001", "GS-501")
                .replace("Consommateur Six", NAME)
                .replace("6 rue de l?'Exemple", STREET)
                .replace("consumer.six@example.com", EMAIL)
                .replace("?+33 4 55 55 01 06", "?" + PHONE)
                .getBytes(ISO_8859_1);
    }

    private static String shop(String number) {
        return BadInputs.webOrder(number)
                .replace("Consumer One", NAME)
                .replace("Consumer.One@example.com", EMAIL)
                .replace("+1 217 555 0101", PHONE)
                .replace("1 Example Street", STREET);
    }

    private static String boutique() throws IOException {
        return Files.readString(Path.of("src/test/resources/relais/files/order.xml"))
                .replace("BL-100", "BL-501")
                .replace("Consumer Nine", NAME)
                .replace("9 rue de l'Exemple", STREET)
                .replace("consumer.nine@example.com", EMAIL);
    }

    // --- what is looked for ---

    private static final List<String> NEEDLES = Stream.of(NAME, EMAIL, PHONE, PHONE.replace(" ", ""), STREET)
            .flatMap(ErasureTest::forms)
            .toList();

    /** A text as the hub, a broker or a database might write it. */
    private static Stream<String> forms(String text) {
        var forms = new ArrayList<>(List.of(
                text,
                hex(text.getBytes(UTF_8)),
                new String(text.getBytes(java.nio.charset.StandardCharsets.UTF_16LE), ISO_8859_1),
                new String(text.getBytes(java.nio.charset.StandardCharsets.UTF_16BE), ISO_8859_1),
                new String(text.getBytes(java.nio.charset.Charset.forName("IBM037")), ISO_8859_1),
                URLEncoder.encode(text, UTF_8)));
        for (var before = 0; before < 3; before++) forms.add(base64(text, before));
        return forms.stream();
    }

    /** Its Base64 without the characters that depend on the bytes around it, when so many come before it. */
    private static String base64(String text, int before) {
        var encoded = Base64.getEncoder().withoutPadding().encodeToString(("x".repeat(before) + text).getBytes(UTF_8));
        return encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 2);
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static List<String> found(List<String> texts) {
        return NEEDLES.stream()
                .filter(needle -> texts.stream().anyMatch(text -> text.contains(needle)))
                .toList();
    }

    /** Every value of every table, bytes as they are. */
    private static List<String> dump() {
        var all = new ArrayList<String>();
        for (var table : hub.texts("select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_type = 'BASE TABLE'"))
            hub.jdbc().sql("select * from " + table).query().listOfRows().forEach(row -> row.values()
                    .forEach(value -> all.add(
                            value instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : String.valueOf(value))));
        return all;
    }

    /** What is no longer the hub's: the partners' own servers and folders. */
    private static boolean isFarEnd(Path file) {
        var path = folder.resolve("data").relativize(file).toString();
        return path.startsWith("partners") || path.startsWith("boutique");
    }

    /** Every file of the hub below a folder, as text of one byte a character. */
    private static List<String> texts(Path below) throws IOException {
        var texts = new ArrayList<String>();
        try (var files = Files.walk(below)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                if (!isFarEnd(file)) texts.add(new String(Files.readAllBytes(file), ISO_8859_1));
        }
        return texts;
    }

    /** The far ends take what waits for them in queues. */
    private static void takeMessages() {
        try (var broker = hub.bean(ConnectionFactory.class).createContext()) {
            for (var queue :
                    List.of(BrokerServer.copyOf("erp.orders"), BrokerServer.copyOf("erp.invoices"), "galeries-sud.in"))
                try (var messages = broker.createConsumer(broker.createQueue(queue))) {
                    while (messages.receive(500) != null) assertThat(queue).isNotEmpty();
                }
        }
    }

    // --- the hub ---

    private static UUID consumerOf(String order) {
        return document(order).consumer().orElseThrow();
    }

    private static DocumentRow document(String number) {
        return hub.bean(Tracking.class)
                .document(UUID.fromString(hub.texts("select id from document where direction = 'in' and type = 'Order'"
                                + " and number = '" + number + "'")
                        .get(0)))
                .orElseThrow();
    }

    private static String raw(DocumentRow row) {
        return hub.bean(Contents.class)
                .raw(row)
                .map(raw -> new String(raw.bytes(), ISO_8859_1))
                .orElse("");
    }

    private static HttpResponse<String> consumers(String method, UUID id, String reason) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create(hub.url() + "/api/consumers/" + id + "?reason=" + URLEncoder.encode(reason, UTF_8)))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", operator())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String operator() throws IOException {
        var key = Files.readString(Path.of(hub.property("relais.keys"), "console"))
                .strip();
        return "Basic " + Base64.getEncoder().encodeToString(("operator:" + key).getBytes(UTF_8));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

package relais;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import relais.finding.Finding;
import relais.tracking.Tracking;

/** What the example partners can send to a hub, to be spoilt by a test, and what they and the console then see. */
record BadInputs(Hub hub) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One order of Acme in an interchange of this control number; it is called {@code ACME-} and the number. */
    static String order(int number) {
        return new String(Hub.day("acme-orders-last-week.x12"), ISO_8859_1)
                .replace("\n", "")
                .replace("000000101", "%09d".formatted(number))
                .replace("*101", "*" + number)
                .replace("ACME-1000", "ACME-" + number);
    }

    static String ordersMessage(int number) {
        return new String(Hub.day("galeries-orders.edi"), ISO_8859_1)
                .replace("+201'", "+" + number + "'")
                .replace("GS-2001", "GS-" + number);
    }

    static String webOrder(String number) {
        return new String(Hub.day("storefront-order.json"), UTF_8).replace("WEB-3001", number);
    }

    static String invoice(String number) {
        return """
                {"type": "Invoice", "number": "%s", "partner": "acme-retail", "issuedOn": "2026-03-02",
                 "orderNumber": "ACME-320", "orderIssuedOn": "2026-02-23", "currency": "USD",
                 "buyer": {"name": "Acme Retail"}, "seller": {"name": "Maison Lumen"},
                 "lines": [{"lineNumber": 1, "item": {"gtin": "5412345010012"},
                            "quantity": {"value": 1, "unit": "EA"}, "unitPrice": 89.00, "netAmount": 89.00}],
                 "netAmount": 89.00, "taxAmount": 0.00, "payableAmount": 89.00}""".formatted(number);
    }

    void put(String name, String text) throws IOException {
        put(name, text.getBytes(ISO_8859_1));
    }

    void put(String name, byte[] bytes) throws IOException {
        hub.partners().put("acme-retail", name, bytes);
        hub.eventually(() -> hub.count("select count(*) from receipt where name = '" + name + "'") == 1);
        hub.untilQuiet();
    }

    HttpResponse<String> post(String partner, String contentType, String text) throws Exception {
        return post(partner, contentType, text.getBytes(ISO_8859_1));
    }

    HttpResponse<String> post(String partner, String contentType, byte[] bytes) throws Exception {
        var answer = hub.partners().post(partner, contentType, bytes);
        hub.untilQuiet();
        return answer;
    }

    HttpResponse<String> post(String header, String value, String contentType, byte[] bytes) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(hub.url() + "/api/documents"))
                .header(header, value)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String partner, String path) throws Exception {
        var key = Files.readString(Path.of(hub.property("relais.keys"), partner + ".api-key"));
        var request = HttpRequest.newBuilder(URI.create(hub.url() + path))
                .header("X-API-Key", key.strip())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Puts a document where the ERP does. @return what is listed of it */
    List<String> fromErp(String json) throws JMSException {
        try (var broker = hub.bean(ConnectionFactory.class).createContext()) {
            var message = broker.createTextMessage(json);
            broker.createProducer().send(broker.createQueue("hub.erp"), message);
            var name = message.getJMSMessageID();
            hub.eventually(() -> hub.count("select count(*) from receipt where name = '" + name + "'") == 1);
            hub.untilQuiet();
            return listed(name);
        }
    }

    List<String> listed(String name) {
        return listed(UUID.fromString(
                hub.texts("select id from receipt where name = '" + name + "'").get(0)));
    }

    /** What the console lists of a receipt: {@code Order rejected SENDER_UNKNOWN}. Nothing goes without advice. */
    List<String> listed(UUID receipt) {
        var tracking = hub.bean(Tracking.class);
        return tracking.documentsOf(receipt).stream()
                .map(row -> {
                    var findings = tracking.findings(row.id());
                    assertThat(findings)
                            .allMatch(finding -> finding.code().advice().endsWith("."));
                    assertThat(row.reason().isEmpty()).isEqualTo(findings.isEmpty());
                    var codes = findings.stream()
                            .map(Finding::code)
                            .map(Enum::name)
                            .sorted()
                            .toList();
                    return (row.type() + " " + row.state() + " " + String.join(", ", codes)).strip();
                })
                .toList();
    }

    String state(String name) {
        return hub.texts("select state from receipt where name = '" + name + "'")
                .get(0);
    }

    long accepted(String number) {
        return hub.count("select count(*) from document where direction = 'in' and state = 'accepted' and number = '"
                + number + "'");
    }

    boolean acmeGot(String segments) {
        return hub.arrivedAt("acme-retail").values().stream().anyMatch(file -> file.contains(segments));
    }

    boolean galeriesGot(String segments) {
        return hub.messagesIn("galeries-sud.in").stream().anyMatch(message -> message.contains(segments));
    }

    /** The receipt that an answer names: by its Location, or as the instance of the problem. */
    static UUID receipt(HttpResponse<String> answer) throws IOException {
        var path = answer.headers()
                .firstValue("Location")
                .orElse(JSON.readTree(answer.body()).path("instance").asText());
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    static JsonNode problem(HttpResponse<String> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return JSON.readTree(answer.body());
    }

    static List<String> codes(HttpResponse<String> answer) throws IOException {
        return problem(answer).path("findings").findValuesAsText("code");
    }
}

package relais.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import relais.document.DocumentType;
import relais.document.Order;
import relais.finding.Finding;

class JsonTest {

    private static final String ORDER = """
            {"type":"Order","number":"4711","partner":"acme-retail","issuedOn":"2026-03-05","currency":"USD",\
            "consumer":{"name":"Consumer One","address":{"line1":"1 Main St","city":"Springfield","country":"US"}},\
            "lines":[{"lineNumber":1,"item":{"gtin":"4006381333931"},"quantity":{"value":2,"unit":"EA"},"unitPrice":129.50}]}""";

    private final Json json = new Json();

    @Test
    void readsADocumentAndWritesTheSameBytes() {
        var order = (Order) json.read(ORDER.getBytes(UTF_8)).document().orElseThrow();

        assertThat(order.lines().get(0).unitPrice().orElseThrow()).isEqualTo("129.50");
        assertThat(order.buyer().name()).isEmpty();
        assertThat(order.shipTo()).isEmpty();
        assertThat(new String(json.write(order), UTF_8)).isEqualTo(ORDER);
    }

    @Test
    void takesWhatIsGivenWhereTheDocumentSaysNothing() {
        var text = ORDER.replace("\"partner\":\"acme-retail\",", "");

        var order = json.read(text.getBytes(UTF_8), Map.of("partner", "storefront", "currency", "EUR"))
                .document()
                .orElseThrow();

        assertThat(order.partner()).isEqualTo("storefront");
        assertThat(((Order) order).currency()).hasToString("USD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"lineNumber\":1'      | '\"lineNumber\":\"one\"' | /lines/0/lineNumber",
                "'\"number\":\"4711\",'  | ''                       | /",
                "'\"number\":\"4711\"'   | '\"number\":\"\"'        | /number",
                "2026-03-05              | 2026-02-30               | /issuedOn",
                "USD                     | US$                      | /currency",
                "'\"value\":2'           | '\"valu\":2'             | /lines/0/quantity",
                "4006381333931           | 40063813339311111        | /lines/0/item/gtin",
                "129.50                  | 1e999999999              | /",
                "'\"Order\"'             | '\"Ordr\"'               | /type",
            })
    void pointsAtWhatDoesNotFit(String right, String wrong, String pointer) {
        var reading = json.read(ORDER.replace(right, wrong).getBytes(UTF_8));

        assertThat(reading.document()).isEmpty();
        assertThat(reading.findings())
                .extracting(finding -> finding.location().toString())
                .contains(pointer);
    }

    @Test
    void namesEveryViolation() {
        var reading = json.read(
                ORDER.replace("USD", "US$").replace("2026-03-05", "5 March").getBytes(UTF_8));

        assertThat(reading.findings()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"type\": \"Order\",}'   | 17",
                "'{\"type\": \"Order\"} x'  | 18",
                "'{\"type\": 1, \"type\": 2}' | 20",
            })
    void saysWhereTheTextStopsBeingJson(String text, long offset) {
        var findings = json.read(text.getBytes(UTF_8)).findings();

        assertThat(findings).singleElement().extracting(f -> f.code().name()).isEqualTo("JSON_INVALID");
        assertThat(findings).extracting(f -> f.location().offset()).containsExactly(offset);
    }

    @Test
    void refusesEmptyInput() {
        assertThat(json.read(new byte[0]).findings())
                .extracting(f -> f.code().name())
                .containsExactly("EMPTY_INPUT");
    }

    @ParameterizedTest
    @EnumSource(DocumentType.class)
    void publishesASchemaOfEveryDocument(DocumentType type) {
        assertThat(new String(Json.schema(type), UTF_8))
                .contains("\"title\":\"" + type.title() + "\"", "\"required\":[\"number\",\"issuedOn\"");
    }

    @Test
    void typesTheTextsThatSmooksBound() {
        var bound = Map.of(
                "number",
                "7",
                "issuedOn",
                "2026-03-05",
                "lines",
                java.util.List.of(
                        Map.of("lineNumber", "01", "quantity", Map.of("value", "x2", "unit", "EA"), "item", Map.of())));

        var reading =
                json.bind(DocumentType.INVENTORY_REPORT, Texts.tree(DocumentType.INVENTORY_REPORT, bound), Map.of());

        assertThat(reading.findings())
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .startsWith("/lines/0/quantity/value: VALUE_INVALID expected a decimal number");
    }
}

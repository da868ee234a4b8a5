package relais.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.document.Order;
import relais.document.SalesReport;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.yaml.InvalidFiles;

class TableMappingTest {

    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));
    private static final Map<String, String> GIVEN = Map.of("partner", "acme-retail");
    private static final String HEADER = "order_no;order_date;currency;sku;qty\n";

    private final TableMapping orders = MAPPINGS.table("csv/Order");

    @TempDir
    Path folder;

    @Test
    void saysThatAFileIsEmpty() {
        for (var file : List.of("", HEADER, "\uFEFF" + HEADER + ";;;;\n"))
            assertThat(findings(file)).containsExactly("at offset 0: EMPTY_INPUT no rows");
    }

    @Test
    void countsBytesAndNotCharacters() {
        assertThat(findings("\uFEFF" + HEADER + "1;05.03.2026;EUR;\"é;\n\";x\n"))
                .containsExactly("row 2 column qty at offset 64: ELEMENT_NOT_NUMERIC quantity.value:"
                        + " expected a number like 1234,5, got 'x'");
    }

    @Test
    void saysWhichByteIsNoCharacter() {
        var bytes = (HEADER + "1;05.03.2026;EUR;?;2\n").getBytes(UTF_8);
        bytes[HEADER.length() + 17] = (byte) 0xE9;

        var readings = orders.readAll(bytes, GIVEN);

        assertThat(readings.get(0).document()).isEmpty();
        assertThat(readings.get(0).findings())
                .extracting(Finding::toString)
                .containsExactly("at offset 54: CHARACTER_NOT_ALLOWED what stands there is no character of UTF-8");
    }

    @Test
    void acceptsNoDocumentOfAFileWithARowThatCouldBeOfAny() {
        var readings = read(HEADER + "1;05.03.2026;EUR;A;2\n2;05.03.2026;EUR\n");

        assertThat(readings).hasSize(1);
        assertThat(readings.get(0).document()).isEmpty();
    }

    @Test
    void acceptsTheOtherDocumentsOfAFile() {
        var readings = read(HEADER + "1;05.03.2026;EUR;A;two\n2;05.03.2026;EUR;B;2\n");

        assertThat(readings).extracting(Reading::number).containsExactly("1", "2");
        assertThat(readings)
                .extracting(reading -> reading.document().isPresent())
                .containsExactly(false, true);
    }

    @Test
    void warnsOfAColumnThatItDoesNotRead() {
        var readings = read("colour;" + HEADER + "red;1;05.03.2026;EUR;A;2\n");

        assertThat(readings.get(0).document()).isPresent();
        assertThat(readings.get(0).findings()).extracting(Finding::code).containsExactly(FindingCode.VALUE_NOT_CARRIED);
    }

    @Test
    void readsNoRowThatIsLongerThanTheLimit() {
        var readings = read(HEADER + "1;05.03.2026;EUR;" + "A".repeat(TableForm.ROW_CHARACTERS_MAX) + ";2\n");

        assertThat(readings.get(0).findings()).extracting(Finding::text).containsExactly("more than 100000 characters");
    }

    @Test
    void readsNoMoreRowsThanTheLimit() {
        var rows = "1;05.03.2026;EUR;A;2\n".repeat(TableForm.ROWS_MAX);

        assertThat(findings(HEADER + rows)).last().asString().contains("LIMIT_REACHED more than 1000000 rows");
    }

    @Test
    void givesUpAFileOfWhichNoRowCanBeSplit() {
        assertThat(findings(HEADER + "\"A\"B\n".repeat(1000))).hasSize(101);
    }

    @Test
    void writesNoPlaceThatWouldBeTakenForAnother() throws IOException {
        var table = MAPPINGS.table("csv/SalesReport");
        var json = Files.readString(Path.of("mappings/csv/SalesReport/examples/two-stores.json"))
                .replace("\"021\"", "\"013\"")
                .replace("Sète", "Nîmes");
        var report =
                (SalesReport) new Json().read(json.getBytes(UTF_8)).document().orElseThrow();

        assertThat(table.write(report).findings())
                .extracting(Finding::toString)
                .containsExactly("/locations/1: VALUE_NOT_CARRIED its rows look like those of another before it");
    }

    @Test
    void saysWhatTheCharacterSetLacksAndWhatIsTooLong() throws IOException {
        var table = MAPPINGS.table("fixed/InventoryReport");
        var json = Files.readString(Path.of("mappings/fixed/InventoryReport/examples/two-lines.json"))
                .replace("weiß", "\u2022 white, with a very long text after it")
                .replace("120.000", "123456789012")
                .replace("60.000", "0.0001");

        var writing =
                table.write(new Json().read(json.getBytes(UTF_8)).document().orElseThrow());

        assertThat(writing.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "/lines/0/quantity/value: ELEMENT_TOO_LONG quantity.value does not fit into 12 characters",
                        "/lines/1/item/description: VALUE_NOT_CARRIED item.description is not carried whole:"
                                + " only the first 40 of 58 characters",
                        "/lines/1/item/description: VALUE_NOT_CARRIED item.description is not carried whole:"
                                + " ISO-8859-1 lacks some of its characters",
                        "/lines/1/onOrder/value: CODE_UNKNOWN onOrder.value cannot be written as"
                                + " a number with 3 implied decimals");
    }

    @Test
    void refusesADocumentOfAnotherType() {
        var order = read(HEADER + "1;05.03.2026;EUR;A;2\n").get(0).document().orElseThrow();

        assertThat(order).isInstanceOf(Order.class);
        assertThatThrownBy(() -> MAPPINGS.table("csv/Catalogue").write(order))
                .hasMessage("csv/Catalogue writes Catalogue, not Order");
    }

    @Test
    void namesTheLineOfEveryMistakeInAMapping() throws IOException {
        var mistakes = mistakes("""
                csv: {delimiter: ";;", charset: UTF8, decimal: ";", separator: x}
                document: InventoryReport
                each: lines.item
                columns:
                  - no: {to: numbr}
                  - NO: {to: number, widht: 3}
                  - day: {to: issuedOn, date: dd.MM}
                  - price: "references[kind=NET].number"
                  - sum: {count: lines}
                assumed: {holder.gln: x}
                notCarried: [holder.id, holder.name, holder.taxId, holder.address, holder.contact, location, references, lines]
                """);

        assertThat(mistakes)
                .contains(
                        "mappings/t/mapping.yaml line 1: expected one character such as ';' or \"\\t\", got ';;'",
                        "mappings/t/mapping.yaml line 1: unknown 'UTF8'; did you mean 'UTF-8'?",
                        "mappings/t/mapping.yaml line 1: expected '.' or ',', got ';'",
                        "mappings/t/mapping.yaml line 3: 'item' is no list to have a row for each of its items",
                        "mappings/t/mapping.yaml line 5: unknown path 'numbr'; did you mean 'number'?",
                        "mappings/t/mapping.yaml line 6: column 'NO' stands twice",
                        "mappings/t/mapping.yaml line 6: unknown key 'widht'; known are to, write, codes, implied, date,"
                                + " otherwise, when, max, optional",
                        "mappings/t/mapping.yaml line 7: expected a pattern that tells day, month and year, like dd.MM.yyyy,"
                                + " got 'dd.MM'",
                        "mappings/t/mapping.yaml line 9: unknown 'lines'; known are records, rows",
                        "mappings/t/mapping.yaml line 10: expected 13 digits or position, got 'x'")
                .anyMatch(
                        mistake -> mistake.startsWith("mappings/t/mapping.yaml line 8: expected one of BLANKET_ORDER"));
    }

    @Test
    void wantsRecordsOfFixedLengthToSayHowTheyBegin() throws IOException {
        var mistakes = mistakes("""
                fixed: {}
                document: InventoryReport
                header:
                  - {record: {only: H, width: 1}}
                columns:
                  - {no: {to: number}}
                """);

        assertThat(mistakes)
                .contains(
                        "mappings/t/mapping.yaml line 6: column 'no' needs its width in characters",
                        "mappings/t/mapping.yaml line 1: column 'no' begins a record, so it must say {only: …} to tell it from"
                                + " the others")
                .anyMatch(mistake -> mistake.endsWith("'issuedOn' is neither mapped nor listed under notCarried"));
    }

    private List<String> mistakes(String yaml) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("t")).resolve("mapping.yaml"), yaml);
        try {
            Mappings.load(folder);
            return List.of();
        } catch (InvalidFiles e) {
            return e.getMessage().lines().toList();
        }
    }

    private List<Reading> read(String file) {
        return orders.readAll(file.getBytes(UTF_8), GIVEN);
    }

    private List<String> findings(String file) {
        return read(file).stream()
                .flatMap(reading -> reading.findings().stream())
                .map(Finding::toString)
                .toList();
    }
}

package relais.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import relais.document.Document;
import relais.finding.FindingCode;
import relais.finding.Severity;

/** Whatever document is written as a table, the same is read from the bytes: all of it but what is reported as not carried. */
class TableRoundTripTest {

    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-/()éüß'";
    private static final String AWKWARD = "\"\";;,,\n\r\t|#\\";

    private final Json json = new Json();

    @Provide
    Arbitrary<TableMapping> tables() {
        return Arbitraries.of(MAPPINGS.tables());
    }

    @Property(tries = 2000)
    void tables(@ForAll("tables") TableMapping table, @ForAll long seed) {
        var fixed = table.id().startsWith("fixed/");
        var random = new RandomDocuments(new Random(seed), fixed ? LETTERS + "\";," : LETTERS + AWKWARD);
        var document = table.id().equals("csv/Catalogue")
                ? json.bind((ObjectNode) priced(json.tree(random.of(table.document()))))
                        .document()
                        .orElseThrow()
                : random.of(table.document());

        var writing = table.write(document);
        var readings = table.readAll(writing.bytes(), Map.of("partner", "p"));

        var text = new String(writing.bytes(), StandardCharsets.UTF_8);
        assertThat(readings).as(text).hasSize(1);
        assertThat(readings.get(0).findings()).as(text).isEmpty();
        assertThat(plain(json.tree(readings.get(0).document().orElseThrow())))
                .as(text)
                .isEqualTo(plain(carried(table, document)));
        assertThat(writing.findings()).allSatisfy(finding -> {
            assertThat(finding.code()).as(finding.toString()).isEqualTo(FindingCode.VALUE_NOT_CARRIED);
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
        });
    }

    /** Leaves of a catalogue what a price list with columns side by side has: one price of each kind, in their order. */
    private static JsonNode priced(ObjectNode catalogue) {
        for (var line : catalogue.path("lines")) {
            var kept = new ArrayList<JsonNode>();
            for (var kind : List.of("NET", "LIST", "RETAIL"))
                for (var price : line.path("prices"))
                    if (price.path("kind").asText().equals(kind)
                            && kept.stream()
                                    .noneMatch(k -> k.path("kind").asText().equals(kind))) kept.add(price);
            for (var price : kept)
                if (!price.path("kind").asText().equals("NET")) ((ObjectNode) price).remove("quantityMin");
            if (line.path("prices") instanceof ArrayNode prices)
                prices.removeAll().addAll(kept);
            ((ObjectNode) line).remove("attachments");
            ((ObjectNode) line.path("item")).remove("attributes");
        }
        return catalogue;
    }

    /** The document's tree without what the mapping lists as not carried. */
    private JsonNode carried(TableMapping mapping, Document document) {
        return Trees.without(json.tree(document), mapping.notCarried());
    }

    /** Numbers without the zeros that a fixed number of decimals adds. */
    private static JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode tree)
            for (var name : new HashSet<>(fieldNames(tree))) tree.set(name, plain(tree.get(name)));
        if (node instanceof ArrayNode array) for (var i = 0; i < array.size(); i++) array.set(i, plain(array.get(i)));
        return node.isNumber()
                ? Shape.NODES.textNode(node.decimalValue().stripTrailingZeros().toPlainString())
                : node;
    }

    private static List<String> fieldNames(ObjectNode tree) {
        var names = new ArrayList<String>();
        tree.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

package relais.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import relais.document.Document;
import relais.document.DocumentType;

/** An order that comes in one format and leaves in another says the same, field by field, in all that both have a place for. */
class CrossFormatTest {

    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,-/()";
    private static final List<Format> FORMATS =
            List.of(new Segments("x12/850"), new Segments("edifact/ORDERS"), new Xml("ubl/Order"), new Canonical());

    private final Json json = new Json();

    /** A way to write an order and to read it. */
    private sealed interface Format {
        List<String> notCarried();

        byte[] write(Document order);

        Document read(byte[] bytes);
    }

    private record Segments(String id) implements Format {
        private Mapping mapping() {
            return MAPPINGS.get(id);
        }

        @Override
        public List<String> notCarried() {
            return mapping().notCarried();
        }

        @Override
        public byte[] write(Document order) {
            return Interchanges.bytes(mapping(), mapping().write(order)).getBytes(ISO_8859_1);
        }

        @Override
        public Document read(byte[] bytes) {
            var reading = mapping().read(Interchanges.sets(bytes).get(0), Map.of("partner", "p"));
            return reading.document().orElseThrow(() -> new AssertionError(reading.findings()));
        }
    }

    private record Xml(String id) implements Format {
        @Override
        public List<String> notCarried() {
            return MAPPINGS.xml(id).notCarried();
        }

        @Override
        public byte[] write(Document order) {
            return MAPPINGS.xml(id).write(order).bytes();
        }

        @Override
        public Document read(byte[] bytes) {
            var reading = MAPPINGS.xml(id).read(bytes, Map.of("partner", "p"));
            return reading.document().orElseThrow(() -> new AssertionError(reading.findings()));
        }
    }

    private record Canonical() implements Format {
        @Override
        public List<String> notCarried() {
            return List.of();
        }

        @Override
        public byte[] write(Document order) {
            return new Json().write(order);
        }

        @Override
        public Document read(byte[] bytes) {
            return new Json().read(bytes).document().orElseThrow();
        }
    }

    @Provide
    Arbitrary<Format> formats() {
        return Arbitraries.of(FORMATS);
    }

    @Property(tries = 1000)
    void saysTheSame(@ForAll("formats") Format from, @ForAll("formats") Format to, @ForAll long seed) {
        var random = new RandomDocuments(new Random(seed), LETTERS).of(DocumentType.ORDER);
        var order = json.bind(carried(random, from, to)).document().orElseThrow();

        var came = from.read(from.write(order));
        var left = to.read(to.write(came));

        assertThat(carried(left, from, to)).isEqualTo(carried(order, from, to));
    }

    /** What both have a place for; references stand in another order where each kind has an element of its own. */
    private ObjectNode carried(Document order, Format... formats) {
        var tree = json.tree(order);
        for (var format : formats) Trees.without(tree, format.notCarried());
        withoutWhatNoBasisHas(tree);
        Trees.without(tree, List.of());
        if (tree.path("references").isArray()) sort(tree);
        return tree;
    }

    /** A price for so many says nothing where there is no price. */
    private static void withoutWhatNoBasisHas(ObjectNode order) {
        for (var line : order.path("lines")) if (!line.has("unitPrice")) ((ObjectNode) line).remove("priceBasis");
    }

    private static void sort(ObjectNode order) {
        var references = new ArrayList<JsonNode>();
        order.path("references").forEach(references::add);
        references.sort(Comparator.comparing(reference -> reference.path("kind").asText()));
        order.putArray("references").addAll(references);
    }
}

package relais.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import relais.finding.FindingCode;
import relais.finding.Severity;

/**
 * Whatever document is written as XML, the same is read from the bytes: all of it but what the findings name. References stand in an
 * element for each kind, so only those of one kind keep their order.
 */
class XmlRoundTripTest {

    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));
    private static final String ALPHABET =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,-/()<>&\"'éüß€";

    private final Json json = new Json();

    @Provide
    Arbitrary<XmlMapping> mappings() {
        return Arbitraries.of(MAPPINGS.allXml());
    }

    @Property(tries = 600)
    void xml(@ForAll("mappings") XmlMapping mapping, @ForAll long seed) {
        var document = new RandomDocuments(new Random(seed), ALPHABET).of(mapping.document());

        var writing = mapping.write(document);
        var text = new String(writing.bytes(), UTF_8);
        var reading = mapping.read(writing.bytes(), Map.of("partner", "p"));

        assertThat(reading.findings()).as(text).isEmpty();
        assertThat(ordered(json.tree(reading.document().orElseThrow())))
                .as(text)
                .isEqualTo(ordered(carried(mapping, document, writing)));
        assertThat(writing.findings()).allSatisfy(finding -> {
            assertThat(finding.code()).as(finding.toString()).isEqualTo(FindingCode.VALUE_NOT_CARRIED);
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
        });
    }

    /** The document's tree without what the mapping lists as not carried, and what the writing said it did not carry. */
    private JsonNode carried(XmlMapping mapping, Document document, FileWriting writing) {
        var tree = json.tree(document);
        var lost = new ArrayList<JsonNode>();
        for (var path : mapping.notCarried()) Removal.of(tree, path);
        for (var finding : writing.findings())
            if (finding.text().startsWith("this value"))
                Removal.at(tree, finding.location().segment(), lost);
        Removal.emptied(tree, lost);
        return tree;
    }

    private static JsonNode ordered(JsonNode tree) {
        if (tree.path("references") instanceof ArrayNode references) {
            var items = new ArrayList<JsonNode>();
            references.forEach(items::add);
            items.sort(Comparator.comparing(item -> item.path("kind").asText()));
            references.removeAll().addAll(items);
        }
        return tree;
    }

    /** Takes values out of a tree. */
    private static final class Removal {

        /** @param path through lists: {@code lines.item.gtin} */
        static void of(JsonNode from, String path) {
            if (from.isArray()) from.forEach(item -> of(item, path));
            if (!(from instanceof ObjectNode tree)) return;
            var point = path.indexOf('.');
            if (point < 0) tree.remove(path);
            else of(tree.path(path.substring(0, point)), path.substring(point + 1));
        }

        /** Takes out a member, or notes an item, which goes only at the end, since the items after it are known by their number. */
        static void at(JsonNode from, String pointer, List<JsonNode> items) {
            var cut = pointer.lastIndexOf('/');
            var parent = from.at(pointer.substring(0, cut));
            if (parent instanceof ObjectNode tree) tree.remove(pointer.substring(cut + 1));
            else items.add(parent.path(Integer.parseInt(pointer.substring(cut + 1))));
        }

        /** Takes out the items, and what holds nothing any more. */
        static boolean emptied(JsonNode node, List<JsonNode> items) {
            if (items.stream().anyMatch(item -> item == node)) return true;
            if (!node.isContainerNode()) return false;
            for (var inner = node.elements(); inner.hasNext(); ) if (emptied(inner.next(), items)) inner.remove();
            return node.isEmpty();
        }
    }
}

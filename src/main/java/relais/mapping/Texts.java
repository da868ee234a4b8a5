package relais.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.document.DocumentType;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.yaml.Nearest;

/** Maps and lists of texts, as Smooks binds them, made into a document's tree. Dates may be ISO 8601, CCYYMMDD or YYMMDD. */
record Texts(ObjectNode tree, List<Finding> findings) {

    static Texts tree(DocumentType type, Map<?, ?> bound) {
        var findings = new ArrayList<Finding>();
        var tree = new Typing(findings).tree(Tree.of(type.type()), bound, "");
        return new Texts(tree, List.copyOf(findings));
    }

    private record Typing(List<Finding> findings) {

        private ObjectNode tree(Tree shape, Map<?, ?> bound, String pointer) {
            var tree = Shape.NODES.objectNode();
            bound.forEach((key, value) -> {
                var name = String.valueOf(key);
                var at = pointer + "/" + name;
                var member = Optional.ofNullable(shape.byName().get(name));
                if (member.isEmpty()) wrong(at, "unknown name '" + name + "'" + Nearest.hint(name, shape.names()));
                var node = member.map(m -> node(m.shape(), value, at)).orElse(MissingNode.getInstance());
                if (!node.isMissingNode()) tree.set(name, node);
            });
            return tree;
        }

        private JsonNode node(Shape shape, @Nullable Object value, String pointer) {
            if (shape instanceof Shape.Maybe maybe) return node(maybe.inner(), value, pointer);
            if (shape instanceof Shape.Many many) return list(many, value, pointer);
            if (shape instanceof Tree tree)
                return value instanceof Map<?, ?> map ? tree(tree, map, pointer) : wrong(pointer, "expected names");
            return leaf((Leaf) shape, value == null ? "" : value.toString().strip(), pointer);
        }

        private JsonNode list(Shape.Many many, @Nullable Object value, String pointer) {
            if (!(value instanceof List<?> items)) return wrong(pointer, "expected a list");
            var array = Shape.NODES.arrayNode();
            for (var i = 0; i < items.size(); i++) array.add(node(many.item(), items.get(i), pointer + "/" + i));
            return array;
        }

        private JsonNode leaf(Leaf leaf, String text, String pointer) {
            if (text.isEmpty()) return MissingNode.getInstance();
            try {
                return json(
                        leaf.type() == LocalDate.class && text.indexOf('-') < 0
                                ? Dates.read(text, "")
                                : leaf.read(text));
            } catch (IllegalArgumentException e) {
                return wrong(pointer, "expected " + leaf.what() + ", got '" + text + "'");
            }
        }

        private static JsonNode json(Object value) {
            if (value instanceof Integer number) return Shape.NODES.numberNode(number);
            return value instanceof BigDecimal decimal
                    ? Shape.NODES.numberNode(decimal)
                    : Shape.NODES.textNode(value.toString());
        }

        private JsonNode wrong(String pointer, String text) {
            findings.add(Finding.error(FindingCode.VALUE_INVALID, Location.pointer(pointer), text));
            return MissingNode.getInstance();
        }
    }
}

package relais.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What is left of a document's tree when what a format has no place for is taken out. */
final class Trees {

    private Trees() {}

    /** Takes the values at paths out, which may lead through lists: {@code lines.item.gtin}; and then what holds nothing any more. */
    static <T extends JsonNode> T without(T tree, List<String> paths) {
        for (var path : paths) remove(tree, List.of(path.split("\\.")));
        isEmptied(tree);
        return tree;
    }

    private static void remove(JsonNode from, List<String> path) {
        if (from.isArray()) from.forEach(item -> remove(item, path));
        if (!(from instanceof ObjectNode tree)) return;
        if (path.size() == 1) tree.remove(path.get(0));
        else remove(tree.path(path.get(0)), path.subList(1, path.size()));
    }

    private static boolean isEmptied(JsonNode node) {
        if (!node.isContainerNode()) return false;
        for (var inner = node.elements(); inner.hasNext(); ) if (isEmptied(inner.next())) inner.remove();
        return node.isEmpty();
    }
}

package relais.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A place in a document's tree, relative to where a rule stands: {@code consumer.address.city}. */
record Path(List<String> names) {

    static Path of(String text) {
        return new Path(List.of(text.split("\\.")));
    }

    /** What stands there; a missing node when nothing does. */
    JsonNode get(JsonNode from) {
        var node = from;
        for (var name : names) node = node.path(name);
        return node;
    }

    /** Puts a value there, unless one stands there already: the first one stated counts. */
    void set(ObjectNode into, JsonNode value) {
        var parent = parent(into);
        if (!parent.has(last())) parent.set(last(), value);
    }

    /** The list that stands there, made when there is none. */
    ArrayNode list(ObjectNode into) {
        var parent = parent(into);
        return parent.get(last()) instanceof ArrayNode list ? list : parent.putArray(last());
    }

    private ObjectNode parent(ObjectNode into) {
        var parent = into;
        for (var name : names.subList(0, names.size() - 1))
            parent = parent.get(name) instanceof ObjectNode child ? child : parent.putObject(name);
        return parent;
    }

    private String last() {
        return names.get(names.size() - 1);
    }

    /** As part of a JSON pointer: {@code /consumer/address/city}. */
    String pointer() {
        return "/" + String.join("/", names);
    }

    @Override
    public String toString() {
        return String.join(".", names);
    }
}

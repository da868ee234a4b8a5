package relais.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of a canonical document, read once from its records. Everything that must agree with the records is derived
 * from here: JSON in both directions, the JSON Schema, the paths a mapping may name, and what a document cannot do
 * without. A value is required exactly when its type has no empty value: a date, a number, a currency, a code, or a
 * record that holds one.
 */
sealed interface Shape permits Leaf, Shape.Maybe, Shape.Many, Tree {

    JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Whether it is the empty value: an empty text, list or Optional, or a record of nothing else. */
    boolean isEmpty(Object value);

    /** Writes a value that is not empty. */
    void write(Object value, JsonGenerator out) throws IOException;

    /**
     * The value that the JSON states; the empty value for what is missing.
     *
     * @throws IllegalArgumentException in words, if the JSON is of another form
     */
    Object bind(JsonNode node);

    /** The value that a draft holds (a value, a {@link Draft}, or a list of either); the empty value for null. */
    Object build(@Nullable Object drafted);

    boolean isRequired();

    ObjectNode schema();

    static Shape of(RecordComponent component) {
        return of(component.getName(), component.getGenericType());
    }

    private static Shape of(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            var inner = of(name, generic.getActualTypeArguments()[0]);
            return generic.getRawType() == List.class ? new Many(inner) : new Maybe(inner);
        }
        var raw = (Class<?>) type;
        return raw.isRecord() ? Tree.of(raw) : Leaf.of(name, raw);
    }

    /** An Optional. */
    record Maybe(Shape inner) implements Shape {

        @Override
        public boolean isEmpty(Object value) {
            var maybe = (Optional<?>) value;
            return maybe.isEmpty() || inner.isEmpty(maybe.get());
        }

        @Override
        public void write(Object value, JsonGenerator out) throws IOException {
            inner.write(((Optional<?>) value).orElseThrow(), out);
        }

        @Override
        public Object bind(JsonNode node) {
            return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(inner.bind(node));
        }

        @Override
        public Object build(@Nullable Object drafted) {
            return drafted == null ? Optional.empty() : Optional.of(inner.build(drafted));
        }

        @Override
        public boolean isRequired() {
            return false;
        }

        @Override
        public ObjectNode schema() {
            return inner.schema();
        }
    }

    /** A list. */
    record Many(Shape item) implements Shape {

        @Override
        public boolean isEmpty(Object value) {
            return ((List<?>) value).isEmpty();
        }

        @Override
        public void write(Object value, JsonGenerator out) throws IOException {
            out.writeStartArray();
            for (var each : (List<?>) value) item.write(each, out);
            out.writeEndArray();
        }

        @Override
        public Object bind(JsonNode node) {
            if (node.isMissingNode() || node.isNull()) return List.of();
            if (!node.isArray()) throw new IllegalArgumentException("expected a list");
            var list = new ArrayList<>(node.size());
            for (var each : node) list.add(item.bind(each));
            return list;
        }

        @Override
        public Object build(@Nullable Object drafted) {
            if (drafted == null) return List.of();
            var items = (List<?>) drafted;
            var list = new ArrayList<>(items.size());
            for (var each : items) list.add(item.build(each));
            return list;
        }

        @Override
        public boolean isRequired() {
            return false;
        }

        @Override
        public ObjectNode schema() {
            var schema = NODES.objectNode().put("type", "array");
            schema.set("items", item.schema());
            return schema;
        }
    }
}

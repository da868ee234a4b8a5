package relais.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import relais.document.Document;

/**
 * The form of a canonical document, read once from its records. Everything that must agree with the records is derived
 * from here: JSON in both directions, the JSON Schema, the paths a mapping may name, and what a document cannot do
 * without. A value is required exactly when its type has no empty value: a date, a number, a currency, a code, or a
 * record that holds one.
 */
sealed interface Shape permits Leaf, Shape.Maybe, Shape.Many, Shape.Tree {

    JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The value as JSON; {@link MissingNode} for what is empty. */
    JsonNode toJson(Object value);

    /**
     * The value that the JSON states; the empty value for what is missing.
     *
     * @throws IllegalArgumentException in words, if the JSON is of another form
     */
    Object bind(JsonNode node);

    boolean isRequired();

    ObjectNode schema();

    /** The form of a record. */
    static Tree of(Class<?> type) {
        return Tree.KNOWN.get(type);
    }

    private static Shape of(RecordComponent component) {
        return of(component.getName(), component.getGenericType());
    }

    private static Shape of(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            var inner = of(name, generic.getActualTypeArguments()[0]);
            return generic.getRawType() == List.class ? new Many(inner) : new Maybe(inner);
        }
        var raw = (Class<?>) type;
        return raw.isRecord() ? of(raw) : Leaf.of(name, raw);
    }

    /** An Optional. */
    record Maybe(Shape inner) implements Shape {

        @Override
        public JsonNode toJson(Object value) {
            return ((Optional<?>) value).map(inner::toJson).orElse(MissingNode.getInstance());
        }

        @Override
        public Object bind(JsonNode node) {
            return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(inner.bind(node));
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
        public JsonNode toJson(Object value) {
            var list = (List<?>) value;
            if (list.isEmpty()) return MissingNode.getInstance();
            var array = new ArrayNode(NODES, list.size());
            for (var each : list) array.add(item.toJson(each));
            return array;
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

    /** A record: named members in the order of its components. */
    record Tree(Class<?> type, List<Member> members, Map<String, Member> byName, MethodHandle constructor)
            implements Shape {

        private static final ClassValue<Tree> KNOWN = new ClassValue<>() {
            @Override
            protected Tree computeValue(Class<?> type) {
                return reflect(type);
            }
        };

        List<String> names() {
            return members.stream().map(Member::name).toList();
        }

        record Member(String name, Shape shape, MethodHandle accessor) {}

        private static Tree reflect(Class<?> type) {
            try {
                var members = new ArrayList<Member>();
                for (var component : type.getRecordComponents()) members.add(member(component));
                var types = Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
                var constructor = MethodHandles.publicLookup()
                        .unreflectConstructor(type.getDeclaredConstructor(types))
                        .asSpreader(Object[].class, types.length)
                        .asType(MethodType.methodType(Object.class, Object[].class));
                var byName = members.stream().collect(Collectors.toMap(Member::name, member -> member));
                return new Tree(type, List.copyOf(members), byName, constructor);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type + " is no public record", e);
            }
        }

        private static Member member(RecordComponent component) throws IllegalAccessException {
            var accessor = MethodHandles.publicLookup()
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
            return new Member(component.getName(), Shape.of(component), accessor);
        }

        @Override
        public ObjectNode toJson(Object value) {
            var node = NODES.objectNode();
            write(value, node);
            return node;
        }

        /** Adds the members of a record to a node; what is empty is left out. */
        void write(Object value, ObjectNode node) {
            for (var member : members) {
                var json = member.shape.toJson(get(member, value));
                if (!json.isMissingNode() && !(json instanceof ObjectNode tree && tree.isEmpty()))
                    node.set(member.name, json);
            }
        }

        @Override
        public Object bind(JsonNode node) {
            var values = new Object[members.size()];
            for (var i = 0; i < values.length; i++) {
                var member = members.get(i);
                var value = node.path(member.name);
                if (member.shape.isRequired() && value.isMissingNode())
                    throw new IllegalArgumentException(member.name + " is missing");
                values[i] = member.shape.bind(value);
            }
            return construct(values);
        }

        private static Object get(Member member, Object value) {
            try {
                return member.accessor.invokeExact(value);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        private Object construct(Object[] values) {
            try {
                return constructor.invokeExact(values);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        /** Whether a document cannot do without the member. A number is what a document is known by, so it never is empty. */
        boolean requires(Member member) {
            return member.shape.isRequired() || member.name.equals("number") && Document.class.isAssignableFrom(type);
        }

        @Override
        public boolean isRequired() {
            return members.stream().anyMatch(this::requires);
        }

        /** The paths of required members that the node lacks, outside of lists: {@code quantity.value}. */
        List<String> missing(JsonNode node) {
            var missing = new ArrayList<String>();
            for (var member : members) {
                var value = node.path(member.name);
                var tree = member.shape instanceof Maybe maybe ? maybe.inner : member.shape;
                if (tree instanceof Tree inner && (value.isObject() || inner.isRequired() && tree == member.shape))
                    for (var path : inner.missing(value)) missing.add(member.name + "." + path);
                else if (requires(member) && value.isMissingNode()) missing.add(member.name);
            }
            return missing;
        }

        @Override
        public ObjectNode schema() {
            var schema = NODES.objectNode().put("type", "object");
            var properties = schema.putObject("properties");
            for (var member : members) properties.set(member.name, memberSchema(member));
            var required = NODES.arrayNode();
            members.stream().filter(this::requires).forEach(member -> required.add(member.name));
            if (!required.isEmpty()) schema.set("required", required);
            return schema.put("additionalProperties", false);
        }

        private ObjectNode memberSchema(Member member) {
            var schema = member.shape.schema();
            return requires(member) && !member.shape.isRequired() ? schema.put("minLength", 1) : schema;
        }
    }
}

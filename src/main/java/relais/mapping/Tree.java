package relais.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.document.Document;

/** The form of a record: named members in the order of its components. */
final class Tree implements Shape {

    /** How a mapping calls an item of a list of texts. */
    static final String IT = "it";

    private static final MethodType OF_VALUES = MethodType.methodType(Object.class, Object[].class);

    private static final ClassValue<Tree> KNOWN = new ClassValue<>() {
        @Override
        protected Tree computeValue(Class<?> type) {
            return reflect(type);
        }
    };

    private final Class<?> type;
    private final Member[] members;
    private final Map<String, Member> byName;
    private final MethodHandle constructor;
    /** The members that a document cannot do without, or that have such members. */
    private final Member[] demanding;

    private final boolean required;
    /** What has nothing in it, once it was asked for: one for all places. */
    private @Nullable Object empty;

    private Tree(Class<?> type, List<Member> members, MethodHandle constructor) {
        this.type = type;
        this.members = members.toArray(new Member[0]);
        this.byName = members.stream().collect(Collectors.toMap(Member::name, member -> member));
        this.constructor = constructor;
        this.demanding = members.stream()
                .filter(member -> requires(member) || member.inner().isPresent())
                .toArray(Member[]::new);
        this.required = members.stream().anyMatch(this::requires);
    }

    static Tree of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** Makes an item of a list of texts look like a record whose only member is {@link #IT}. */
    static Tree around(Leaf leaf) {
        var first = MethodHandles.insertArguments(MethodHandles.arrayElementGetter(Object[].class), 1, 0);
        var it = Member.itself(IT, leaf);
        return new Tree(leaf.type(), List.of(it), first.asType(OF_VALUES));
    }

    private static Tree reflect(Class<?> type) {
        try {
            var components = type.getRecordComponents();
            var members = new ArrayList<Member>();
            for (var component : components) members.add(Member.of(members.size(), component));
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = MethodHandles.publicLookup()
                    .unreflectConstructor(type.getDeclaredConstructor(types))
                    .asSpreader(Object[].class, types.length)
                    .asType(OF_VALUES);
            return new Tree(type, members, constructor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no public record", e);
        }
    }

    Class<?> type() {
        return type;
    }

    List<Member> members() {
        return List.of(members);
    }

    /** The same without a copy; not to be changed. */
    Member[] each() {
        return members;
    }

    int size() {
        return members.length;
    }

    Map<String, Member> byName() {
        return byName;
    }

    List<String> names() {
        return Arrays.stream(members).map(Member::name).toList();
    }

    @Override
    public boolean isEmpty(Object value) {
        if (value == empty) return true;
        for (var member : members) if (!member.shape().isEmpty(member.of(value))) return false;
        return true;
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeStartObject();
        writeMembers(value, out);
        out.writeEndObject();
    }

    /** Writes the members of a record; what is empty is left out. */
    void writeMembers(Object value, JsonGenerator out) throws IOException {
        for (var member : members) {
            var held = member.of(value);
            if (member.shape().isEmpty(held)) continue;
            out.writeFieldName(member.fieldName());
            member.shape().write(held, out);
        }
    }

    @Override
    public Object bind(JsonNode node) {
        var values = new Object[members.length];
        for (var member : members) {
            var value = node.path(member.name());
            if (member.shape().isRequired() && value.isMissingNode())
                throw new IllegalArgumentException(member.name() + " is missing");
            values[member.index()] = member.shape().bind(value);
        }
        return construct(values);
    }

    @Override
    public Object build(@Nullable Object drafted) {
        if (drafted == null) return empty == null ? empty = build(new Draft(this)) : empty;
        if (type.isInstance(drafted)) return drafted;
        var values = new Object[members.length];
        for (var member : members) values[member.index()] = member.shape().build(member.of(drafted));
        return construct(values);
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
        return member.shape().isRequired()
                || member.name().equals("number") && Document.class.isAssignableFrom(type)
                || member.name().equals(IT);
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    /** The paths of required members that the draft lacks, outside of lists: {@code quantity.value}. */
    List<String> missing(Object draft) {
        if (isComplete(draft)) return List.of();
        var missing = new ArrayList<String>();
        for (var member : demanding) {
            var value = member.of(draft);
            if (!isAnswered(member, value))
                if (asks(member, value)) {
                    var inner = member.inner().orElseThrow();
                    for (var path : inner.missing(value == null ? new Draft(inner) : value))
                        missing.add(member.name() + "." + path);
                } else missing.add(member.name());
        }
        return missing;
    }

    private boolean isComplete(@Nullable Object draft) {
        for (var member : demanding) if (!isAnswered(member, draft == null ? null : member.of(draft))) return false;
        return true;
    }

    private boolean isAnswered(Member member, @Nullable Object value) {
        if (asks(member, value)) return member.inner().get().isComplete(value);
        return value != null || !requires(member);
    }

    /** Whether it is for the members of a member to say what is missing: where one has begun, or has to be. */
    private static boolean asks(Member member, @Nullable Object value) {
        if (member.inner().isEmpty()) return false;
        return value instanceof Draft || member.shape() instanceof Tree required && required.isRequired();
    }

    @Override
    public ObjectNode schema() {
        var schema = NODES.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        for (var member : members) properties.set(member.name(), memberSchema(member));
        var required = NODES.arrayNode();
        Arrays.stream(members).filter(this::requires).forEach(member -> required.add(member.name()));
        if (!required.isEmpty()) schema.set("required", required);
        return schema.put("additionalProperties", false);
    }

    private ObjectNode memberSchema(Member member) {
        var schema = member.shape().schema();
        return requires(member) && !member.shape().isRequired() ? schema.put("minLength", 1) : schema;
    }
}

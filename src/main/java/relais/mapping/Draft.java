package relais.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.document.Carried;

/**
 * A record in the making: for each member nothing yet (null), its value, a draft, or a list of either. What is complete is built
 * ({@link Shape#build}).
 */
final class Draft {

    /** Stands where something was read that is no value, so that it is not reported as missing too. */
    static final Object WRONG = new Object();

    /** The name of the member that holds them. */
    static final String CARRIED = "carried";

    private final Tree shape;
    private final @Nullable Object[] values;

    Draft(Tree shape) {
        this.shape = shape;
        this.values = new Object[shape.size()];
    }

    Tree shape() {
        return shape;
    }

    @Nullable
    Object get(int member) {
        return values[member];
    }

    /** Sets a value, unless there is one already: the first one stated counts. */
    void set(int member, Object value) {
        if (values[member] == null) values[member] = value;
    }

    void replace(int member, Object value) {
        values[member] = value;
    }

    void clear(int member) {
        values[member] = null;
    }

    /** The list at a member, made when there is none. */
    @SuppressWarnings("unchecked")
    List<Object> list(int member) {
        if (values[member] == null) values[member] = new ArrayList<>();
        return (List<Object>) values[member];
    }

    /** The draft at a member, made when there is none. */
    Draft part(Member member) {
        if (values[member.index()] instanceof Draft part) return part;
        var part = new Draft(member.inner().orElseThrow());
        values[member.index()] = part;
        return part;
    }

    boolean isEmpty() {
        for (var value : values) if (value != null) return false;
        return true;
    }

    /** Sets values by their names where there are none; names that it has not are passed over. */
    void give(Map<String, String> given) {
        given.forEach((name, text) -> {
            var member = shape.byName().get(name);
            if (member != null && member.shape() instanceof Leaf leaf) set(member.index(), leaf.read(text));
        });
    }

    /** Keeps the segments that belong to no value. */
    void carry(List<Carried> segments) {
        if (!segments.isEmpty()) values[shape.byName().get(CARRIED).index()] = segments;
    }

    /** The draft at a member, if something was said of it. */
    Optional<Draft> known(String name) {
        var member = shape.byName().get(name);
        return member != null && values[member.index()] instanceof Draft part && !part.isEmpty()
                ? Optional.of(part)
                : Optional.empty();
    }

    /** The text at a member; empty when there is none. */
    String text(String name) {
        var member = shape.byName().get(name);
        var value = member == null ? null : values[member.index()];
        return value instanceof String text ? text : "";
    }
}

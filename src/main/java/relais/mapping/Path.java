package relais.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document, relative to where a rule stands: {@code consumer.address.city}. The same path leads through records and
 * through drafts. Two paths are the same when they lead through the same members.
 */
final class Path {

    /** The place where the rule stands. */
    static final Path HERE = new Path(List.of());

    private final Member[] members;

    /** @param members of the records on the way, the last one being the place itself */
    private Path(List<Member> members) {
        this.members = members.toArray(new Member[0]);
    }

    /** @throws IllegalArgumentException if it leads nowhere */
    static Path of(Tree from, String text) {
        var members = new ArrayList<Member>();
        Shape shape = from;
        for (var name : text.split("\\.")) {
            var member = shape instanceof Tree tree ? tree.byName().get(name) : null;
            if (member == null) throw new IllegalArgumentException(text);
            members.add(member);
            shape = inner(member.shape());
        }
        return new Path(members);
    }

    private static Shape inner(Shape shape) {
        return shape instanceof Shape.Maybe maybe ? maybe.inner() : shape;
    }

    /** What the path leads to, an Optional seen through. */
    Shape shape() {
        return inner(last().shape());
    }

    /** The member that it begins with. */
    Member first() {
        return members[0];
    }

    /** The member that is the place itself. */
    Member last() {
        return members[members.length - 1];
    }

    /** What stands there; null when nothing does. */
    @Nullable
    Object get(Object from) {
        var value = from;
        for (var member : members) {
            var held = member.of(value);
            if (held instanceof Optional<?> maybe) held = maybe.orElse(null);
            if (held == null) return null;
            value = held;
        }
        return members.length > 0 && isEmpty(value) ? null : value;
    }

    /** The items of the list that stands there. */
    List<?> items(Object from) {
        return get(from) instanceof List<?> list ? list : List.of();
    }

    boolean isPresent(Object from) {
        return get(from) != null;
    }

    private boolean isEmpty(Object value) {
        if (value instanceof String text) return text.isEmpty();
        return value instanceof Draft draft ? draft.isEmpty() : shape().isEmpty(value);
    }

    /** Puts a value there, unless one stands there already: the first one stated counts. */
    void set(Draft into, Object value) {
        parent(into).set(last().index(), value);
    }

    /** Puts a value there in place of the one that stands there. */
    void replace(Draft into, Object value) {
        parent(into).replace(last().index(), value);
    }

    /** Takes away what stands there. */
    void clear(Draft from) {
        parent(from).clear(last().index());
    }

    /** The list that stands there, made when there is none. */
    List<Object> list(Draft into) {
        return parent(into).list(last().index());
    }

    private Draft parent(Draft into) {
        var parent = into;
        for (int i = 0; i < members.length - 1; i++) parent = parent.part(members[i]);
        return parent;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Path path && Arrays.equals(members, path.members);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(members);
    }

    /** As part of a JSON pointer: {@code /consumer/address/city}. */
    String pointer() {
        var pointer = new StringBuilder();
        for (var member : members) pointer.append('/').append(member.name());
        return pointer.toString();
    }

    @Override
    public String toString() {
        return String.join(".", Arrays.stream(members).map(Member::name).toList());
    }
}

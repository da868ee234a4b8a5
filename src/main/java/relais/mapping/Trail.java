package relais.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A path that leads through the items of lists, and so to many places: {@code lines.quantity.value}. */
record Trail(List<Member> members) {

    /** @throws IllegalArgumentException if it leads nowhere */
    static Trail of(Tree from, String text) {
        var members = new ArrayList<Member>();
        Shape shape = from;
        for (var name : text.split("\\.")) {
            var member = shape instanceof Tree tree ? tree.byName().get(name) : null;
            if (member == null) throw new IllegalArgumentException(text);
            members.add(member);
            shape = inner(member.shape());
        }
        return new Trail(List.copyOf(members));
    }

    private static Shape inner(Shape shape) {
        if (shape instanceof Shape.Maybe maybe) return inner(maybe.inner());
        return shape instanceof Shape.Many many ? inner(many.item()) : shape;
    }

    /** Whether anything stands at any of the places. */
    boolean isPresent(Object document) {
        return isPresent(document, 0);
    }

    private boolean isPresent(@Nullable Object from, int step) {
        if (from == null) return false;
        if (from instanceof Optional<?> maybe) return maybe.isPresent() && isPresent(maybe.get(), step);
        if (from instanceof List<?> list) {
            for (var i = 0; i < list.size(); i++) if (isPresent(list.get(i), step)) return true;
            return false;
        }
        return step < members.size() ? isPresent(members.get(step).of(from), step + 1) : !isEmpty(from);
    }

    /** What stands at the places, the items of a list each. */
    List<Object> items(Object document) {
        var items = new ArrayList<Object>();
        gather(document, 0, items);
        return items;
    }

    /** The record that stands at the places. */
    Optional<Tree> shape() {
        var shape = inner(members.get(members.size() - 1).shape());
        return shape instanceof Tree tree ? Optional.of(tree) : Optional.empty();
    }

    private void gather(@Nullable Object from, int step, List<Object> into) {
        if (from instanceof Optional<?> maybe) gather(maybe.orElse(null), step, into);
        else if (from instanceof List<?> list) list.forEach(item -> gather(item, step, into));
        else if (from != null && step < members.size()) gather(members.get(step).of(from), step + 1, into);
        else if (from != null && !isEmpty(from)) into.add(from);
    }

    /** The sum of the decimals at the places. */
    BigDecimal sum(Object document) {
        return sum(document, 0);
    }

    private BigDecimal sum(@Nullable Object from, int step) {
        if (from instanceof Optional<?> maybe) return sum(maybe.orElse(null), step);
        if (from instanceof List<?> list) {
            var sum = BigDecimal.ZERO;
            for (var item : list) sum = sum.add(sum(item, step));
            return sum;
        }
        if (from != null && step < members.size()) return sum(members.get(step).of(from), step + 1);
        return from instanceof BigDecimal number ? number : BigDecimal.ZERO;
    }

    private boolean isEmpty(Object value) {
        if (value instanceof Draft draft) return draft.isEmpty();
        return value != Draft.WRONG
                && inner(members.get(members.size() - 1).shape()).isEmpty(value);
    }

    /** Whether a path leads to it or through it. */
    boolean isAround(String path) {
        return path.equals(toString()) || path.startsWith(this + ".");
    }

    /** As part of a JSON pointer. */
    String pointer() {
        var pointer = new StringBuilder();
        for (var member : members) pointer.append('/').append(member.name());
        return pointer.toString();
    }

    @Override
    public String toString() {
        return String.join(".", members.stream().map(Member::name).toList());
    }
}

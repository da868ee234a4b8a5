package relais.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A path that leads through the items of lists, and so to many places: {@code lines.quantity.value}. */
record Trail(List<Tree.Member> members) {

    /** @throws IllegalArgumentException if it leads nowhere */
    static Trail of(Tree from, String text) {
        var members = new ArrayList<Tree.Member>();
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
        var present = new ArrayList<Object>();
        each(document, present::add);
        return !present.isEmpty();
    }

    /** The sum of the decimals at the places. */
    BigDecimal sum(Object document) {
        var numbers = new ArrayList<BigDecimal>();
        each(document, value -> {
            if (value instanceof BigDecimal number) numbers.add(number);
        });
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Hands over what is not empty. */
    private void each(Object document, Consumer<Object> found) {
        each(document, 0, found);
    }

    private void each(@Nullable Object from, int step, Consumer<Object> found) {
        if (from instanceof Optional<?> maybe) maybe.ifPresent(inner -> each(inner, step, found));
        else if (from instanceof List<?> list) list.forEach(item -> each(item, step, found));
        else if (from != null && step < members.size()) each(members.get(step).of(from), step + 1, found);
        else if (from != null && !isEmpty(from)) found.accept(from);
    }

    private boolean isEmpty(Object value) {
        if (value instanceof Draft draft) return draft.isEmpty();
        return value != Draft.WRONG
                && inner(members.get(members.size() - 1).shape()).isEmpty(value);
    }

    /** As part of a JSON pointer. */
    String pointer() {
        var pointer = new StringBuilder();
        for (var member : members) pointer.append('/').append(member.name());
        return pointer.toString();
    }

    @Override
    public String toString() {
        return String.join(".", members.stream().map(Tree.Member::name).toList());
    }
}

package relais.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import relais.edi.Segment;

/** Which places of a segment its rule speaks of, and what of the document it puts there. */
final class Coverage {

    private final Rule rule;

    Coverage(Rule rule) {
        this.rule = rule;
    }

    /** Every place of a segment at which something stands. */
    static Stream<Address> filled(Segment segment) {
        return Stream.iterate(1, element -> element <= segment.elementCount(), element -> element + 1)
                .flatMap(element -> filled(segment, element));
    }

    private static Stream<Address> filled(Segment segment, int element) {
        var count = segment.components(element, 1);
        return Stream.iterate(1, component -> component <= count, component -> component + 1)
                .map(component -> new Address(element, count == 1 ? 0 : component))
                .filter(at -> !at.in(segment).isEmpty());
    }

    /** Whether reading passes over what stands at a place: no condition and no field looks there, or none knows the qualifier beside it. */
    boolean passesOver(Address at, Segment segment) {
        return !isQualifier(at) && !isField(at) || strangeQualifier(at, segment).isPresent();
    }

    /** The qualifier beside a value that makes no rule read it. */
    Optional<String> strangeQualifier(Address at, Segment segment) {
        return rule.fields().stream()
                .filter(Pairs.class::isInstance)
                .map(Pairs.class::cast)
                .flatMap(pairs -> pairs.places().stream()
                        .filter(pair -> same(pair.value(), at))
                        .map(pair -> pair.qualifier().in(segment))
                        .filter(qualifier -> !pairs.byQualifier().containsKey(qualifier)))
                .findFirst();
    }

    /** Whether a field looks at this place, or writes it. */
    boolean isField(Address at) {
        return rule.fields().stream().anyMatch(field -> isAt(field, at));
    }

    private boolean isQualifier(Address at) {
        return rule.conditions().stream()
                .anyMatch(condition -> condition.tag().isEmpty()
                        && condition.at().filter(own -> same(own, at)).isPresent());
    }

    private static boolean isAt(Field field, Address at) {
        if (field instanceof Literal.Constant constant) return same(constant.at(), at);
        if (field instanceof Literal.Fixed fixed) return same(fixed.at(), at);
        if (field instanceof Counted.Total total) return same(total.at(), at);
        if (field instanceof Counted.Number number) return same(number.at(), at);
        if (field instanceof Held.Dated dated) return same(dated.at(), at) || same(dated.qualifier(), at);
        if (field instanceof Wrapped.Filled filled) return same(filled.at(), at);
        if (field instanceof Wrapped.FirstOf choice) return same(choice.at(), at);
        if (field instanceof Held.Signed signed)
            return same(signed.at(), at)
                    || signed.minus().at().filter(own -> same(own, at)).isPresent();
        if (field instanceof Pairs pairs)
            return pairs.places().stream().anyMatch(pair -> same(pair.qualifier(), at) || same(pair.value(), at));
        return inner(field).anyMatch(each -> isAt(each, at)) || places(field).anyMatch(own -> same(own, at));
    }

    /** The value of the document that stands at a place of a segment; empty for constants, counts and what no field speaks of. */
    Optional<Value> value(Address at, Segment segment) {
        return rule.fields().stream()
                .flatMap(field -> value(field, at, segment).stream())
                .findFirst();
    }

    private static Optional<Value> value(Field field, Address at, Segment segment) {
        if (field instanceof Pairs pairs)
            return pairs.places().stream()
                    .filter(pair -> same(pair.value(), at))
                    .flatMap(pair -> Stream.ofNullable(
                            pairs.byQualifier().get(pair.qualifier().in(segment))))
                    .findFirst();
        if (places(field).anyMatch(own -> same(own, at))) return held(field);
        return inner(field).flatMap(each -> value(each, at, segment).stream()).findFirst();
    }

    private static Optional<Value> held(Field field) {
        if (field instanceof Held.Single single) return Optional.of(single.value());
        if (field instanceof Held.Signed signed) return Optional.of(signed.value());
        if (field instanceof Held.Dated dated) return Optional.of(dated.value());
        if (field instanceof Held.Divided divided) return Optional.of(divided.value());
        return field instanceof Held.Spread spread ? Optional.of(spread.value()) : Optional.empty();
    }

    /** Where a field that holds one value has it. */
    private static Stream<Address> places(Field field) {
        if (field instanceof Held.Single single) return Stream.of(single.at());
        if (field instanceof Held.Signed signed) return Stream.of(signed.at());
        if (field instanceof Held.Dated dated) return Stream.of(dated.at());
        if (field instanceof Held.Divided divided) return divided.at().stream();
        if (field instanceof Held.Spread spread)
            return Stream.iterate(spread.at().element(), element -> element < 100, element -> element + 1)
                    .map(element -> new Address(element, spread.at().component()));
        return Stream.empty();
    }

    private static Stream<Field> inner(Field field) {
        if (field instanceof Wrapped.Repeated repeated) return Stream.of(repeated.field());
        if (field instanceof Wrapped.Noted noted) return Stream.of(noted.field());
        if (field instanceof Wrapped.Filled filled) return Stream.of(filled.field());
        if (field instanceof Wrapped.Outer outer) return Stream.of(outer.field());
        if (field instanceof Wrapped.Fallback fallback) return Stream.of(fallback.field());
        if (field instanceof Wrapped.FirstOf choice) return choice.fields().stream();
        return field instanceof Groups groups ? groups.groups().stream().flatMap(List::stream) : Stream.empty();
    }

    private static boolean same(Address one, Address other) {
        return one.element() == other.element() && Math.max(1, one.component()) == Math.max(1, other.component());
    }
}

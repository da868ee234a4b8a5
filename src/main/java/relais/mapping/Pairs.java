package relais.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import relais.edi.Segment;
import relais.edi.Standard;

/**
 * Values that each stand beside the qualifier that says what they are. In X12 a pair is two elements, the qualifier first; in EDIFACT
 * two components, the value first.
 *
 * @param places where pairs can stand, in the order in which they are filled
 * @param byQualifier what each qualifier says of its value
 * @param choices what can be written: for each value, the qualifiers that could go with it
 */
record Pairs(List<Place> places, Map<String, Value> byQualifier, List<List<Choice>> choices) implements Field {

    /** Pairs of one segment beyond this are neither read nor written; X12 PO1 has ten. */
    static final int PAIRS_MAX = 25;

    record Place(Address qualifier, Address value) {

        /** The pair that begins there. */
        static Place at(Standard standard, int element) {
            return switch (standard) {
                case X12 -> new Place(new Address(element, 0), new Address(element + 1, 0));
                case EDIFACT -> new Place(new Address(element, 2), new Address(element, 1));
            };
        }

        Place next(Standard standard) {
            return at(standard, qualifier.element() + (standard == Standard.X12 ? 2 : 1));
        }
    }

    record Choice(String qualifier, Value value) {}

    @Override
    public List<Path> sources() {
        return choices.stream()
                .flatMap(List::stream)
                .map(choice -> choice.value.path())
                .toList();
    }

    @Override
    public void read(Segment segment, Draft into, ReadingRun run) {
        var count = segment.elementCount();
        for (var i = 0; i < places.size() && places.get(i).qualifier.element() <= count; i++) {
            var place = places.get(i);
            var value = byQualifier.get(place.qualifier.in(segment));
            if (value != null) value.read(place.value.in(segment), "", segment, place.value, run, into);
        }
    }

    @Override
    public boolean write(Object from, Elements into, WritingRun run) {
        var used = 0;
        for (var i = 0; i < choices.size() && used < places.size(); i++)
            if (write(choices.get(i), places.get(used), from, into, run)) used++;
        return used > 0;
    }

    private static boolean write(List<Choice> choices, Place place, Object from, Elements into, WritingRun run) {
        var refused = Optional.<Value>empty();
        for (var i = 0; i < choices.size(); i++) {
            var choice = choices.get(i);
            var text = choice.value.write(from, run);
            if (text.isEmpty()) continue;
            if (choice.value.takes(text)) {
                into.set(place.qualifier, choice.qualifier);
                into.set(place.value, text);
                return true;
            }
            refused = Optional.of(choice.value);
        }
        if (refused.isPresent()) run.notCarried(refused.get().path(), "no qualifier fits its length");
        return false;
    }
}

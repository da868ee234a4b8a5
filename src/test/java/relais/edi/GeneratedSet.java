package relais.edi;

import java.util.ArrayList;
import java.util.List;

/**
 * A transaction set for tests, without its header and trailer.
 *
 * @param version "004010", "D:96A:UN"
 */
record GeneratedSet(String type, String version, List<Part> parts) {

    /**
     * A segment.
     *
     * @param elements from element 1 on, each a list of repetitions, which are lists of components; an absent element has none
     */
    record Part(String tag, List<List<List<String>>> elements) {

        static Part of(String tag, String... elements) {
            var list = new ArrayList<List<List<String>>>();
            for (var element : elements) list.add(element.isEmpty() ? List.of() : List.of(List.of(element)));
            return new Part(tag, list);
        }

        /** What a reader found, in the same form: without what is empty at the end of anything. */
        static Part of(Segment segment) {
            var elements = new ArrayList<List<List<String>>>();
            for (int e = 1; e <= segment.elementCount(); e++) {
                var repetitions = new ArrayList<List<String>>();
                for (int r = 1; r <= segment.repetitions(e); r++) {
                    var components = new ArrayList<String>();
                    for (int c = 1; c <= segment.components(e, r); c++) components.add(segment.component(e, c, r));
                    repetitions.add(components);
                }
                elements.add(repetitions);
            }
            return new Part(segment.tag(), elements).trimmed();
        }

        /** The same without what is empty at the end of anything. */
        Part trimmed() {
            var copy = new ArrayList<List<List<String>>>();
            for (var element : elements) {
                var repetitions = new ArrayList<List<String>>();
                for (var repetition : element) repetitions.add(trimmed(repetition, String::isEmpty));
                copy.add(trimmed(repetitions, List::isEmpty));
            }
            return new Part(tag, trimmed(copy, List::isEmpty));
        }

        private static <T> List<T> trimmed(List<T> list, java.util.function.Predicate<T> empty) {
            var end = list.size();
            while (end > 0 && empty.test(list.get(end - 1))) end--;
            return List.copyOf(list.subList(0, end));
        }

        OutgoingSegment outgoing() {
            return new OutgoingSegment(
                    tag,
                    elements.stream().map(OutgoingSegment.Element::repeated).toList());
        }
    }

    GeneratedSet {
        parts = List.copyOf(parts);
    }

    GeneratedSet with(List<Part> others) {
        return new GeneratedSet(type, version, others);
    }

    OutgoingSet outgoing(String controlNumber) {
        return new OutgoingSet(
                type, version, controlNumber, parts.stream().map(Part::outgoing).toList());
    }
}

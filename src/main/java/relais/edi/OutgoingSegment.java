package relais.edi;

import java.util.List;

/**
 * A segment to write, as plain text: the writer escapes.
 *
 * @param elements from element 1 on
 */
public record OutgoingSegment(String tag, List<Element> elements) {

    public OutgoingSegment {
        elements = List.copyOf(elements);
    }

    /**
     * An element to write.
     *
     * @param repetitions each a list of components (one for a simple element); one repetition for an element that is not repeated, none for an
     *     absent one
     */
    public record Element(List<List<String>> repetitions) {
        private static final Element ABSENT = new Element(List.of());

        public Element {
            repetitions = copies(repetitions);
        }

        private static List<List<String>> copies(List<List<String>> repetitions) {
            if (repetitions.size() == 1) return List.of(List.copyOf(repetitions.get(0)));
            return repetitions.stream().map(List::copyOf).toList();
        }

        static Element of(List<String> components) {
            return components.isEmpty() ? ABSENT : new Element(List.of(components));
        }
    }

    /** A segment of simple elements: {@code OutgoingSegment.of("BEG", "00", "NE", "4711", "", "20260305")}. */
    public static OutgoingSegment of(String tag, String... elements) {
        var of = new Element[elements.length];
        for (var i = 0; i < of.length; i++)
            of[i] = Element.of(elements[i].isEmpty() ? List.of() : List.of(elements[i]));
        return new OutgoingSegment(tag, List.of(of));
    }

    /** A segment of elements that are not repeated, each a list of components (one for a simple element, none for an absent one). */
    public static OutgoingSegment of(String tag, List<List<String>> elements) {
        var of = new Element[elements.size()];
        for (var i = 0; i < of.length; i++) of[i] = Element.of(elements.get(i));
        return new OutgoingSegment(tag, List.of(of));
    }
}

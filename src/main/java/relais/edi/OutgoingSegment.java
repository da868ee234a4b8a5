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

    /** An element to write. Immutable; elements that say the same are equal. */
    public static final class Element {
        private static final Element ABSENT = new Element(List.of());

        private final List<List<String>> repetitions;

        /**
         * @param repetitions each a list of components (one for a simple element); one repetition for an element that is not repeated, none for an
         *     absent one
         */
        public Element(List<List<String>> repetitions) {
            this.repetitions = repetitions.stream().map(List::copyOf).toList();
        }

        private Element(String[] components) {
            this.repetitions = List.of(List.of(components));
        }

        /** An element that is not repeated: one component for a simple element, none for an absent one. */
        public static Element of(String... components) {
            return components.length == 0 ? ABSENT : new Element(components);
        }

        public List<List<String>> repetitions() {
            return repetitions;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Element element && repetitions.equals(element.repetitions);
        }

        @Override
        public int hashCode() {
            return repetitions.hashCode();
        }

        @Override
        public String toString() {
            return repetitions.toString();
        }
    }

    /** A segment of simple elements: {@code OutgoingSegment.of("BEG", "00", "NE", "4711", "", "20260305")}. */
    public static OutgoingSegment of(String tag, String... elements) {
        var of = new Element[elements.length];
        for (var i = 0; i < of.length; i++) of[i] = elements[i].isEmpty() ? Element.ABSENT : Element.of(elements[i]);
        return new OutgoingSegment(tag, List.of(of));
    }

    /** A segment of elements that are not repeated, each a list of components (one for a simple element, none for an absent one). */
    public static OutgoingSegment of(String tag, List<List<String>> elements) {
        var of = new Element[elements.size()];
        for (var i = 0; i < of.length; i++) of[i] = Element.of(elements.get(i).toArray(new String[0]));
        return new OutgoingSegment(tag, List.of(of));
    }
}

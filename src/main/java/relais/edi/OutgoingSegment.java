package relais.edi;

import java.util.List;
import java.util.stream.Stream;

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
        /** One that is not there. */
        public static final Element ABSENT = new Element(List.of(), List.of());

        private final List<String> components;
        private final List<List<String>> repeated;

        /**
         * @param components of the first repetition; none for an absent element
         * @param repeated the repetitions behind it; both are immutable
         */
        private Element(List<String> components, List<List<String>> repeated) {
            this.components = components;
            this.repeated = repeated;
        }

        /** A simple element. */
        public static Element of(String text) {
            return new Element(List.of(text), List.of());
        }

        /** An element that is not repeated: one component for a simple element, none for an absent one. */
        public static Element of(String... components) {
            return components.length == 0 ? ABSENT : new Element(List.of(components), List.of());
        }

        /** An element that may be repeated: each repetition is a list of components. */
        public static Element repeated(List<List<String>> repetitions) {
            if (repetitions.isEmpty()) return ABSENT;
            var copies = repetitions.stream().map(List::copyOf).toList();
            return new Element(copies.get(0), copies.subList(1, copies.size()));
        }

        boolean isRepeated() {
            return !repeated.isEmpty();
        }

        /** Of the first repetition. */
        List<String> components() {
            return components;
        }

        /** Each a list of components; none for an absent element. */
        public List<List<String>> repetitions() {
            if (this == ABSENT) return List.of();
            return Stream.concat(Stream.of(components), repeated.stream()).toList();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Element element
                    && components.equals(element.components)
                    && repeated.equals(element.repeated);
        }

        @Override
        public int hashCode() {
            return 31 * components.hashCode() + repeated.hashCode();
        }

        @Override
        public String toString() {
            return repetitions().toString();
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

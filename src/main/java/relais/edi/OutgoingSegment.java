package relais.edi;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
        private static final String[] NONE = {};

        /** One that is not there. */
        public static final Element ABSENT = new Element("", NONE, List.of());

        private final String text;
        private final String[] behind;
        private final List<Element> repeated;

        /**
         * One object for a simple element, as most are.
         *
         * @param text the first component
         * @param behind the components behind it
         * @param repeated the repetitions behind this one; neither it nor {@code behind} changes
         */
        private Element(String text, String[] behind, List<Element> repeated) {
            this.text = text;
            this.behind = behind;
            this.repeated = repeated;
        }

        /** A simple element. */
        public static Element of(String text) {
            return new Element(text, NONE, List.of());
        }

        /** An element that is not repeated: one component for a simple element, none for an absent one. */
        public static Element of(String... components) {
            if (components.length == 0) return ABSENT;
            return new Element(components[0], Arrays.copyOfRange(components, 1, components.length), List.of());
        }

        private static Element of(List<String> components) {
            return of(components.toArray(new String[0]));
        }

        /** An element that may be repeated: each repetition is a list of components. */
        public static Element repeated(List<List<String>> repetitions) {
            if (repetitions.isEmpty()) return ABSENT;
            var first = of(repetitions.get(0));
            return new Element(
                    first.text,
                    first.behind,
                    repetitions.stream().skip(1).map(Element::of).toList());
        }

        /** The same with another text for a component (from 1) of its first repetition. */
        public Element with(int component, String other) {
            if (component == 1) return new Element(other, behind, repeated);
            var changed = Arrays.copyOf(behind, Math.max(behind.length, component - 1));
            Arrays.fill(changed, behind.length, changed.length, "");
            changed[component - 2] = other;
            return new Element(text, changed, repeated);
        }

        /** How many components the first repetition has; one that is absent has an empty one. */
        int size() {
            return 1 + behind.length;
        }

        /** A component (from 1) of the first repetition; empty when it is absent. */
        public String component(int component) {
            if (component == 1) return text;
            return component <= size() ? behind[component - 2] : "";
        }

        boolean isRepeated() {
            return !repeated.isEmpty();
        }

        /** The repetitions behind the first. */
        List<Element> repeated() {
            return repeated;
        }

        /** Each a list of components; none for an absent element. */
        public List<List<String>> repetitions() {
            if (equals(ABSENT)) return List.of();
            return Stream.concat(Stream.of(this), repeated.stream())
                    .map(Element::components)
                    .toList();
        }

        private List<String> components() {
            return Stream.concat(Stream.of(text), Arrays.stream(behind)).toList();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Element element
                    && text.equals(element.text)
                    && Arrays.equals(behind, element.behind)
                    && repeated.equals(element.repeated);
        }

        @Override
        public int hashCode() {
            return Objects.hash(text, Arrays.hashCode(behind), repeated);
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

package relais.edi;

import java.util.Arrays;
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

        public Element {
            repetitions = repetitions.stream().map(List::copyOf).toList();
        }

        static Element of(List<String> components) {
            return new Element(components.isEmpty() ? List.of() : List.of(components));
        }
    }

    /** A segment of simple elements: {@code OutgoingSegment.of("BEG", "00", "NE", "4711", "", "20260305")}. */
    public static OutgoingSegment of(String tag, String... elements) {
        return of(
                tag,
                Arrays.stream(elements)
                        .map(text -> text.isEmpty() ? List.<String>of() : List.of(text))
                        .toList());
    }

    /** A segment of elements that are not repeated, each a list of components (one for a simple element, none for an absent one). */
    public static OutgoingSegment of(String tag, List<List<String>> elements) {
        return new OutgoingSegment(tag, elements.stream().map(Element::of).toList());
    }
}

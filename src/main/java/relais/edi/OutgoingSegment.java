package relais.edi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A segment to write, as plain text: the writer escapes.
 *
 * @param elements from element 1 on, each a list of components (one for a simple element, none for an absent one)
 */
public record OutgoingSegment(String tag, List<List<String>> elements) {

    public OutgoingSegment {
        var copy = new ArrayList<List<String>>(elements.size());
        for (var element : elements) copy.add(List.copyOf(element));
        elements = List.copyOf(copy);
    }

    /** A segment of simple elements: {@code OutgoingSegment.of("BEG", "00", "NE", "4711", "", "20260305")}. */
    public static OutgoingSegment of(String tag, String... elements) {
        return new OutgoingSegment(
                tag,
                Arrays.stream(elements)
                        .map(text -> text.isEmpty() ? List.<String>of() : List.of(text))
                        .toList());
    }
}

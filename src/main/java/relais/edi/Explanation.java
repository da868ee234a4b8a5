package relais.edi;

import java.util.List;

/**
 * A segment in words.
 *
 * @param name "Purchase order line"; empty when the version has no such segment
 * @param loop of the loop that the segment begins: "PO1", "SG25"; empty for every other segment
 * @param depth how many loops are around it, the one that it begins not counted
 * @param position in its transaction set, ST or UNH being 1; 1 for envelope segments
 * @param offset of its first byte in the input
 * @param values what was sent, in the order of the bytes; empty elements and components are left out
 */
public record Explanation(
        String tag, String name, String loop, int depth, int position, long offset, List<Value> values) {

    public Explanation {
        values = List.copyOf(values);
    }

    /**
     * One value of a segment.
     *
     * @param element position in the segment, from 1
     * @param component position in the composite, from 1; 0 where the element has no components
     * @param repetition which repetition of the element, from 1
     * @param number of the data element: "355", "3035"; empty when the segment has no element here
     * @param name of the data element; empty when the segment has no element here
     * @param text as sent, release characters resolved
     * @param meaning the name of the code, or the date, time or number as a person writes it; empty when there is nothing to add
     */
    public record Value(
            int element, int component, int repetition, String number, String name, String text, String meaning) {}
}

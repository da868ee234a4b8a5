package relais.edi;

import java.util.List;

/**
 * A total that a transaction set states about itself: an element that counts the segments of a tag, or adds up an element of theirs.
 *
 * @param segment key of the segment that states it: CTT, CNT
 * @param qualifier what the first component of the element must be for the second to be this total; empty when the element states nothing else
 * @param counted key of the segments counted
 * @param summed their element that is added up, in the same component; 0 when they are counted
 * @param name of the segments counted
 */
record Total(int segment, int element, String qualifier, int counted, int summed, String name) {

    /**
     * {@code total CTT 1 PO1}: CTT01 counts PO1. {@code total CTT 2 PO1 2}: CTT02 adds up PO102. {@code total CNT 1 LIN if 2}: the second
     * component of CNT's first element counts LIN if the first is 2.
     */
    static Total parse(List<String> words) {
        var condition = words.indexOf("if");
        var end = condition < 0 ? words.size() : condition;
        return new Total(
                Tag.key(words.get(1)),
                Integer.parseInt(words.get(2)),
                condition < 0 ? "" : words.get(condition + 1),
                Tag.key(words.get(3)),
                end > 4 ? Integer.parseInt(words.get(4)) : 0,
                words.get(3));
    }

    /** Where the total stands in the element, and in the element added up. */
    int component() {
        return qualifier.isEmpty() ? 1 : 2;
    }

    boolean isSum() {
        return summed > 0;
    }
}

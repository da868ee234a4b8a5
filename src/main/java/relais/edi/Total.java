package relais.edi;

/**
 * A total that a transaction set states about itself: an element that counts the segments of a tag.
 *
 * @param segment key of the segment that states it: CTT, CNT
 * @param qualifier what the first component of the element must be for the total to count this; empty when it always does
 * @param counted key of the segments counted
 * @param name of the segments counted
 */
record Total(int segment, int element, int component, String qualifier, int counted, String name) {

    /** X12: {@code CTT 1 PO1}. */
    static Total of(String segment, int element, String counted) {
        return new Total(Tokens.key(segment), element, 1, "", Tokens.key(counted), counted);
    }

    /** EDIFACT: CNT with qualifier 2 counts the line items. */
    static Total lineItems() {
        return new Total(Tokens.key("CNT"), 1, 2, "2", Tokens.key("LIN"), "LIN");
    }
}

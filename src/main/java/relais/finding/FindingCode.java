package relais.finding;

/**
 * Everything that can be wrong with input, each with one sentence that says what to do about it. The codes of the
 * standards (AK304, AK403, AK502, TA105, EDIFACT 0085) are derived from these where acknowledgements are made.
 */
public enum FindingCode {
    // the bytes
    EMPTY_INPUT("Send the file again; it arrived without content."),
    UNREADABLE_INPUT("Send X12 (starting with ISA), EDIFACT (UNA or UNB) or the format agreed for this channel."),
    INPUT_TOO_LARGE("Split the input, or agree on a higher limit."),
    CHARACTER_NOT_ALLOWED("Use only characters of the character set that the interchange names."),
    TRUNCATED_INTERCHANGE("Send the whole interchange again; it ends before its trailer."),

    // interchange and group
    INTERCHANGE_HEADER_INVALID("Correct the interchange header: fixed widths in ISA, the mandatory elements in UNB."),
    INTERCHANGE_TRAILER_MISSING("End the interchange with IEA or UNZ."),
    INTERCHANGE_CONTROL_NUMBER_MISMATCH("Repeat the header's control number in IEA02 or UNZ 0020."),
    INTERCHANGE_COUNT_MISMATCH("Count the groups (or transaction sets) again and correct IEA01 or UNZ 0036."),
    INTERCHANGE_CONTROL_NUMBER_REUSED(
            "Give the interchange a control number of its own; this one came before with other content."),
    GROUP_TRAILER_MISSING("End the functional group with GE or UNE."),
    GROUP_CONTROL_NUMBER_MISMATCH("Repeat the group's control number in GE02 or UNE 0048."),
    GROUP_COUNT_MISMATCH("Count the transaction sets again and correct GE01 or UNE 0060."),
    GROUP_CONTROL_NUMBER_REUSED("Number the functional groups of an interchange without repetition."),
    GROUP_TYPE_MISMATCH("Put the transaction set into a group of its own functional identifier."),
    SET_OUTSIDE_GROUP("Put the transaction set between the header and the trailer of a functional group."),
    ENVELOPE_EMPTY("Send at least one transaction set in it, or leave it out."),

    // transaction set
    SET_TRAILER_MISSING("End the transaction set with SE or UNT."),
    SET_CONTROL_NUMBER_MISMATCH("Repeat the header's control number in SE02 or UNT 0062."),
    SET_CONTROL_NUMBER_REUSED("Number the transaction sets of a group without repetition."),
    SEGMENT_COUNT_MISMATCH("Count the segments from header to trailer, both included, and correct SE01 or UNT 0074."),
    SET_NOT_SUPPORTED("Agree on this transaction set and version first, or send one that is agreed."),

    // segments
    SEGMENT_UNKNOWN("Remove the segment; no segment of this name exists in the version used."),
    SEGMENT_NOT_IN_SET("Remove the segment; this transaction set does not use it."),
    SEGMENT_UNEXPECTED("Remove the segment, or move it to where the transaction set has it."),
    SEGMENT_OUT_OF_ORDER("Move the segment to the place the transaction set gives it."),
    SEGMENT_MISSING("Add the mandatory segment."),
    SEGMENT_TOO_OFTEN("Send the segment no more often than the transaction set allows."),
    LOOP_TOO_OFTEN("Send the loop no more often than the transaction set allows."),
    SEGMENT_TOO_LONG("Shorten the segment, or agree on a higher limit."),
    HIERARCHY_INVALID("Number the HL segments from 1 without gaps and name an earlier HL as parent."),

    // elements
    ELEMENT_MISSING("Send the mandatory element."),
    ELEMENT_CONDITION("Follow the segment's syntax note: the elements it names depend on each other."),
    ELEMENT_EXCLUDED(
            "Leave out all but one of the elements that the segment's syntax note names; they exclude each other."),
    ELEMENT_TOO_MANY("Remove the elements that the segment does not have."),
    COMPONENT_TOO_MANY("Remove the components that the composite does not have."),
    REPETITION_TOO_MANY("Send the element no more often than allowed."),
    ELEMENT_TOO_SHORT("Send at least the minimum length."),
    ELEMENT_TOO_LONG("Send no more than the maximum length."),
    ELEMENT_NOT_NUMERIC("Send digits only, with sign and decimal mark only where the type allows them."),
    ELEMENT_CHARACTER_INVALID(
            "Use only the characters of the level that UNB names, or name UNOC, which has all of them."),
    CODE_UNKNOWN("Use a code of the element's code list."),
    DATE_INVALID("Send a date that exists, in the format that the element asks for."),
    TIME_INVALID("Send a time that exists, in the format that the element asks for."),
    BINARY_LENGTH_MISMATCH("State in BIN01, BDS02 or UNO 0810 how many bytes of data follow."),
    TOTAL_MISMATCH("Count or add up again and correct the total."),

    // who and what
    SENDER_UNKNOWN("Add the sender's identifier to a partner file, or correct it."),
    SENDER_NOT_ON_CHANNEL("Send through a channel of the partner that the envelope names."),
    RECEIVER_UNKNOWN("Address the interchange to an identifier of the brand."),
    DOCUMENT_NOT_AGREED("Add the document to the partner's agreement, or stop sending it."),
    ALREADY_RECEIVED("Nothing to do: the same bytes came before and were processed then."),
    DOCUMENT_NUMBER_REUSED("Give the document a number of its own; one with this number was accepted before."),
    ORDER_UNKNOWN("Refer to an order that this hub has received."),
    ACKNOWLEDGEMENT_UNMATCHED("Acknowledge only what this hub has sent; the control numbers match nothing."),

    // documents
    JSON_INVALID("Send well-formed JSON in UTF-8."),
    XML_INVALID("Send well-formed XML without a document type, in the encoding that it declares."),
    SCHEMA_VIOLATED("Correct the document to fit its JSON Schema."),
    VALUE_MISSING("Send the value; the document cannot do without it."),
    VALUE_INVALID("Send a value of the kind the document asks for."),
    VALUE_NOT_CARRIED("Nothing to do: the format cannot carry this value, and the document keeps it."),
    RULE_VIOLATED("Correct the document to follow the agreement."),

    // our own files
    FILE_INVALID("Correct the file at the line named."),

    // limits
    LIMIT_REACHED("Split the input, or raise the limit named."),
    INTERNAL_ERROR("Look into the hub's log under this receipt; the input is kept and can be processed again.");

    private final String advice;

    FindingCode(String advice) {
        this.advice = advice;
    }

    /** One sentence for the sender: what to do so that it does not happen again. */
    public String advice() {
        return advice;
    }
}

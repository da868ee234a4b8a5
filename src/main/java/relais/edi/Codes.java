package relais.edi;

import java.util.Set;
import relais.finding.Finding;
import relais.finding.FindingCode;

/** The codes by which the standards' acknowledgements say what a finding says. Empty where a level has no code for it. */
final class Codes {
    private static final Set<FindingCode> TRAILER = Set.of(
            FindingCode.INTERCHANGE_TRAILER_MISSING,
            FindingCode.INTERCHANGE_COUNT_MISMATCH,
            FindingCode.INTERCHANGE_CONTROL_NUMBER_MISMATCH,
            FindingCode.GROUP_TRAILER_MISSING,
            FindingCode.GROUP_COUNT_MISMATCH,
            FindingCode.GROUP_CONTROL_NUMBER_MISMATCH);

    private Codes() {}

    /**
     * Whether it is an error that rejects what it speaks of. A wrong trailer does not: what came before it was read and
     * stands. A missing end does: nobody knows what else was sent, so all of it must come again.
     */
    static boolean rejects(Finding finding) {
        return finding.isError() && !TRAILER.contains(finding.code());
    }

    /** AK304, segment syntax error (element 720). */
    static String ak304(FindingCode code) {
        return switch (code) {
            case SEGMENT_UNKNOWN -> "1";
            case SEGMENT_UNEXPECTED -> "2";
            case SEGMENT_MISSING -> "3";
            case LOOP_TOO_OFTEN -> "4";
            case SEGMENT_TOO_OFTEN -> "5";
            case SEGMENT_NOT_IN_SET -> "6";
            case SEGMENT_OUT_OF_ORDER, HIERARCHY_INVALID -> "7";
            default -> "";
        };
    }

    /** AK403, data element syntax error (element 723). */
    static String ak403(FindingCode code) {
        return switch (code) {
            case ELEMENT_MISSING, VALUE_MISSING -> "1";
            case ELEMENT_CONDITION -> "2";
            case ELEMENT_TOO_MANY, COMPONENT_TOO_MANY, REPETITION_TOO_MANY -> "3";
            case ELEMENT_TOO_SHORT -> "4";
            case ELEMENT_TOO_LONG -> "5";
            case ELEMENT_NOT_NUMERIC, ELEMENT_CHARACTER_INVALID, CHARACTER_NOT_ALLOWED -> "6";
            case CODE_UNKNOWN, VALUE_INVALID, TOTAL_MISMATCH, RULE_VIOLATED, HIERARCHY_INVALID -> "7";
            case DATE_INVALID -> "8";
            case TIME_INVALID -> "9";
            default -> "";
        };
    }

    /** AK502, transaction set syntax error (element 718). */
    static String ak502(FindingCode code) {
        return switch (code) {
            case SET_NOT_SUPPORTED, DOCUMENT_NOT_AGREED -> "1";
            case SET_TRAILER_MISSING -> "2";
            case SET_CONTROL_NUMBER_MISMATCH -> "3";
            case SEGMENT_COUNT_MISMATCH -> "4";
            case SET_CONTROL_NUMBER_REUSED -> "7";
            default -> "5";
        };
    }

    /** AK905, functional group syntax error (element 716). */
    static String ak905(FindingCode code) {
        return switch (code) {
            case SET_NOT_SUPPORTED, DOCUMENT_NOT_AGREED -> "1";
            case GROUP_TRAILER_MISSING -> "3";
            case GROUP_CONTROL_NUMBER_MISMATCH -> "4";
            case GROUP_COUNT_MISMATCH -> "5";
            default -> "6";
        };
    }

    /** TA105, interchange note (element I18). */
    static String ta105(Finding finding) {
        return switch (finding.code()) {
            case INTERCHANGE_CONTROL_NUMBER_MISMATCH -> "001";
            case SENDER_UNKNOWN, SENDER_NOT_ON_CHANNEL -> "006";
            case RECEIVER_UNKNOWN -> "008";
            case INTERCHANGE_COUNT_MISMATCH -> "021";
            case TRUNCATED_INTERCHANGE, INTERCHANGE_TRAILER_MISSING -> "023";
            case INTERCHANGE_CONTROL_NUMBER_REUSED -> "025";
            default -> isa(finding.location().element());
        };
    }

    /** The note about an element of ISA. */
    private static String isa(int element) {
        return switch (element) {
            case 1 -> "010";
            case 2 -> "011";
            case 3 -> "012";
            case 4 -> "013";
            case 5 -> "005";
            case 6 -> "006";
            case 7 -> "007";
            case 8 -> "008";
            case 9 -> "014";
            case 10 -> "015";
            case 11 -> "016";
            case 12 -> "017";
            case 13 -> "018";
            case 14 -> "019";
            case 15 -> "020";
            case 16 -> "027";
            default -> "024";
        };
    }

    /** EDIFACT 0085, syntax error. */
    static String edifact0085(FindingCode code) {
        return switch (code) {
            case SENDER_UNKNOWN, SENDER_NOT_ON_CHANNEL -> "23";
            case RECEIVER_UNKNOWN -> "7";
            case ELEMENT_MISSING, SEGMENT_MISSING, VALUE_MISSING, ELEMENT_CONDITION -> "13";
            case SEGMENT_UNKNOWN, SEGMENT_NOT_IN_SET, SEGMENT_UNEXPECTED, SEGMENT_OUT_OF_ORDER -> "15";
            case ELEMENT_TOO_MANY, COMPONENT_TOO_MANY -> "16";
            case SET_NOT_SUPPORTED, DOCUMENT_NOT_AGREED -> "17";
            case CHARACTER_NOT_ALLOWED, ELEMENT_CHARACTER_INVALID -> "21";
            case SET_CONTROL_NUMBER_REUSED, INTERCHANGE_CONTROL_NUMBER_REUSED -> "26";
            case SET_CONTROL_NUMBER_MISMATCH, INTERCHANGE_CONTROL_NUMBER_MISMATCH, GROUP_CONTROL_NUMBER_MISMATCH ->
                "28";
            case SEGMENT_COUNT_MISMATCH, INTERCHANGE_COUNT_MISMATCH, GROUP_COUNT_MISMATCH, TOTAL_MISMATCH -> "29";
            case GROUP_TYPE_MISMATCH -> "30";
            case SEGMENT_TOO_OFTEN, REPETITION_TOO_MANY -> "35";
            case LOOP_TOO_OFTEN -> "36";
            case ELEMENT_NOT_NUMERIC -> "37";
            case ELEMENT_TOO_LONG -> "39";
            case ELEMENT_TOO_SHORT -> "40";
            case SET_TRAILER_MISSING, GROUP_TRAILER_MISSING, TRUNCATED_INTERCHANGE, INTERCHANGE_TRAILER_MISSING -> "13";
            default -> "12";
        };
    }
}

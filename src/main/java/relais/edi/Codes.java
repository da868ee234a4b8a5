package relais.edi;

import java.util.Set;
import relais.finding.Finding;
import relais.finding.FindingCode;

/**
 * The codes by which X12's acknowledgements say what a finding says; empty where a level has no code for it. Code lists grow from release to
 * release: what an earlier one cannot say precisely it says by the code that comes nearest. The 999's codes that begin with I speak of
 * implementation guides, which nothing here reads.
 *
 * <p>TA105 004 and 026 (terminator and element separator) are never given: an ISA where these cannot be told names nobody who could be answered. Nor are 028 to 031, which
 * speak of deferred delivery and grade of service: networks read those segments (ISB, ISE), and to us they are what should not be there (024).
 */
final class Codes {
    private static final String UNIQUE_GROUPS = "004050";
    private static final String VERSION_5 = "005010";

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

    /** AK304 and IK304, segment syntax error (elements 720 and 620); 8, for segments with wrong elements, is not among them. */
    static String segment(FindingCode code) {
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

    /**
     * AK403 and IK403, data element syntax error (elements 723 and 621).
     *
     * @param release of the acknowledgement: "004010"
     */
    static String element(FindingCode code, String release) {
        return switch (code) {
            case ELEMENT_MISSING, VALUE_MISSING -> "1";
            case ELEMENT_CONDITION -> "2";
            case ELEMENT_TOO_MANY -> "3";
            case REPETITION_TOO_MANY -> since(VERSION_5, release, "12", "3");
            case COMPONENT_TOO_MANY -> since(VERSION_5, release, "13", "3");
            case ELEMENT_TOO_SHORT -> "4";
            case ELEMENT_TOO_LONG -> "5";
            case ELEMENT_NOT_NUMERIC, CHARACTER_NOT_ALLOWED -> "6";
            case CODE_UNKNOWN,
                    VALUE_INVALID,
                    TOTAL_MISMATCH,
                    BINARY_LENGTH_MISMATCH,
                    RULE_VIOLATED,
                    HIERARCHY_INVALID -> "7";
            case DATE_INVALID -> "8";
            case TIME_INVALID -> "9";
            case ELEMENT_EXCLUDED -> "10";
            default -> "";
        };
    }

    /** AK502 and IK502, transaction set syntax error (elements 718 and 618). */
    static String set(Finding finding, String release) {
        return switch (finding.code()) {
            case SET_NOT_SUPPORTED -> finding.value().isEmpty() ? "6" : "1";
            case DOCUMENT_NOT_AGREED -> "1";
            case SET_TRAILER_MISSING -> "2";
            case SET_CONTROL_NUMBER_MISMATCH -> "3";
            case SEGMENT_COUNT_MISMATCH -> "4";
            case GROUP_TYPE_MISMATCH -> since(VERSION_5, release, "18", "6");
            case SET_CONTROL_NUMBER_REUSED -> "23";
            default -> header(finding);
        };
    }

    private static String header(Finding finding) {
        if (!finding.location().segment().equals("ST")) return "5";
        return switch (finding.location().element()) {
            case 1 -> "6";
            case 2 -> "7";
            default -> "5";
        };
    }

    /** AK905, functional group syntax error (element 716). */
    static String group(Finding finding, String release) {
        return switch (finding.code()) {
            case GROUP_TRAILER_MISSING -> "3";
            case GROUP_CONTROL_NUMBER_MISMATCH -> "4";
            case GROUP_COUNT_MISMATCH -> "5";
            case GROUP_CONTROL_NUMBER_REUSED -> since(UNIQUE_GROUPS, release, "19", "6");
            default -> groupHeader(finding);
        };
    }

    private static String groupHeader(Finding finding) {
        if (!finding.location().segment().equals("GS")) return "";
        return switch (finding.location().element()) {
            case 1 -> "1";
            case 6 -> "6";
            case 8 -> "2";
            default -> "";
        };
    }

    private static String since(String first, String release, String code, String before) {
        return release.compareTo(first) >= 0 ? code : before;
    }

    /** TA105, interchange note (element I18). */
    static String interchange(Finding finding) {
        return switch (finding.code()) {
            case INTERCHANGE_CONTROL_NUMBER_MISMATCH -> "001";
            case SENDER_UNKNOWN, SENDER_NOT_ON_CHANNEL -> "006";
            case RECEIVER_UNKNOWN -> "009";
            case INTERCHANGE_COUNT_MISMATCH -> "021";
            case INTERCHANGE_TRAILER_MISSING, SET_OUTSIDE_GROUP -> "022";
            case TRUNCATED_INTERCHANGE -> "023";
            case INTERCHANGE_CONTROL_NUMBER_REUSED -> "025";
            default -> finding.location().segment().equals("ISA") ? isa(finding) : "024";
        };
    }

    /** The note about an element of ISA. A standard or a version that could be one is not supported; anything else is invalid. */
    private static String isa(Finding finding) {
        return switch (finding.location().element()) {
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
            case 11 -> finding.value().matches("[A-Z]") ? "002" : "016";
            case 12 -> finding.value().matches("00\\d{3}") ? "003" : "017";
            case 13 -> "018";
            case 14 -> "019";
            case 15 -> "020";
            case 16 -> "027";
            default -> "024";
        };
    }
}

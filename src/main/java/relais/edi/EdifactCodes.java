package relais.edi;

import relais.finding.Finding;
import relais.finding.FindingCode;

/**
 * The codes of EDIFACT's data element 0085 (syntax error) for what is found. Those that nothing here finds: 20 and 22 (service characters), 24 (too old),
 * 25 (test indicator), 27 (security), 34 (nesting indicator), 41 and 42 (networks).
 *
 * @param syntax4 whether syntax version 4 holds, whose list says more
 */
record EdifactCodes(boolean syntax4) {
    private static final String DECIMAL_MARKS = ".,";

    static EdifactCodes of(Interchange interchange) {
        return new EdifactCodes(interchange.version().endsWith(":4"));
    }

    /** For a finding on the interchange or a group, in UCI or UCF. */
    String envelope(Finding finding) {
        if (finding.code() == FindingCode.SEGMENT_UNEXPECTED) return "33";
        var where = finding.location();
        return where.segment().equals("UNB") && where.element() == 1 ? "2" : code(finding);
    }

    /** For a finding on a transaction set, in UCM, UCS or UCD. */
    String code(Finding finding) {
        return switch (finding.code()) {
            case RECEIVER_UNKNOWN -> "7";
            case CODE_UNKNOWN, DATE_INVALID, TIME_INVALID, VALUE_INVALID, HIERARCHY_INVALID -> "12";
            case ELEMENT_MISSING, SEGMENT_MISSING, VALUE_MISSING -> "13";
            case SET_TRAILER_MISSING, GROUP_TRAILER_MISSING, INTERCHANGE_TRAILER_MISSING, TRUNCATED_INTERCHANGE -> "13";
            case ELEMENT_CONDITION -> syntax4 ? "48" : "13";
            case ELEMENT_EXCLUDED -> syntax4 ? "48" : "15";
            case RULE_VIOLATED -> "14";
            case SEGMENT_UNKNOWN, SEGMENT_NOT_IN_SET, SEGMENT_UNEXPECTED, SEGMENT_OUT_OF_ORDER -> "15";
            case ELEMENT_TOO_MANY, COMPONENT_TOO_MANY -> "16";
            case SET_NOT_SUPPORTED, DOCUMENT_NOT_AGREED -> "17";
            case ELEMENT_NOT_NUMERIC -> number(finding.value());
            case CHARACTER_NOT_ALLOWED, ELEMENT_CHARACTER_INVALID -> "21";
            case SENDER_UNKNOWN, SENDER_NOT_ON_CHANNEL -> "23";
            case SET_CONTROL_NUMBER_REUSED, GROUP_CONTROL_NUMBER_REUSED, INTERCHANGE_CONTROL_NUMBER_REUSED -> "26";
            case SET_CONTROL_NUMBER_MISMATCH, GROUP_CONTROL_NUMBER_MISMATCH, INTERCHANGE_CONTROL_NUMBER_MISMATCH ->
                "28";
            case SEGMENT_COUNT_MISMATCH, GROUP_COUNT_MISMATCH, INTERCHANGE_COUNT_MISMATCH, TOTAL_MISMATCH -> "29";
            case SET_OUTSIDE_GROUP -> "30";
            case GROUP_TYPE_MISMATCH -> "31";
            case ENVELOPE_EMPTY -> "32";
            case SEGMENT_TOO_OFTEN, REPETITION_TOO_MANY -> "35";
            case LOOP_TOO_OFTEN -> "36";
            case ELEMENT_TOO_LONG -> "39";
            case ELEMENT_TOO_SHORT -> "40";
            default -> "18";
        };
    }

    /** Other characters than a number has, no digit before the decimal mark, or marks and signs where none may stand. */
    private static String number(String value) {
        var digits = value.startsWith("-") ? value.substring(1) : value;
        var numeric = value.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || DECIMAL_MARKS.indexOf(c) >= 0);
        if (value.isEmpty() || !numeric) return "37";
        return digits.matches("[.,]\\d+") ? "38" : "19";
    }
}

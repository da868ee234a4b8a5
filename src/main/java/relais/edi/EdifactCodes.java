package relais.edi;

import relais.finding.Finding;
import relais.finding.FindingCode;

/**
 * The codes of EDIFACT's data element 0085 (syntax error) for what is found. Those that nothing here gives: 22 (other service characters than UNA
 * advises) leaves a UNB that cannot be read, so that nobody can be answered; 24 (too old) and 25 (test indicator not supported) would ask for an
 * agreement on age and tests, which partners have none; 41, 42 (networks) and 44 (application unavailable) are told by whoever transports, 43
 * (unknown recipient) by who receives for others. 45 to 47 have no finding: separators at the end are let pass, and what a character set or an
 * envelope of another syntax is, 2 says.
 *
 * @param syntax4 whether syntax version 4 holds, whose list says more
 */
record EdifactCodes(boolean syntax4) {
    private static final String DECIMAL_MARKS = ".,";
    /** Tags of the security segments of syntax version 4 (ISO 9735-5 to 7 and 9), which no other segment's tag begins like. */
    private static final String SECURITY = "US";

    static EdifactCodes of(Interchange interchange) {
        return new EdifactCodes(interchange.version().endsWith(":4"));
    }

    /** For a finding on the interchange or a group, in UCI or UCF. */
    String envelope(Finding finding) {
        var where = finding.location();
        if (where.segment().equals("UNA")) return "20";
        if (finding.code() == FindingCode.SEGMENT_UNEXPECTED) return "33";
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
            case SEGMENT_UNKNOWN, SEGMENT_NOT_IN_SET ->
                finding.location().segment().startsWith(SECURITY) ? "27" : "15";
            case SEGMENT_UNEXPECTED, SEGMENT_OUT_OF_ORDER -> "15";
            case ELEMENT_TOO_MANY -> "16";
            case COMPONENT_TOO_MANY -> finding.location().element() == 0 ? "34" : "16";
            case SET_NOT_SUPPORTED, DOCUMENT_NOT_AGREED -> "17";
            case ELEMENT_NOT_NUMERIC -> number(finding.value());
            case CHARACTER_NOT_ALLOWED, ELEMENT_CHARACTER_INVALID -> "21";
            case SENDER_UNKNOWN, SENDER_NOT_ON_CHANNEL -> "23";
            case SET_CONTROL_NUMBER_REUSED, GROUP_CONTROL_NUMBER_REUSED, INTERCHANGE_CONTROL_NUMBER_REUSED -> "26";
            case SET_CONTROL_NUMBER_MISMATCH, GROUP_CONTROL_NUMBER_MISMATCH, INTERCHANGE_CONTROL_NUMBER_MISMATCH ->
                "28";
            case SEGMENT_COUNT_MISMATCH, GROUP_COUNT_MISMATCH, INTERCHANGE_COUNT_MISMATCH -> "29";
            case TOTAL_MISMATCH, BINARY_LENGTH_MISMATCH -> "29";
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

package relais.finding;

/**
 * One thing that is wrong with input: what, how bad, where, in words, and the offending value.
 *
 * @param text one sentence with the facts: "SE01 says 12 segments, counted 11"
 * @param value the offending value as sent, or empty; never personal data in the clear
 */
public record Finding(FindingCode code, Severity severity, Location location, String text, String value) {

    /** An error without an offending value. */
    public static Finding error(FindingCode code, Location location, String text) {
        return new Finding(code, Severity.ERROR, location, text, "");
    }

    /** A warning without an offending value: noted, and no reason to reject. */
    public static Finding warning(FindingCode code, Location location, String text) {
        return new Finding(code, Severity.WARNING, location, text, "");
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code segment 7 (N1) element 4 at offset 1312: CODE_UNKNOWN text}. */
    @Override
    public String toString() {
        var where = location.toString();
        return (where.isEmpty() ? "" : where + ": ") + code + " " + text;
    }
}

package relais.edi;

import static relais.finding.FindingCode.CODE_UNKNOWN;
import static relais.finding.FindingCode.DATE_INVALID;
import static relais.finding.FindingCode.ELEMENT_NOT_NUMERIC;
import static relais.finding.FindingCode.ELEMENT_TOO_LONG;
import static relais.finding.FindingCode.ELEMENT_TOO_SHORT;
import static relais.finding.FindingCode.TIME_INVALID;

import relais.finding.FindingCode;

/** Checks one value against its element type, on the bytes. What is wrong stays readable here until the next check. */
final class ValueCheck {
    private byte[] plain = new byte[256];
    private FindingCode code = ELEMENT_NOT_NUMERIC;
    private ElementType type = new ElementType("", "", ElementType.Kind.TEXT, 0, 0, 0, CodeSet.OPEN);
    private int length;
    private boolean comma;

    FindingCode code() {
        return code;
    }

    /** Whether something is wrong with the value between two offsets of a segment; there is none when only line breaks stand there. */
    boolean check(ElementType of, Tokens tokens, int segment, int from, int to) {
        type = of;
        comma = tokens.syntax.standard == Standard.EDIFACT;
        if (!tokens.has(segment, Tokens.ESCAPED | Tokens.SUSPECT))
            return wrong(of, tokens.bytes, tokens.base + from, tokens.base + to, to - from);
        if (plain.length < to - from) plain = new byte[(to - from) * 2];
        var bytes = tokens.syntax.unescape(tokens.bytes, tokens.base + from, tokens.base + to, plain);
        if (bytes == 0) return false;
        return wrong(of, plain, 0, bytes, tokens.syntax.multibyte() ? characters(bytes, tokens.syntax) : bytes);
    }

    /** UTF-8: every byte but the continuations begins a character. */
    private int characters(int bytes, Syntax syntax) {
        if (syntax.extended) return new String(plain, 0, bytes, syntax.charset()).length();
        var n = 0;
        for (int i = 0; i < bytes; i++) if ((plain[i] & 0xc0) != 0x80) n++;
        return n;
    }

    private boolean wrong(ElementType of, byte[] bytes, int from, int to, int characters) {
        length = characters;
        return switch (of.kind()) {
            case TEXT, BINARY -> wrongLength(of);
            case CODE -> wrongLength(of) || is(CODE_UNKNOWN, !of.codes().contains(bytes, from, to));
            case INTEGER -> wrongInteger(of, bytes, from, to);
            case DECIMAL -> wrongDecimal(of, bytes, from, to);
            case DATE -> wrongLength(of) || is(DATE_INVALID, !Calendar.isDate(bytes, from, to));
            case TIME -> wrongLength(of) || is(TIME_INVALID, !Calendar.isTime(bytes, from, to));
        };
    }

    private boolean is(FindingCode what, boolean wrong) {
        if (wrong) code = what;
        return wrong;
    }

    private boolean wrongLength(ElementType of) {
        return is(ELEMENT_TOO_SHORT, length < of.lengthMin()) || is(ELEMENT_TOO_LONG, length > of.lengthMax());
    }

    private boolean wrongInteger(ElementType of, byte[] bytes, int from, int to) {
        var start = from < to && bytes[from] == '-' ? from + 1 : from;
        for (int i = start; i < to; i++) if (bytes[i] < '0' || bytes[i] > '9') return is(ELEMENT_NOT_NUMERIC, true);
        length = to - start;
        return is(ELEMENT_NOT_NUMERIC, start == to) || wrongLength(of);
    }

    /** X12.6 type R and numbers of EDIFACT: digits with one decimal mark, a leading minus and an exponent; none of those marks counts as length. */
    private boolean wrongDecimal(ElementType of, byte[] bytes, int from, int to) {
        var digits = 0;
        var marks = 0;
        for (int i = from; i < to; i++) {
            var b = bytes[i];
            if (b >= '0' && b <= '9') digits++;
            else if (b == '.' || (b == ',' && comma)) marks++;
            else if (b == 'E' && digits > 0) return exponent(of, bytes, i + 1, to, digits, marks);
            else if (b != '-' || i > from) return is(ELEMENT_NOT_NUMERIC, true);
        }
        length = digits;
        var bare = comma && marks > 0 && isBare(bytes, from, to);
        return is(ELEMENT_NOT_NUMERIC, digits == 0 || marks > 1 || bare) || wrongLength(of);
    }

    /** ISO 9735, numeric data elements: at least one digit stands before a decimal mark, and one behind it. */
    private static boolean isBare(byte[] bytes, int from, int to) {
        var first = bytes[from] == '-' ? from + 1 : from;
        return isMark(bytes[first]) || isMark(bytes[to - 1]);
    }

    private static boolean isMark(byte b) {
        return b == '.' || b == ',';
    }

    private boolean exponent(ElementType of, byte[] bytes, int from, int to, int digits, int marks) {
        var wrong = wrongInteger(of, bytes, from, to) && code == ELEMENT_NOT_NUMERIC;
        length += digits;
        return wrong || is(ELEMENT_NOT_NUMERIC, marks > 1) || wrongLength(of);
    }

    /** What is wrong, in a sentence; the value is left out when it is empty. */
    String words(String value) {
        var what = type.name() + (value.isEmpty() ? "" : " '" + value + "'");
        return switch (code) {
            case ELEMENT_TOO_SHORT -> what + " has " + length + " characters, at least " + type.lengthMin() + " needed";
            case ELEMENT_TOO_LONG -> what + " has " + length + " characters, at most " + type.lengthMax() + " allowed";
            case CODE_UNKNOWN -> what + " is not in the code list of element " + type.id();
            case DATE_INVALID -> what + " is no date";
            case TIME_INVALID -> what + " is no time";
            default -> what + " is not a number";
        };
    }
}

package relais.edi;

import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Severity;

/**
 * BIN and BDS of X12: the last element holds any bytes, as many as the element before it says.
 *
 * @see "ASC X12.6, binary data element"
 */
final class BinarySegment {
    private static final int HEAD_BYTES_MAX = 32;
    private static final int DIGITS_MAX = 9;
    private static final int BIN = Tag.key("BIN");
    private static final int BDS = Tag.key("BDS");

    private BinarySegment() {}

    /** Whether it is one, by the key of its tag. */
    static boolean is(int key) {
        return key == BIN || key == BDS;
    }

    /** Which element states the length. */
    static int lengthElement(int key) {
        return key == BIN ? 1 : 2;
    }

    /** Whether it is one of X12 that does not end where its stated length says, so that it was read as text up to the next terminator. */
    static boolean isBroken(Tokens tokens, int segment) {
        if (!is(tokens.key(segment)) || tokens.syntax.standard != Standard.X12) return false;
        var separator = (byte) tokens.syntax.delimiters.element();
        var to = tokens.base + tokens.end(segment);
        var begin = begin(tokens.bytes, tokens.base + tokens.start(segment), to, separator);
        return begin >= 0 && end(tokens.bytes, begin, separator) != to;
    }

    /** What is wrong with a broken one. */
    static Finding mismatch(Tokens tokens, int segment) {
        var element = lengthElement(tokens.key(segment));
        var name = tokens.tag(segment) + "0" + element;
        var said = tokens.component(segment, element, 1, 1);
        var came = tokens.end(segment) - tokens.at(tokens.find(segment, element + 1, 1, 1)) - 1;
        return new Finding(
                FindingCode.BINARY_LENGTH_MISMATCH,
                Severity.ERROR,
                new Segment(tokens, segment).location(element),
                (said.isEmpty() ? name + " is empty" : name + " says " + said + " bytes")
                        + ", and up to the next segment terminator there are " + came,
                said);
    }

    /** Index of the first byte of the data in a segment that begins at {@code from}; -1 when it is no such segment or its head is not all there. */
    static int begin(byte[] bytes, int from, int limit, byte separator) {
        if (limit - from < 4 || bytes[from + 3] != separator) return -1;
        var key = Tag.key(bytes, from, from + 3);
        if (!is(key)) return -1;
        var left = lengthElement(key);
        var end = Math.min(limit, from + HEAD_BYTES_MAX);
        for (int i = from + 4; i < end; i++) if (bytes[i] == separator && --left == 0) return i + 1;
        return -1;
    }

    /** Index behind the data that begins there; -1 when its length is not stated in digits. */
    static int end(byte[] bytes, int begin, byte separator) {
        var from = begin - 1;
        while (bytes[from - 1] != separator) from--;
        while (from < begin - 2 && bytes[from] == '0') from++;
        if (from == begin - 1 || begin - 1 - from > DIGITS_MAX) return -1;
        var length = Calendar.number(bytes, from, begin - 1);
        return length < 0 || length > Integer.MAX_VALUE - begin ? -1 : begin + length;
    }
}

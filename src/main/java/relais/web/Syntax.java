package relais.web;

import java.nio.charset.StandardCharsets;

/**
 * Where segments and elements end in bytes that are to be shown. It is told from the bytes themselves, so that a single
 * transaction set, or one whose header is broken, can be shown too. A separator that is not used is 0.
 */
record Syntax(byte segment, byte element, byte component, byte repetition, byte release) {

    /** One line of text is one line. */
    static final Syntax LINES = new Syntax((byte) '\n', (byte) 0, (byte) 0, (byte) 0, (byte) 0);

    private static final Syntax EDIFACT = new Syntax((byte) '\'', (byte) '+', (byte) ':', (byte) '*', (byte) '?');

    private static final int ISA_BYTES = 106;
    private static final int ISA_REPETITION_OFFSET = 82;
    private static final int ISA_COMPONENT_OFFSET = 104;
    private static final int UNA_BYTES = 9;

    /** The syntax of an interchange (ISA, UNA, UNB), a transaction set (ST, UNH), or of plain lines for anything else. */
    static Syntax of(byte[] bytes) {
        if (startsWith(bytes, "ISA") && bytes.length >= ISA_BYTES) return isa(bytes);
        if (startsWith(bytes, "ST") && bytes.length > 3 && !isWord(bytes[2])) return set(bytes);
        if (startsWith(bytes, "UNA") && bytes.length >= UNA_BYTES) return una(bytes);
        if (startsWith(bytes, "UNB+") || startsWith(bytes, "UNH+")) return EDIFACT;
        if (startsWith(bytes, "UNH") && bytes.length > 4 && !isWord(bytes[3])) return message(bytes);
        return LINES;
    }

    /** Whether segments end at a character of their own, so that line ends around them mean nothing. */
    boolean hasSegments() {
        return element != 0;
    }

    private static Syntax isa(byte[] bytes) {
        var repetition = bytes[ISA_REPETITION_OFFSET];
        return new Syntax(
                bytes[ISA_BYTES - 1], bytes[3], bytes[ISA_COMPONENT_OFFSET], isWord(repetition) ? 0 : repetition, (byte)
                        0);
    }

    private static Syntax una(byte[] bytes) {
        var repetition = bytes[7] == ' ' ? 0 : bytes[7];
        var release = bytes[6] == ' ' ? 0 : bytes[6];
        return new Syntax(bytes[8], bytes[4], bytes[3], repetition, release);
    }

    /** ST*850*0001~: the element separator stands after the tag, the terminator after the last element, which is a word. */
    private static Syntax set(byte[] bytes) {
        var element = bytes[2];
        return new Syntax(firstOtherThan(bytes, 2, element, element), element, (byte) ':', (byte) '^', (byte) 0);
    }

    /** UNH+1+ORDERS:D:96A:UN': the component separator is the first one after the type. */
    private static Syntax message(byte[] bytes) {
        var element = bytes[3];
        var component = firstOtherThan(bytes, 3, element, element);
        return new Syntax(firstOtherThan(bytes, 3, element, component), element, component, (byte) 0, (byte) '?');
    }

    private static byte firstOtherThan(byte[] bytes, int from, byte one, byte other) {
        for (var i = from; i < bytes.length; i++)
            if (!isWord(bytes[i]) && bytes[i] != one && bytes[i] != other) return bytes[i];
        return '\n';
    }

    private static boolean isWord(byte b) {
        return Character.isLetterOrDigit(b & 0xff);
    }

    private static boolean startsWith(byte[] bytes, String start) {
        var wanted = start.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length < wanted.length) return false;
        for (var i = 0; i < wanted.length; i++) if (bytes[i] != wanted[i]) return false;
        return true;
    }
}

package relais.edi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What each byte of an interchange means: a table of 256 classes, made once per interchange from its delimiters and character set. */
final class Syntax {
    static final int TEXT = 0;
    static final int ELEMENT = 1;
    static final int COMPONENT = 2;
    static final int REPETITION = 3;
    static final int RELEASE = 4;
    static final int TERMINATOR = 5;
    /** CR or LF inside a segment: the line was wrapped; it is no part of the text. */
    static final int BREAK = 6;
    /** A control character, or a byte that may not belong to the character set or is not in its repertoire: looked at again, away from the fast path. */
    static final int SUSPECT = 7;

    final Standard standard;
    final Delimiters delimiters;
    final byte[] classes;
    /** Whether escape sequences change the character set. */
    final boolean extended;

    /** Not a constant: a scan that always goes on by one would be compiled for long runs, and between two delimiters there are four bytes. */
    final int characterBytes;

    /** The tags that end a run of segments. */
    final Envelopes envelopes;

    /** What segments of binary data begin with; no byte where there are none. */
    final int binaryInitial;

    private final Charset charset;

    /** With every character of ASCII. */
    Syntax(Standard standard, Delimiters delimiters, Charset charset) {
        this(standard, delimiters, charset, Repertoire.EVERY);
    }

    Syntax(Standard standard, Delimiters delimiters, Charset charset, Repertoire repertoire) {
        this.standard = standard;
        this.delimiters = delimiters;
        this.charset = charset;
        this.extended = charset.name().startsWith("ISO-2022");
        this.classes = classes(delimiters, charset, repertoire);
        this.characterBytes = 1;
        this.envelopes = Envelopes.of(standard);
        this.binaryInitial = standard == Standard.X12 ? 'B' : -1;
    }

    /** How bytes become text. ASCII is read as ISO 8859-1, so that a byte beyond it (a finding) is not replaced. */
    Charset charset() {
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.ISO_8859_1 : charset;
    }

    String charsetName() {
        return charset.name();
    }

    /** Whether some characters take more than one byte. */
    boolean multibyte() {
        return extended || charset.equals(StandardCharsets.UTF_8);
    }

    /** Copies the text's bytes without release characters and line breaks; answers how many they are. */
    int unescape(byte[] bytes, int from, int to, byte[] target) {
        var n = 0;
        for (int i = from; i < to; i++) {
            int kind = classes[bytes[i] & 0xff];
            if (kind == BREAK) continue;
            if (kind == RELEASE && i + 1 < to) i++;
            else if (extended && bytes[i] == CodeExtension.ESCAPE) {
                var end = CodeExtension.end(bytes, i, to);
                System.arraycopy(bytes, i, target, n, end - i);
                n += end - i;
                i = end;
            }
            target[n++] = bytes[i];
        }
        return n;
    }

    /** The first index from {@code from} on that can begin a segment: line ends and blanks between segments mean nothing. */
    int skipBlanks(byte[] bytes, int from, int limit) {
        var at = from;
        while (at < limit && bytes[at] >= 0 && bytes[at] <= ' ' && separates(bytes[at])) at++;
        return at;
    }

    private boolean separates(byte b) {
        var kind = classes[b];
        return kind == BREAK || kind == TEXT || b == '\n' || b == '\r' || b == '\t';
    }

    private static byte[] classes(Delimiters delimiters, Charset charset, Repertoire repertoire) {
        var classes = new byte[256];
        var eightBit = charset.name().startsWith("ISO-8859");
        for (int b = 0; b < 256; b++) {
            var control = b < 0x20 || b == 0x7f || (b >= 0x80 && b < 0xa0);
            if (control || (b >= 0x80 && !eightBit) || (b < 0x80 && !repertoire.has((char) b))) classes[b] = SUSPECT;
        }
        classes['\r'] = BREAK;
        classes['\n'] = BREAK;
        put(classes, delimiters.release(), RELEASE);
        put(classes, delimiters.repetition(), REPETITION);
        put(classes, delimiters.component(), COMPONENT);
        put(classes, delimiters.element(), ELEMENT);
        put(classes, delimiters.segment(), TERMINATOR);
        return classes;
    }

    private static void put(byte[] classes, char delimiter, int kind) {
        if (delimiter != 0) classes[delimiter & 0xff] = (byte) kind;
    }

    /** The character set of UNB S001 0001; what is not known is read byte by byte. */
    static Charset charset(String syntaxIdentifier) {
        return switch (syntaxIdentifier) {
            case "UNOA", "UNOB" -> StandardCharsets.US_ASCII;
            case "UNOD" -> Charset.forName("ISO-8859-2");
            case "UNOE" -> Charset.forName("ISO-8859-5");
            case "UNOF" -> Charset.forName("ISO-8859-7");
            case "UNOG" -> Charset.forName("ISO-8859-3");
            case "UNOH" -> Charset.forName("ISO-8859-4");
            case "UNOI" -> Charset.forName("ISO-8859-6");
            case "UNOJ" -> Charset.forName("ISO-8859-8");
            case "UNOK" -> Charset.forName("ISO-8859-9");
            case "UNOL" -> Charset.forName("ISO-8859-15");
            case "UNOX" -> Charset.forName("ISO-2022-JP");
            case "UNOW", "UNOY" -> StandardCharsets.UTF_8;
            default -> StandardCharsets.ISO_8859_1;
        };
    }
}

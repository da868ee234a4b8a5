package relais.mapping;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import relais.finding.FindingCode;
import relais.finding.Location;

/** The characters of a file, and at which byte each of them began. */
final class TableText {

    static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final long UNKNOWN = -1;

    private final String characters;
    private final Charset charset;
    private final int first;
    private final boolean exact;
    private int knownIndex;
    private long knownOffset;

    private TableText(String characters, Charset charset, int first, boolean exact) {
        this.characters = characters;
        this.charset = charset;
        this.first = first;
        this.exact = exact;
        this.knownOffset = first;
    }

    /** Passes over a byte order mark, and reports the first byte that is no character. */
    static TableText of(byte[] bytes, Charset charset, ReadingRun run) {
        var first = marked(bytes, charset) ? BYTE_ORDER_MARK.length : 0;
        var in = ByteBuffer.wrap(bytes, first, bytes.length - first);
        var out = CharBuffer.allocate(bytes.length);
        var strict = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var result = strict.onUnmappableCharacter(CodingErrorAction.REPORT).decode(in, out, true);
        if (!result.isError()) return new TableText(out.flip().toString(), charset, first, true);
        var text = "what stands there is no character of " + charset;
        run.wrong(FindingCode.CHARACTER_NOT_ALLOWED, Location.offset(in.position()), text, "");
        return new TableText(new String(bytes, first, bytes.length - first, charset), charset, first, false);
    }

    private static boolean marked(byte[] bytes, Charset charset) {
        if (!charset.equals(StandardCharsets.UTF_8) || bytes.length < BYTE_ORDER_MARK.length) return false;
        for (var i = 0; i < BYTE_ORDER_MARK.length; i++) if (bytes[i] != BYTE_ORDER_MARK[i]) return false;
        return true;
    }

    String characters() {
        return characters;
    }

    /** The byte at which a character began; -1 when a byte before it may have been none. Cheap when asked in order. */
    long offset(int index) {
        if (!exact) return UNKNOWN;
        if (index < knownIndex) {
            knownIndex = 0;
            knownOffset = first;
        }
        knownOffset += characters.substring(knownIndex, index).getBytes(charset).length;
        knownIndex = index;
        return knownOffset;
    }

    /** Where the line after the one at an index starts: after CR LF, LF or CR. */
    int nextLine(int index) {
        var end = endOfLine(index);
        if (end < characters.length() - 1 && characters.charAt(end) == '\r' && characters.charAt(end + 1) == '\n')
            return end + 2;
        return Math.min(end + 1, characters.length());
    }

    int endOfLine(int index) {
        var end = index;
        while (end < characters.length() && characters.charAt(end) != '\n' && characters.charAt(end) != '\r') end++;
        return end;
    }
}

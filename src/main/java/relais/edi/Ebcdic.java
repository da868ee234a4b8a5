package relais.edi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * EBCDIC code page 037, byte by byte as ISO 8859-1 and back: every byte of one is exactly one of the other, so offsets stay what they are.
 * The new line of EBCDIC (15) becomes LF.
 */
final class Ebcdic {
    static final Charset CHARSET = Charset.forName("IBM037");

    private static final int LINE_FEED = 0x25;
    private static final int NEXT_LINE = 0x85;

    private static final byte[] LATIN = latin();
    private static final byte[] EBCDIC = inverse(LATIN);

    private Ebcdic() {}

    private static byte[] latin() {
        var all = new byte[256];
        for (int b = 0; b < 256; b++) all[b] = (byte) b;
        var latin = new String(all, CHARSET).getBytes(StandardCharsets.ISO_8859_1);
        latin[LINE_FEED] = (byte) NEXT_LINE;
        return latin;
    }

    private static byte[] inverse(byte[] table) {
        var inverse = new byte[256];
        for (int b = 0; b < 256; b++) inverse[table[b] & 0xff] = (byte) b;
        return inverse;
    }

    static void toLatin(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) bytes[i] = LATIN[bytes[i] & 0xff];
    }

    static void fromLatin(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) bytes[i] = EBCDIC[bytes[i] & 0xff];
    }

    static byte toLatin(byte b) {
        return LATIN[b & 0xff];
    }

    static byte fromLatin(byte b) {
        return EBCDIC[b & 0xff];
    }
}

package relais.edi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text of bytes in a character set that has ASCII as it is. Tags, qualifiers, codes and small numbers come again and again, so texts of up to four
 * printable characters of ASCII are shared as long as they were met lately.
 */
final class ShortTexts {
    private static final int LENGTH_MAX = 4;
    private static final int SLOT_BITS = 10;
    /** Spreads what differs in any byte over the highest bits: 2 to the 64th over the golden ratio. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private static final Shared[] LATELY = new Shared[1 << SLOT_BITS];

    /** Immutable, so that threads may pass it to each other without a lock. */
    private record Shared(long packed, String text) {}

    private ShortTexts() {}

    static String of(byte[] bytes, int from, int to, Charset charset) {
        var length = to - from;
        if (length > LENGTH_MAX) return new String(bytes, from, length, charset);
        var packed = EightBytes.of(bytes, from, to);
        var slot = (int) (packed * SPREAD >>> Long.SIZE - SLOT_BITS);
        var shared = LATELY[slot];
        if (shared != null && shared.packed == packed && shared.text.length() == length) return shared.text;
        if (!isPrintable(bytes, from, to)) return new String(bytes, from, length, charset);
        var text = new String(bytes, from, length, StandardCharsets.US_ASCII);
        LATELY[slot] = new Shared(packed, text);
        return text;
    }

    private static boolean isPrintable(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) if (bytes[i] < ' ' || bytes[i] == 0x7f) return false;
        return true;
    }
}

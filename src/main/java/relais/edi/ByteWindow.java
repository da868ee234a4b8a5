package relais.edi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The part of the input that is in memory: from {@code anchor} (kept until it is moved) over {@code pos} (next to read) to
 * {@code limit}. Filling moves the anchor to index 0, so whoever remembers a place remembers it relative to the anchor.
 */
final class ByteWindow {
    private static final int BYTES_AT_FIRST = 1 << 15;

    private final InputStream in;
    private long base;
    private boolean ended;
    private boolean ebcdic;
    byte[] bytes = new byte[BYTES_AT_FIRST];
    int anchor;
    int pos;
    int limit;

    ByteWindow(InputStream in, long offset) {
        this.in = in;
        this.base = offset;
    }

    /** The offset in the whole input of a place in the window. */
    long offset(int index) {
        return base + index;
    }

    /** Lets go of everything before the next byte to read. */
    void drop() {
        anchor = pos;
    }

    /** Makes at least one more byte available behind {@code limit}; false at the end of the input. */
    boolean fill() {
        if (ended) return false;
        if (anchor > 0) shift();
        if (limit == bytes.length) bytes = Arrays.copyOf(bytes, bytes.length * 2);
        try {
            var read = in.read(bytes, limit, bytes.length - limit);
            ended = read < 0;
            if (ended) return false;
            if (ebcdic) Ebcdic.toLatin(bytes, limit, limit + read);
            limit += read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    /** Whether the input is read as EBCDIC: what is in the window then is ISO 8859-1 made of it. */
    boolean isEbcdic() {
        return ebcdic;
    }

    /** Says that what is in the window was EBCDIC and is ISO 8859-1 already. */
    void declareEbcdic() {
        ebcdic = true;
    }

    /** Reads the rest of the input in the other of ASCII and EBCDIC, from {@code pos} on. */
    void switchEncoding() {
        if (ebcdic) Ebcdic.fromLatin(bytes, pos, limit);
        else Ebcdic.toLatin(bytes, pos, limit);
        ebcdic = !ebcdic;
    }

    /** Whether {@code count} bytes are there from {@code pos} on, reading as needed. */
    boolean has(int count) {
        while (limit - pos < count) if (!fill()) return false;
        return true;
    }

    private void shift() {
        System.arraycopy(bytes, anchor, bytes, 0, limit - anchor);
        base += anchor;
        pos -= anchor;
        limit -= anchor;
        anchor = 0;
    }
}

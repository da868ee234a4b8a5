package relais.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;

/** Bytes to text for the eye: UTF-8 where they are that, else Latin-1; control characters become visible signs. */
record Decoder(byte[] bytes, Charset charset) {

    private static final char CONTROL_PICTURES = '\u2400';
    private static final char DELETE_PICTURE = '\u2421';

    static Decoder of(byte[] bytes) {
        return new Decoder(bytes, isUtf8(bytes) ? UTF_8 : ISO_8859_1);
    }

    String text(int from, int to) {
        var text = new String(bytes, from, to - from, charset);
        var visible = new StringBuilder(text.length());
        for (var c : text.toCharArray()) visible.append(visible(c));
        return visible.toString();
    }

    private static char visible(char c) {
        if (c < ' ') return (char) (CONTROL_PICTURES + c);
        return c == '\u007f' ? DELETE_PICTURE : c;
    }

    /** A character that the end cuts through does not count against it. */
    private static boolean isUtf8(byte[] bytes) {
        var decoder = UTF_8.newDecoder();
        return !decoder.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), false)
                .isError();
    }
}

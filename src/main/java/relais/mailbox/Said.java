package relais.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import relais.finding.Finding;

/** What a finding says, as it is sealed: its sentence, and the value that is wrong. */
public record Said(String text, String value) {

    static Said of(Finding finding) {
        return new Said(finding.text(), finding.value());
    }

    /** Of bytes that were sealed. */
    public static Said ofBytes(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var text = new byte[buffer.getInt()];
        buffer.get(text);
        return new Said(new String(text, UTF_8), new String(bytes, buffer.position(), buffer.remaining(), UTF_8));
    }

    /** The text after its length, then the value; in UTF-8. */
    byte[] bytes() {
        var first = text.getBytes(UTF_8);
        var second = value.getBytes(UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + first.length + second.length)
                .putInt(first.length)
                .put(first)
                .put(second)
                .array();
    }
}

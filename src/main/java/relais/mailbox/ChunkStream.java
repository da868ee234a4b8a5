package relais.mailbox;

import java.io.InputStream;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bytes of a receipt, one chunk in memory at a time. */
final class ChunkStream extends InputStream {

    private static final byte[] NOTHING = {};

    private final JdbcClient jdbc;
    private final UUID receipt;
    private int nextChunk;
    private int position;
    private byte[] chunk = NOTHING;
    private boolean ended;

    ChunkStream(JdbcClient jdbc, UUID receipt, long fromOffset) {
        this.jdbc = jdbc;
        this.receipt = receipt;
        this.nextChunk = (int) (fromOffset / ReceiptWriter.CHUNK_BYTES);
        this.position = (int) (fromOffset % ReceiptWriter.CHUNK_BYTES);
        load();
    }

    @Override
    public int read() {
        return hasNext() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) return 0;
        if (!hasNext()) return -1;
        var count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, into, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return Math.max(0, chunk.length - position);
    }

    private boolean hasNext() {
        while (position >= chunk.length && !ended) {
            position -= chunk.length;
            load();
        }
        return position < chunk.length;
    }

    private void load() {
        var next = jdbc.sql("select bytes from receipt_chunk where receipt = :receipt and number = :number")
                .param("receipt", receipt)
                .param("number", nextChunk++)
                .query(byte[].class)
                .optional();
        ended = next.isEmpty();
        chunk = next.orElse(NOTHING);
    }
}

package relais.mailbox;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.consumer.ConsumerErased;
import relais.consumer.Vault;

/** The bytes of a receipt, one piece in memory at a time. Where a piece names a consumer who was erased, {@link ConsumerErased} is thrown. */
final class ChunkStream extends InputStream {

    private static final byte[] NOTHING = {};

    private final JdbcClient jdbc;
    private final Vault vault;
    private final UUID receipt;
    private long next;
    private int position;
    private byte[] piece = NOTHING;
    private boolean ended;
    private Optional<Opened> last = Optional.empty();

    private record Piece(long from, Optional<UUID> sealedFor, byte[] bytes) {}

    private record Opened(UUID owner, Vault.Key key) {}

    ChunkStream(JdbcClient jdbc, Vault vault, UUID receipt, long fromOffset) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.receipt = receipt;
        this.next = fromOffset;
        load();
    }

    @Override
    public int read() {
        return hasNext() ? piece[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) return 0;
        if (!hasNext()) return -1;
        var count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, into, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return Math.max(0, piece.length - position);
    }

    private boolean hasNext() {
        if (position >= piece.length && !ended) load();
        return position < piece.length;
    }

    /** The piece that the next byte lies in. */
    private void load() {
        var found = jdbc.sql("""
                        select from_offset, sealed_for, bytes from receipt_chunk
                        where receipt = :receipt and from_offset <= :next order by from_offset desc limit 1""")
                .param("receipt", receipt)
                .param("next", next)
                .query((row, n) -> new Piece(
                        row.getLong("from_offset"),
                        Optional.ofNullable(row.getObject("sealed_for", UUID.class)),
                        row.getBytes("bytes")))
                .optional();
        piece = found.map(this::open).orElse(NOTHING);
        var from = found.map(Piece::from).orElse(0L);
        position = (int) Math.min(next - from, piece.length);
        ended = position == piece.length;
        next = from + piece.length;
    }

    private byte[] open(Piece sealed) {
        return sealed.sealedFor().map(owner -> key(owner).open(sealed.bytes())).orElse(sealed.bytes());
    }

    private Vault.Key key(UUID owner) {
        if (last.filter(opened -> opened.owner().equals(owner)).isEmpty())
            last = Optional.of(new Opened(owner, vault.key(owner).orElseThrow(() -> new ConsumerErased(owner))));
        return last.orElseThrow().key();
    }
}

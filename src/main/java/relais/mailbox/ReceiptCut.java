package relais.mailbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.consumer.Vault;

/**
 * Cuts a receipt along its transaction sets: a set that names a consumer is sealed for that consumer, an accepted one that names
 * nobody is kept as it is, and all else (the envelope, and what could not be read) comes under a new key of the receipt. One
 * chunk is in memory at a time.
 */
final class ReceiptCut {

    private static final int SPANS_FETCHED = 1_000;
    private static final byte[] ERASED = {};

    private final JdbcOperations batches;
    private final JdbcClient jdbc;
    private final Vault vault;

    ReceiptCut(JdbcOperations jdbc, Vault vault) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.vault = vault;
    }

    /** @param owner empty where nobody is named */
    private record Span(long from, long to, Optional<UUID> owner) {}

    /** In the caller's transaction; the receipt must not have been cut before. */
    void cut(UUID receipt) {
        var before = vault.key(receipt);
        if (before.isEmpty()) return;
        var rest = vault.renew(receipt);
        try (var spans = spans(receipt)) {
            var walk = new Walk(receipt, spans.iterator());
            var from = 0L;
            for (var chunk = take(receipt, from); chunk.isPresent(); chunk = take(receipt, from)) {
                var plain = before.get().open(chunk.get());
                insert(receipt, walk.through(from, from + plain.length), plain, rest);
                from += ReceiptWriter.CHUNK_BYTES;
            }
        }
    }

    /** A few at a time: an interchange may hold millions. */
    private Stream<Span> spans(UUID receipt) {
        PreparedStatementCreator query = connection -> {
            var statement = connection.prepareStatement("""
                    select from_offset, to_offset,
                           coalesce(consumer, case when state <> 'accepted' or type = 'Acknowledgement' then receipt end)
                               as owner
                    from document where receipt = ? and direction = 'in' and set_ordinal > 0 order by from_offset""");
            statement.setFetchSize(SPANS_FETCHED);
            statement.setObject(1, receipt);
            return statement;
        };
        return batches.queryForStream(
                query,
                (row, n) -> new Span(
                        row.getLong("from_offset"),
                        row.getLong("to_offset"),
                        Optional.ofNullable(row.getObject("owner", UUID.class))));
    }

    /** The chunk that begins there, which is gone afterwards. */
    private Optional<byte[]> take(UUID receipt, long from) {
        return jdbc.sql("delete from receipt_chunk where receipt = :receipt and from_offset = :from returning bytes")
                .param("receipt", receipt)
                .param("from", from)
                .query(byte[].class)
                .optional();
    }

    private void insert(UUID receipt, List<Span> pieces, byte[] chunk, Vault.Key rest) {
        var owners = pieces.stream()
                .flatMap(piece -> piece.owner().stream())
                .filter(owner -> !owner.equals(receipt))
                .distinct()
                .toList();
        var keys = vault.keys(owners);
        keys.put(receipt, rest);
        var begin = pieces.get(0).from();
        batches.batchUpdate(
                "insert into receipt_chunk (receipt, from_offset, sealed_for, bytes) values (?, ?, ?, ?)",
                pieces.stream()
                        .map(piece -> new Object[] {
                            receipt,
                            piece.from(),
                            piece.owner().orElse(null),
                            sealed(
                                    Arrays.copyOfRange(chunk, (int) (piece.from() - begin), (int) (piece.to() - begin)),
                                    piece.owner(),
                                    keys)
                        })
                        .toList());
    }

    /** Nothing is kept for a consumer who was erased while the receipt was worked on. */
    private static byte[] sealed(byte[] plain, Optional<UUID> owner, Map<UUID, Vault.Key> keys) {
        if (owner.isEmpty()) return plain;
        var key = keys.get(owner.get());
        return key == null ? ERASED : key.seal(plain);
    }

    /** Goes through the bytes once, chunk by chunk, and says for each piece whose it is. */
    private static final class Walk {

        private final UUID rest;
        private final Iterator<Span> spans;
        private Optional<Span> span = Optional.empty();

        Walk(UUID rest, Iterator<Span> spans) {
            this.rest = rest;
            this.spans = spans;
        }

        /** Pieces without a gap between them. */
        List<Span> through(long from, long to) {
            var pieces = new ArrayList<Span>();
            for (var at = from; at < to; ) {
                goOnTo(at);
                var piece = next(at, to);
                pieces.add(piece);
                at = piece.to();
            }
            return pieces;
        }

        private void goOnTo(long at) {
            while (spans.hasNext() && span.filter(s -> s.to() > at).isEmpty()) span = Optional.of(spans.next());
        }

        private Span next(long at, long to) {
            if (span.filter(s -> s.to() > at && s.from() < to).isEmpty()) return new Span(at, to, Optional.of(rest));
            var known = span.get();
            return known.from() > at
                    ? new Span(at, known.from(), Optional.of(rest))
                    : new Span(at, Math.min(known.to(), to), known.owner());
        }
    }
}

package relais.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Encodes every entry anew from its rows and holds its hash against the leaf that was sealed. */
final class ContentAudit {

    /** Entries of a piece of work: whole tiles. */
    private static final int PIECE_ENTRIES = 16 * Tiles.WIDTH;

    private final Snapshot snapshot;
    private final Head head;
    private final LongConsumer progress;

    /** @param progress hears of entries done */
    ContentAudit(Snapshot snapshot, Head head, LongConsumer progress) {
        this.snapshot = snapshot;
        this.head = head;
        this.progress = progress;
    }

    Optional<Fault> run() {
        var pieces = (head.seq() + PIECE_ENTRIES - 1) / PIECE_ENTRIES;
        var left = new AtomicLong(head.seq());
        return snapshot.inOrder(
                        pieces,
                        (jdbc, number) -> {
                            var start = number * PIECE_ENTRIES;
                            return check(jdbc, start, Math.min(start + PIECE_ENTRIES, head.seq()), true);
                        },
                        fault -> {
                            progress.accept(Math.min(PIECE_ENTRIES, left.getAndAdd(-PIECE_ENTRIES)));
                            return fault;
                        })
                .or(this::beyond);
    }

    /** Only the entries of one seal, which the tiles do not fit. */
    Optional<Fault> within(Seal seal) {
        return snapshot.ask(jdbc -> check(jdbc, seal.firstSeq() - 1, Math.min(seal.lastSeq(), head.seq()), false));
    }

    private Optional<Fault> beyond() {
        return snapshot.ask(jdbc -> jdbc.sql("""
                        select shard || '/' || seq from entry
                        where shard = :shard and (seq > :seq or seq < 1) or shard <> :shard order by shard, seq limit 1""")
                .param("shard", head.shard())
                .param("seq", head.seq())
                .query((row, n) -> Fault.inserted("entry " + row.getString(1), "lies beyond the head"))
                .optional());
    }

    /** An entry as read: what it holds, or why it cannot be read. */
    private record Placed(long seq, byte[] leaf, Optional<Draft> draft, Instant bookedAt, String unreadable) {

        static Placed read(ResultSet row, int n) throws SQLException {
            var seq = row.getLong("seq");
            var leaf = row.getBytes("leaf");
            try {
                var draft = EntryRows.DRAFT.mapRow(row, n);
                var bookedAt = EntryRows.bookedAt(row);
                draft.encoded(0, seq, bookedAt);
                return new Placed(seq, leaf, Optional.of(draft), bookedAt, "");
            } catch (RuntimeException whateverATamperedRowLeadsTo) {
                return new Placed(seq, leaf, Optional.empty(), Instant.EPOCH, message(whateverATamperedRowLeadsTo));
            }
        }

        /** Whether this is what was sealed under a number. */
        boolean is(int shard, long number, byte[] sealed) {
            return draft.map(content -> content.encoded(shard, number, bookedAt))
                    .map(bytes -> Arrays.equals(MerkleTree.leaf(bytes), sealed))
                    .orElse(false);
        }
    }

    private static String message(RuntimeException e) {
        return e instanceof NullPointerException ? "something is missing" : String.valueOf(e.getMessage());
    }

    /** @param tilesHold whether a tile is right when it and the leaf of an entry differ */
    private Optional<Fault> check(JdbcClient jdbc, long start, long end, boolean tilesHold) {
        var rows = entries(jdbc, start, end);
        var sealed = sealed(jdbc, start, end, rows);
        for (int n = 0; n < end - start; n++) {
            var seq = start + n + 1;
            if (n >= rows.size() || rows.get(n).seq != seq) return Optional.of(missing(jdbc, seq));
            var row = rows.get(n);
            if (!tilesHold && row.is(head.shard(), seq, row.leaf) && !Arrays.equals(row.leaf, sealed.get(n)))
                return Optional.of(Fault.edited(
                        "tile " + head.shard() + "/0/" + (seq - 1) / Tiles.WIDTH,
                        "has another hash of entry " + place(seq) + " than that entry"));
            if (!row.is(head.shard(), seq, sealed.get(n))) return Optional.of(wrong(rows, sealed, n));
            if (!Arrays.equals(row.leaf, sealed.get(n)))
                return Optional.of(Fault.edited(name(row), "has another leaf hash than the one that was sealed"));
        }
        return Optional.empty();
    }

    /** What a query that joins an entry with its facts does not give. */
    private Fault missing(JdbcClient jdbc, long seq) {
        var row = "entry " + place(seq);
        return jdbc.sql("""
                        select case when exists (select from fact f where f.id = e.fact) then subject else fact end
                        from entry e where shard = :shard and seq = :seq""")
                .param("shard", head.shard())
                .param("seq", seq)
                .query(Long.class)
                .optional()
                .map(id -> Fault.missing("fact " + id, "is missing, of which " + row + " speaks"))
                .orElseGet(() -> Fault.missing(row, "is missing"));
    }

    /** What became of the n-th row: the others may hold what belongs there. */
    private Fault wrong(List<Placed> rows, List<byte[]> sealed, int n) {
        var row = rows.get(n);
        var first = row.seq - n;
        var came = places(rows, n).filter(i -> row.is(head.shard(), first + i, sealed.get(i)));
        var went = places(rows, n).filter(i -> rows.get(i).is(head.shard(), row.seq, sealed.get(n)));
        var from = came.findFirst();
        var to = went.findFirst();
        if (from.isPresent() && to.isPresent())
            return new Fault(
                    Fault.Kind.REORDERED,
                    name(row),
                    "holds what was sealed as entry " + place(first + from.getAsInt()));
        if (to.isPresent())
            return Fault.inserted(name(row), "pushes what was sealed there to entry " + place(first + to.getAsInt()));
        if (from.isPresent())
            return Fault.missing(
                    "entry " + place(row.seq),
                    "is missing; what was sealed as " + place(first + from.getAsInt()) + " took its place");
        if (row.draft.isEmpty()) return Fault.edited(name(row), "cannot be read: " + row.unreadable);
        var withLeaf = row.is(head.shard(), row.seq, row.leaf);
        return Fault.edited(
                name(row), "does not say what was sealed" + (withLeaf ? "; its leaf hash was edited to fit" : ""));
    }

    private static IntStream places(List<Placed> rows, int except) {
        return IntStream.range(0, rows.size())
                .filter(i -> i != except && rows.get(i).seq == rows.get(except).seq - except + i);
    }

    private List<Placed> entries(JdbcClient jdbc, long start, long end) {
        return jdbc.sql(EntryRows.SELECT + "where e.shard = :shard and e.seq > :start and e.seq <= :end order by e.seq")
                .param("shard", head.shard())
                .param("start", start)
                .param("end", end)
                .query(Placed::read)
                .list();
    }

    /** The leaves by the tiles; where there is none yet, by the entries themselves, which the seals were held against. */
    private List<byte[]> sealed(JdbcClient jdbc, long start, long end, List<Placed> rows) {
        var sealed = new ArrayList<byte[]>();
        for (var tile : tiles(jdbc, start, end)) sealed.addAll(tile);
        var skipped = (int) (start % Tiles.WIDTH);
        sealed.subList(0, Math.min(skipped, sealed.size())).clear();
        for (var seq = start + sealed.size() + 1; seq <= end; seq++) {
            var wanted = seq;
            sealed.add(rows.stream()
                    .filter(row -> row.seq == wanted)
                    .findFirst()
                    .map(Placed::leaf)
                    .orElse(new byte[0]));
        }
        return sealed;
    }

    private List<List<byte[]>> tiles(JdbcClient jdbc, long start, long end) {
        return jdbc.sql("""
                        select hashes from tile
                        where shard = :shard and level = 0 and index >= :first and index <= :last order by index""")
                .param("shard", head.shard())
                .param("first", start / Tiles.WIDTH)
                .param("last", (end - 1) / Tiles.WIDTH)
                .query((row, n) -> Tiles.split(row.getBytes(1)))
                .list();
    }

    private String name(Placed row) {
        var kind =
                row.draft.map(draft -> " (" + Entries.name(draft.kind()) + ")").orElse("");
        return "entry " + place(row.seq) + kind;
    }

    private String place(long seq) {
        return head.shard() + "/" + seq;
    }
}

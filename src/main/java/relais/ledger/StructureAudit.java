package relais.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.proof.TreeHash;

/**
 * Recomputes the tree from the hashes of its leaves: every tile, the root in every seal, the links between seals, the head. A piece of
 * the work is what one tile of level 1 stands for, 65,536 leaves; whatever depends on what lies left of it waits until the piece is taken.
 */
final class StructureAudit {

    private static final long PIECE_LEAVES = (long) Tiles.WIDTH * Tiles.WIDTH;

    private final Snapshot snapshot;
    private final Head head;
    private final LongConsumer progress;
    private final MerkleTree tree = MerkleTree.empty();
    private final UpperTiles upper;
    private long lastSeal;
    private long lastSeq;
    private long lastEpoch;
    private byte[] lastHash = new byte[32];
    private Optional<Seal> suspect = Optional.empty();

    /** @param progress hears of leaves done */
    StructureAudit(Snapshot snapshot, Head head, LongConsumer progress) {
        this.snapshot = snapshot;
        this.head = head;
        this.progress = progress;
        this.upper = new UpperTiles(snapshot, head.shard());
    }

    private record Stored(Seal seal, byte[] hash) {}

    private record Tile(long index, byte[] hashes, byte[] root) {}

    /** @param root of the leaves from the beginning of the piece to the end of the seal */
    private record Reached(Stored stored, byte[] root) {}

    /** @param edge leaves that are in no tile yet */
    private record Read(
            long start, List<Reached> seals, List<byte[]> tileRoots, List<byte[]> edge, Optional<Fault> fault) {
        long leaves() {
            return (long) tileRoots.size() * Tiles.WIDTH + edge.size();
        }
    }

    Optional<Fault> run() {
        return beginning().or(this::pieces).or(this::end);
    }

    /** A head that is wrong by itself is found first, so that nobody looks for what it makes up. */
    private Optional<Fault> beginning() {
        if (head.epoch() < 0) return Optional.of(Fault.missing(headName(), "is missing"));
        if (head.seq() < 0 || head.frontier().length != TreeHash.BYTES * Long.bitCount(head.seq()))
            return Optional.of(Fault.edited(headName(), "has not the subtrees of " + head.seq() + " entries"));
        var last = snapshot.ask(this::sealOfHead).filter(stored -> Arrays.equals(stored.hash, stored.seal.hash()));
        return last.filter(stored -> stored.seal.number() != head.seal() || stored.seal.lastSeq() != head.seq())
                .map(stored -> Fault.edited(
                        headName(), "has not the number or the last entry of its seal " + name(stored.seal.number())));
    }

    private Optional<Fault> pieces() {
        var pieces = (head.seq() + PIECE_LEAVES - 1) / PIECE_LEAVES;
        return snapshot.inOrder(pieces, this::read, this::take);
    }

    long seals() {
        return lastSeal;
    }

    /** The seal whose root does not follow from its leaves: its entries may say which. */
    Optional<Seal> suspect() {
        return suspect;
    }

    private Read read(JdbcClient jdbc, long number) {
        var start = number * PIECE_LEAVES;
        var end = Math.min(start + PIECE_LEAVES, head.seq());
        var sealsAt = sealsWithin(jdbc, start, end).stream()
                .collect(Collectors.groupingBy(stored -> stored.seal.lastSeq(), TreeMap::new, Collectors.toList()));
        var piece = new Read(start, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), Optional.empty());
        var within = MerkleTree.empty();
        for (var tile : tilesWithin(jdbc, start, end)) {
            var at = start + piece.leaves();
            if (tile.index != at / Tiles.WIDTH) return with(piece, missing(at));
            if (tile.hashes.length != Tiles.BYTES) return with(piece, tileFault(tile, "has not 256 hashes"));
            var ofTile = MerkleTree.empty();
            var reached = new ArrayList<Reached>();
            for (var leaf : Tiles.split(tile.hashes)) {
                ofTile.addSubtree(1, leaf);
                reach(sealsAt, at + ofTile.size(), within, ofTile, reached);
            }
            if (!Arrays.equals(ofTile.root(), tile.root)) return with(piece, tileFault(jdbc, tile));
            piece.seals.addAll(reached);
            within.addSubtree(Tiles.WIDTH, tile.root);
            piece.tileRoots.add(tile.root);
        }
        return edge(jdbc, piece, end, within, sealsAt);
    }

    private Read edge(JdbcClient jdbc, Read piece, long end, MerkleTree within, Map<Long, List<Stored>> sealsAt) {
        var at = piece.start + piece.leaves();
        if (end - at >= Tiles.WIDTH) return with(piece, missing(at));
        var ofEdge = MerkleTree.empty();
        for (var leaf : leavesWithin(jdbc, at, end)) {
            if (leaf.seq != at + ofEdge.size() + 1) break;
            ofEdge.addSubtree(1, leaf.hash);
            piece.edge.add(leaf.hash);
            reach(sealsAt, leaf.seq, within, ofEdge, piece.seals);
        }
        var last = at + ofEdge.size();
        if (last == end) return piece;
        return with(piece, Fault.missing("entry " + name(last + 1), "is missing"));
    }

    private static void reach(
            Map<Long, List<Stored>> sealsAt, long seq, MerkleTree within, MerkleTree ofTile, List<Reached> reached) {
        for (var stored : sealsAt.getOrDefault(seq, List.of()))
            reached.add(new Reached(stored, within.rootWith(ofTile.root())));
    }

    private static Read with(Read piece, Fault fault) {
        return new Read(piece.start, piece.seals, piece.tileRoots, piece.edge, Optional.of(fault));
    }

    private Fault missing(long leaf) {
        return Fault.missing(
                "tile " + head.shard() + "/0/" + leaf / Tiles.WIDTH,
                "is missing: that of entries " + (leaf + 1) + " to " + (leaf + Tiles.WIDTH));
    }

    private Fault tileFault(Tile tile, String what) {
        return Fault.edited("tile " + head.shard() + "/0/" + tile.index, what);
    }

    private Fault tileFault(JdbcClient jdbc, Tile tile) {
        var start = tile.index * Tiles.WIDTH;
        var hashes = Tiles.split(tile.hashes);
        for (var leaf : leavesWithin(jdbc, start, start + Tiles.WIDTH))
            if (!Arrays.equals(leaf.hash, hashes.get((int) (leaf.seq - start - 1))))
                return tileFault(tile, "has another hash of entry " + name(leaf.seq) + " than that entry");
        return tileFault(tile, "has a root that does not follow from its hashes");
    }

    private Optional<Fault> take(Read piece) {
        for (var reached : piece.seals) {
            var fault = seal(reached);
            if (fault.isPresent()) return fault;
        }
        if (piece.fault.isPresent()) return piece.fault;
        var fault = upper.take(piece.start / Tiles.WIDTH, piece.tileRoots);
        if (fault.isPresent()) return fault;
        piece.tileRoots.forEach(root -> tree.addSubtree(Tiles.WIDTH, root));
        piece.edge.forEach(leaf -> tree.addSubtree(1, leaf));
        progress.accept(piece.leaves());
        return Optional.empty();
    }

    private Optional<Fault> seal(Reached reached) {
        var stored = reached.stored;
        var seal = stored.seal;
        var name = "seal " + name(seal.number());
        if (seal.number() != lastSeal + 1) return Optional.of(lost(lastSeal + 1));
        var ownHash = Arrays.equals(stored.hash, seal.hash());
        if (!Arrays.equals(seal.previous(), lastHash))
            return Optional.of(
                    ownHash
                            ? Fault.forked(name, "continues another seal than " + name(lastSeal) + " as it is now")
                            : Fault.edited(name, "does not link to the seal before"));
        if (seal.firstSeq() != lastSeq + 1)
            return Optional.of(
                    Fault.edited(name, "starts at entry " + seal.firstSeq() + " and not at " + (lastSeq + 1)));
        if (seal.epoch() < lastEpoch && ownHash)
            return Optional.of(Fault.forked(name, "is of an epoch that had ended before the seal before it"));
        if (!Arrays.equals(seal.treeRoot(), tree.rootWith(reached.root))) {
            suspect = Optional.of(seal);
            return Optional.of(
                    Fault.edited(name, "does not match its entries " + seal.firstSeq() + " to " + seal.lastSeq()));
        }
        if (!ownHash) return Optional.of(Fault.edited(name, "does not match its own hash"));
        lastSeal = seal.number();
        lastSeq = seal.lastSeq();
        lastEpoch = seal.epoch();
        lastHash = stored.hash;
        return Optional.empty();
    }

    /** What became of the seal that ought to be next. */
    private Fault lost(long number) {
        var row = "seal " + name(number);
        var there = snapshot.ask(jdbc -> sealOf(jdbc, number));
        if (there.isEmpty()) return Fault.missing(row, "is missing");
        var last = there.get().seal.lastSeq();
        if (last > head.seq()
                && Arrays.equals(there.get().hash, there.get().seal.hash()))
            return Fault.edited(headName(), "ends before entry " + last + ", the last of " + row);
        return Fault.edited(row, "ends with entry " + last + ", which is out of its turn");
    }

    private Optional<Fault> end() {
        if (lastSeal < head.seal()) return Optional.of(lost(lastSeal + 1));
        var name = headName();
        if (lastSeal > head.seal()) return Optional.of(Fault.edited(name, "ends before seal " + name(lastSeal)));
        if (lastSeq != head.seq()) return Optional.of(Fault.edited(name, "ends after the last seal"));
        if (!Arrays.equals(head.sealHash(), lastHash))
            return Optional.of(Fault.edited(name, "has another hash than the last seal"));
        if (!Arrays.equals(head.frontier(), tree.frontier()))
            return Optional.of(Fault.edited(name, "has other subtrees than its entries"));
        if (head.epoch() < lastEpoch)
            return Optional.of(Fault.edited(name, "is of an earlier epoch than the last seal"));
        return beyond();
    }

    private Optional<Fault> beyond() {
        return snapshot.ask(jdbc -> jdbc.sql("""
                        select 'seal ' || shard || '/' || number from seal
                        where shard = :shard and (number > :seal or number < 1)
                        union all
                        select 'tile ' || shard || '/' || level || '/' || index from tile
                        where shard = :shard and (level < 0 or index < 0
                            or (index + 1)::numeric * 256::numeric ^ (level + 1) > :seq)
                        limit 1""")
                .param("shard", head.shard())
                .param("seal", head.seal())
                .param("seq", head.seq())
                .query((row, n) -> Fault.inserted(row.getString(1), "lies beyond the head"))
                .optional());
    }

    private List<Tile> tilesWithin(JdbcClient jdbc, long start, long end) {
        return jdbc.sql("""
                        select index, hashes, root from tile
                        where shard = :shard and level = 0 and index >= :first and index < :end order by index""")
                .param("shard", head.shard())
                .param("first", start / Tiles.WIDTH)
                .param("end", end / Tiles.WIDTH)
                .query((row, n) -> new Tile(row.getLong(1), row.getBytes(2), row.getBytes(3)))
                .list();
    }

    private record Leaf(long seq, byte[] hash) {}

    private List<Leaf> leavesWithin(JdbcClient jdbc, long start, long end) {
        return jdbc.sql(
                        "select seq, leaf from entry where shard = :shard and seq > :start and seq <= :end order by seq")
                .param("shard", head.shard())
                .param("start", start)
                .param("end", end)
                .query((row, n) -> new Leaf(row.getLong(1), row.getBytes(2)))
                .list();
    }

    private static final String SEALS =
            "select number, epoch, first_seq, last_seq, tree_root, previous, sealed_at, hash from seal where shard = :shard and ";

    private List<Stored> sealsWithin(JdbcClient jdbc, long start, long end) {
        return jdbc.sql(SEALS + "last_seq > :start and last_seq <= :end order by last_seq, number")
                .param("shard", head.shard())
                .param("start", start)
                .param("end", end)
                .query((row, n) -> stored(row))
                .list();
    }

    private Optional<Stored> sealOfHead(JdbcClient jdbc) {
        return jdbc.sql(SEALS + "hash = :hash order by number desc limit 1")
                .param("shard", head.shard())
                .param("hash", head.sealHash())
                .query((row, n) -> stored(row))
                .optional();
    }

    private Optional<Stored> sealOf(JdbcClient jdbc, long number) {
        return jdbc.sql(SEALS + "number = :number")
                .param("shard", head.shard())
                .param("number", number)
                .query((row, n) -> stored(row))
                .optional();
    }

    private Stored stored(ResultSet row) throws SQLException {
        return new Stored(seal(head.shard(), row), row.getBytes(8));
    }

    private static Seal seal(int shard, ResultSet row) throws SQLException {
        return new Seal(
                shard,
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getBytes(5),
                row.getBytes(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }

    private String headName() {
        return "head of shard " + head.shard();
    }

    private String name(long number) {
        return head.shard() + "/" + number;
    }
}

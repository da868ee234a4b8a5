package relais.ledger;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who knows how the ledger is hashed, and hashes it anew after changing it. */
final class Rewriting {

    private final JdbcClient jdbc;

    Rewriting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The leaf hash of one entry. */
    void leaf(long seq) {
        var leaf = jdbc.sql(EntryRows.SELECT + "where e.shard = 0 and e.seq = :seq")
                .param("seq", seq)
                .query((row, n) ->
                        MerkleTree.leaf(EntryRows.DRAFT.mapRow(row, n).encoded(0, seq, EntryRows.bookedAt(row))))
                .single();
        jdbc.sql("update entry set leaf = :leaf where shard = 0 and seq = :seq")
                .param("leaf", leaf)
                .param("seq", seq)
                .update();
    }

    void tiles() {
        jdbc.sql("delete from tile").update();
        new Tiles(jdbc, 0).append(0, leaves(Long.MAX_VALUE));
    }

    /** Root and hash of one seal. */
    void seal(long number) {
        write(recomputed(read(number)));
    }

    /** Everything that is hashed, from the entries as they are now. */
    void everything() {
        var count = jdbc.sql("select count(*) from entry").query(Long.class).single();
        for (long seq = 1; seq <= count; seq++) leaf(seq);
        tiles();
        var previous = new byte[32];
        Seal last = null;
        for (var number : jdbc.sql("select number from seal order by number")
                .query(Long.class)
                .list()) {
            var old = read(number);
            last = recomputed(new Seal(
                    0, number, old.epoch(), old.firstSeq(), old.lastSeq(), old.treeRoot(), previous, old.sealedAt()));
            write(last);
            previous = last.hash();
        }
        var tree = MerkleTree.empty();
        leaves(Long.MAX_VALUE).forEach(tree::add);
        jdbc.sql("update shard_head set seq = :seq, seal = :seal, seal_hash = :hash, frontier = :frontier")
                .param("seq", count)
                .param("seal", last.number())
                .param("hash", last.hash())
                .param("frontier", tree.frontier())
                .update();
    }

    /** A seal by somebody who had not seen the seal before it. */
    void secondSequencer(long number) {
        var seal = read(number);
        write(new Seal(
                0,
                number,
                seal.epoch() + 1,
                seal.firstSeq(),
                seal.lastSeq(),
                seal.treeRoot(),
                MerkleTree.leaf(new byte[0]),
                seal.sealedAt()));
        jdbc.sql("update shard_head set seal_hash = (select hash from seal where number = shard_head.seal)")
                .update();
    }

    private List<byte[]> leaves(long last) {
        return jdbc.sql("select leaf from entry where shard = 0 and seq <= :last order by seq")
                .param("last", last)
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    private Seal recomputed(Seal seal) {
        var tree = MerkleTree.empty();
        leaves(seal.lastSeq()).forEach(tree::add);
        return new Seal(
                0,
                seal.number(),
                seal.epoch(),
                seal.firstSeq(),
                seal.lastSeq(),
                tree.root(),
                seal.previous(),
                seal.sealedAt());
    }

    private Seal read(long number) {
        return jdbc.sql(
                        "select epoch, first_seq, last_seq, tree_root, previous, sealed_at from seal where number = :number")
                .param("number", number)
                .query((row, n) -> new Seal(
                        0,
                        number,
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getBytes(4),
                        row.getBytes(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .single();
    }

    private void write(Seal seal) {
        jdbc.sql("""
                        update seal set epoch = :epoch, tree_root = :root, previous = :previous, hash = :hash, sealed_at = :at
                        where number = :number""")
                .param("epoch", seal.epoch())
                .param("root", seal.treeRoot())
                .param("previous", seal.previous())
                .param("hash", seal.hash())
                .param("at", seal.sealedAt().atOffset(ZoneOffset.UTC))
                .param("number", seal.number())
                .update();
    }
}

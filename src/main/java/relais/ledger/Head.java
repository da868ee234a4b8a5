package relais.ledger;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a shard ends.
 *
 * @param epoch how often a sequencer took over
 * @param seq the last entry's
 * @param seal the last seal's number
 * @param sealHash the last seal's hash; zeros before the first
 * @param frontier of the hash tree over all entries
 */
record Head(int shard, long epoch, long seq, long seal, byte[] sealHash, byte[] frontier) {

    /** The next sequencer's epoch; from now on the one before can write no more. */
    static long takeOver(JdbcClient jdbc, int shard) {
        return jdbc.sql("update shard_head set epoch = epoch + 1 where shard = :shard returning epoch")
                .param("shard", shard)
                .query(Long.class)
                .single();
    }

    /**
     * Locks the head for this transaction; empty when another sequencer has taken over since. If the process stands still
     * meanwhile, the server ends the transaction, so that nobody waits for it.
     */
    static Optional<Head> lock(JdbcClient jdbc, int shard, long epoch) {
        jdbc.sql("set local idle_in_transaction_session_timeout = " + Sequencer.LEASE.toMillis())
                .update();
        return read(jdbc, shard, " for update").filter(head -> head.epoch == epoch);
    }

    static Optional<Head> find(JdbcClient jdbc, int shard) {
        return read(jdbc, shard, "");
    }

    /** That of a shard that never began: no epoch, no entry. */
    static Head none(int shard) {
        return new Head(shard, -1, 0, 0, new byte[32], new byte[0]);
    }

    static Head read(JdbcClient jdbc, int shard) {
        return find(jdbc, shard).orElseThrow(() -> new IllegalStateException("there is no shard " + shard));
    }

    MerkleTree tree() {
        return new MerkleTree(seq, frontier);
    }

    /** Moves the head on, and writes the tiles of the tree that are complete now; it was locked before, so nobody else has. */
    void moveTo(JdbcClient jdbc, Seal last, MerkleTree tree) {
        new Tiles(jdbc, shard).append(seq, tree.added());
        var moved = jdbc.sql("""
                        update shard_head set seq = :seq, seal = :seal, seal_hash = :hash, frontier = :frontier
                        where shard = :shard and epoch = :epoch and seq = :from""")
                .param("seq", last.lastSeq())
                .param("seal", last.number())
                .param("hash", last.hash())
                .param("frontier", tree.frontier())
                .param("shard", shard)
                .param("epoch", epoch)
                .param("from", seq)
                .update();
        if (moved != 1) throw new IllegalStateException("the head of shard " + shard + " moved although it was locked");
    }

    private static Optional<Head> read(JdbcClient jdbc, int shard, String locking) {
        return jdbc.sql("select epoch, seq, seal, seal_hash, frontier from shard_head where shard = :shard" + locking)
                .param("shard", shard)
                .query((row, n) -> new Head(
                        shard, row.getLong(1), row.getLong(2), row.getLong(3), row.getBytes(4), row.getBytes(5)))
                .optional();
    }
}

package relais.ledger;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proofs for whoever keeps a checkpoint: that an entry is in the ledger, and that a later ledger begins with an earlier one. */
public final class Proofs {

    private final JdbcClient jdbc;
    private final Checkpoints checkpoints;

    public Proofs(JdbcClient jdbc, Checkpoints checkpoints) {
        this.jdbc = jdbc;
        this.checkpoints = checkpoints;
    }

    /** Whose entry it is; empty if there is none. */
    public Optional<String> partner(long seq) {
        return jdbc.sql("select partner from entry where shard = :shard and seq = :seq")
                .param("shard", Booking.SHARD)
                .param("seq", seq)
                .query(String.class)
                .optional();
    }

    /** The proof of an entry under the oldest checkpoint that holds it; empty if there is no such entry. */
    public Optional<EntryProof> entry(long seq) {
        return leaf(seq).map(leaf -> {
            var note = checkpoints.covering(seq);
            var size = checkpoints.open(note).size();
            var inclusion = new Tiles(jdbc, Booking.SHARD).inclusion(seq - 1, size);
            return new EntryProof(leaf, inclusion, note, checkpoints.key());
        });
    }

    /** The proof that a ledger under one checkpoint is the beginning of that under another; empty unless both were signed. */
    public Optional<ConsistencyProof> consistency(long from, long to) {
        var earlier = checkpoints.of(from);
        var later = checkpoints.of(to);
        if (earlier.isEmpty() || later.isEmpty() || from > to) return Optional.empty();
        var path = new Tiles(jdbc, Booking.SHARD).consistency(from, to);
        return Optional.of(new ConsistencyProof(path, earlier.get(), later.get(), checkpoints.key()));
    }

    private Optional<byte[]> leaf(long seq) {
        return jdbc.sql(EntryRows.SELECT + "where e.shard = :shard and e.seq = :seq")
                .param("shard", Booking.SHARD)
                .param("seq", seq)
                .query((row, n) -> EntryRows.DRAFT.mapRow(row, n).encoded(Booking.SHARD, seq, EntryRows.bookedAt(row)))
                .optional();
    }
}

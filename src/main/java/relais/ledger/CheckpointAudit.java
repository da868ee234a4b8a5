package relais.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import relais.proof.Checkpoint;
import relais.proof.NotProven;
import relais.proof.VerifierKey;

/** Holds signed checkpoints against the tree as it is now: what was signed once must still be its beginning. */
final class CheckpointAudit {

    private final Snapshot snapshot;
    private final Head head;
    private long fits;

    CheckpointAudit(Snapshot snapshot, Head head) {
        this.snapshot = snapshot;
        this.head = head;
    }

    private record Stored(long size, String note) {}

    /** All that the ledger keeps itself, by size. */
    Optional<Fault> stored(VerifierKey key) {
        for (var stored : all()) {
            var row = "checkpoint " + head.shard() + "/" + stored.size;
            try {
                var checkpoint = Checkpoint.open(stored.note, key);
                if (checkpoint.size() != stored.size)
                    return Optional.of(Fault.edited(row, "is one of " + checkpoint.size() + " entries"));
                var fault = against(row, checkpoint);
                if (fault.isPresent()) return fault;
            } catch (NotProven e) {
                return Optional.of(Fault.edited(row, "is not what was signed: " + e.getMessage()));
            }
        }
        return ofNoShard();
    }

    private Optional<Fault> ofNoShard() {
        return snapshot.ask(jdbc -> jdbc.sql("""
                        select 'checkpoint ' || c.shard || '/' || c.size from checkpoint c
                        where not exists (select from shard_head h where h.shard = c.shard)
                        order by c.shard, c.size limit 1""")
                .query((row, n) -> Fault.inserted(row.getString(1), "is of no shard"))
                .optional());
    }

    /** One that somebody kept elsewhere. */
    Optional<Fault> kept(Checkpoint checkpoint) {
        return against("checkpoint of " + checkpoint.size() + " entries", checkpoint);
    }

    private Optional<Fault> against(String row, Checkpoint checkpoint) {
        if (checkpoint.size() > head.seq())
            return Optional.of(new Fault(
                    Fault.Kind.TRUNCATED,
                    "entry " + head.shard() + "/" + (head.seq() + 1),
                    "is missing with all after it: " + row + " was signed, and the ledger ends with entry "
                            + head.seq()));
        var root = snapshot.ask(jdbc -> new Tiles(jdbc, head.shard()).root(checkpoint.size()));
        if (!Arrays.equals(root, checkpoint.root()))
            return Optional.of(Fault.forked(
                    "entry " + head.shard() + "/" + (fits + 1),
                    "or one after it, up to " + checkpoint.size() + ", is not what it was when " + row
                            + " was signed"));
        fits = checkpoint.size();
        return Optional.empty();
    }

    Optional<String> origin() {
        var notes = all();
        return notes.isEmpty()
                ? Optional.empty()
                : notes.get(notes.size() - 1).note.lines().findFirst();
    }

    private List<Stored> all() {
        return snapshot.ask(jdbc -> jdbc.sql("select size, note from checkpoint where shard = :shard order by size")
                .param("shard", head.shard())
                .query((row, n) -> new Stored(row.getLong(1), row.getString(2)))
                .list());
    }
}

package relais.ledger;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.proof.Checkpoint;
import relais.proof.VerifierKey;

/**
 * Verifies the ledger as of one moment, also while it is booked on. Structure is the tree over the hashes of leaves: tiles, seals and their
 * links, the head. Content is every entry encoded anew, the facts, accounts and balances. Each names the first row that does not fit,
 * the same however many readers there are; content presumes that the structure holds.
 */
public final class Audit implements AutoCloseable {

    private final Snapshot snapshot;
    private final Head head;
    private final CheckpointAudit checkpoints;
    private long seals;

    private Audit(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.head = snapshot.ask(jdbc -> Head.find(jdbc, Booking.SHARD)).orElseGet(() -> Head.none(Booking.SHARD));
        this.checkpoints = new CheckpointAudit(snapshot, head);
    }

    /** In the caller's transaction, one row after the other. */
    Audit(JdbcClient jdbc) {
        this(Snapshot.of(jdbc));
    }

    /**
     * @param readers how many connections read at the same time, each with a thread of its own
     * @throws SQLException if the database cannot be reached
     */
    public static Audit of(DataSource dataSource, int readers) throws SQLException {
        return new Audit(Snapshot.take(dataSource, readers));
    }

    /** How many entries the head speaks of. */
    public long entries() {
        return head.seq();
    }

    /** How many seals were found to hold. */
    public long seals() {
        return seals;
    }

    /** Structure, then content. */
    Verification run() {
        var fault = structure(leaves -> {}).or(() -> content(entries -> {}));
        return new Verification(entries(), seals, fault);
    }

    /** @param progress hears of leaves as they are done, from the caller's thread */
    public Optional<Fault> structure(LongConsumer progress) {
        var audit = new StructureAudit(snapshot, head, progress);
        var fault = audit.run();
        seals = audit.seals();
        return audit.suspect().flatMap(this::content).or(() -> fault);
    }

    private Optional<Fault> content(Seal seal) {
        return new ContentAudit(snapshot, head, entries -> {}).within(seal);
    }

    /** @param progress hears of entries as they are done, from the caller's thread */
    public Optional<Fault> content(LongConsumer progress) {
        return new ContentAudit(snapshot, head, progress).run().or(() -> new DerivedAudit(snapshot).run());
    }

    /** The checkpoints that the ledger keeps: signed with its key, and still the beginnings of its tree. */
    public Optional<Fault> checkpoints(VerifierKey key) {
        return checkpoints.stored(key);
    }

    /** The name that the newest checkpoint gives the ledger, whoever signed it; empty when there is none. */
    public Optional<String> origin() {
        return checkpoints.origin();
    }

    /** A checkpoint that somebody kept elsewhere, after its signature was verified. */
    public Optional<Fault> against(Checkpoint kept) {
        return checkpoints.kept(kept);
    }

    @Override
    public void close() {
        snapshot.close();
    }
}

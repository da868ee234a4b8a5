package relais.ledger;

import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.proof.Checkpoint;
import relais.proof.SigningKey;
import relais.proof.VerifierKey;

/**
 * Signs how far the ledger has come. What was signed once stays: a checkpoint is only signed if the tree still begins with that of the one
 * before.
 */
public final class Checkpoints {

    private final JdbcClient jdbc;
    private final SigningKey key;

    public Checkpoints(JdbcClient jdbc, SigningKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** What everyone verifies checkpoints with. */
    public VerifierKey key() {
        return key.verifier();
    }

    /** The newest signed note; empty until one was signed. */
    public Optional<String> latest() {
        return note("size = (select max(size) from checkpoint where shard = :shard)", Long.MAX_VALUE);
    }

    /** How many entries the newest is of. */
    public OptionalLong latestSize() {
        return latest().map(note -> OptionalLong.of(open(note).size())).orElseGet(OptionalLong::empty);
    }

    /** The signed note of exactly so many entries, if there is one. */
    public Optional<String> of(long size) {
        return note("size = :size", size);
    }

    /**
     * The oldest signed note whose tree holds an entry; one is signed now if there is none yet.
     *
     * @throws IllegalArgumentException if there is no such entry
     */
    public String covering(long seq) {
        return note("size >= :size order by size limit 1", seq)
                .or(() -> make().filter(note -> seq <= open(note).size()))
                .orElseThrow(() -> new IllegalArgumentException("the ledger has no entry " + seq));
    }

    /**
     * Signs the tree of the last seal now, unless that is done already.
     *
     * @return the note; empty while nothing is booked
     * @throws IllegalStateException if the ledger does not begin any more with what was signed last; nothing is signed then
     */
    public Optional<String> make() {
        var head = Head.read(jdbc, Booking.SHARD);
        if (head.seq() == 0) return Optional.empty();
        var signed = of(head.seq());
        if (signed.isPresent()) return signed;
        var root = head.tree().root();
        latest().ifPresent(note -> requireBeginning(open(note), head.seq(), root));
        var note = new Checkpoint(key.verifier().name(), head.seq(), root).signed(key);
        jdbc.sql("insert into checkpoint (shard, size, note) values (:shard, :size, :note) on conflict do nothing")
                .param("shard", Booking.SHARD)
                .param("size", head.seq())
                .param("note", note)
                .update();
        return Optional.of(note);
    }

    Checkpoint open(String note) {
        return Checkpoint.open(note, key.verifier());
    }

    private void requireBeginning(Checkpoint last, long size, byte[] root) {
        var begins = last.size() <= size
                && new Tiles(jdbc, Booking.SHARD).consistency(last.size(), size).joins(last.root(), root);
        if (!begins)
            throw new IllegalStateException("the ledger does not begin any more with the " + last.size()
                    + " entries that were signed; nothing is signed until 'relais ledger verify' finds it sound");
    }

    private Optional<String> note(String condition, long size) {
        return jdbc.sql("select note from checkpoint where shard = :shard and " + condition)
                .param("shard", Booking.SHARD)
                .param("size", size)
                .query(String.class)
                .optional();
    }
}

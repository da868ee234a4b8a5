package relais.ledger;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where facts go in, and where the books can be verified. What was booked is read from {@link Entries}. */
public final class Ledger {

    private final JdbcClient jdbc;
    private final Clock clock;

    public Ledger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps facts in the caller's transaction, to be booked by the sequencer once that is committed. Recording again
     * what is already there changes nothing.
     *
     * @return what became of each, in the order given
     */
    public List<Recording> record(List<? extends Fact> facts) {
        throw new UnsupportedOperationException();
    }

    /** Recomputes every leaf, root, link and balance from the rows, and names the first that does not fit. */
    public Verification verify() {
        throw new UnsupportedOperationException();
    }
}

package relais.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What partners still owe an answer for. Everything joins the caller's transaction. */
public final class ExpectedAcknowledgements {

    private final JdbcClient jdbc;
    private final Clock clock;

    public ExpectedAcknowledgements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Expects an answer to a document sent under these control numbers, within a time from now. */
    public void expect(UUID document, Sent sent, Duration within) {
        throw new UnsupportedOperationException();
    }

    /**
     * Closes what an acknowledgement answers. An accepted document whose time was over is late.
     *
     * @param answered control numbers that the acknowledgement names; an empty one matches any; leading zeros make no
     *     difference
     * @param acknowledgement the inbound document that says so
     * @return the documents it closed; empty when it matches nothing that is open
     */
    public List<UUID> close(Sent answered, Verdict verdict, UUID acknowledgement) {
        throw new UnsupportedOperationException();
    }

    /** Marks what is past its time as overdue; it may still be closed later. @return the documents that became overdue */
    public List<UUID> sweep() {
        throw new UnsupportedOperationException();
    }

    /** The control numbers a document left under. */
    public record Sent(
            String partner, String standard, String interchangeControl, String groupControl, String setControl) {}

    public enum Verdict {
        ACCEPTED,
        ACCEPTED_WITH_ERRORS,
        REJECTED
    }
}

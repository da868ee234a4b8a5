package relais.mailbox;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is to be sent, written in the transaction that decided it. Everything joins the caller's transaction. */
public final class Outbox {

    private final JdbcClient jdbc;
    private final MailboxLimits.Retries retries;
    private final Clock clock;

    public Outbox(JdbcClient jdbc, MailboxLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.retries = limits.outgoing();
        this.clock = clock;
    }

    /** Makes one payload due. @return its number, by which it is claimed and marked */
    public long put(Payload payload) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes payloads that are due and that no other worker holds, oldest first and only the oldest of each ordering key;
     * they are held until the transaction ends. A payload that backs off holds back its key, a parked one does not.
     */
    public List<Outgoing> claim(int max) {
        throw new UnsupportedOperationException();
    }

    /** Marks a payload and its document as sent. */
    public void sent(long id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Counts a failure: the payload is due again after a pause, and parked together with its document after
     * {@link MailboxLimits#outgoing} many.
     *
     * @param error what happened, without payload
     */
    public void failed(long id, String error) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends parked or sent payloads of these documents (again). What is due already stays as it is, so asking twice sends
     * once.
     *
     * @return how many payloads became due
     */
    public int resend(Collection<UUID> documents) {
        throw new UnsupportedOperationException();
    }

    /**
     * One payload for one channel.
     *
     * @param orderingKey payloads of one channel and key leave one after the other
     * @param name file name, or the duplicate id on a queue
     * @param consumer whose key seals the payload; empty when it names no person
     */
    public record Payload(
            UUID document,
            String channel,
            String orderingKey,
            String name,
            String contentType,
            Optional<UUID> consumer,
            byte[] bytes) {}

    /**
     * A payload that this transaction sends.
     *
     * @param attempts failures so far
     * @param deliveryId the same for every attempt, another when an operator asks to send again: for the far end to
     *     recognise what it has
     */
    public record Outgoing(long id, Payload payload, int attempts, String deliveryId) {}
}

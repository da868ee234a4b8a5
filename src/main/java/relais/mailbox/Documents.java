package relais.mailbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.finding.Finding;
import relais.finding.Findings;

/** The register of every document in either direction, with its journey and its findings. */
public final class Documents {

    private final JdbcClient jdbc;
    private final Clock clock;

    public Documents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Registers documents with their steps and findings. What is there already (an accepted document of the same partner,
     * type and number, or the same transaction set of the same receipt) is left alone, and does not end the transaction.
     *
     * @return those that were there already, in their order; nothing of them was written
     */
    public List<Entry> register(List<Entry> entries) {
        throw new UnsupportedOperationException();
    }

    /** Adds findings that belong to a receipt as a whole and to no document. */
    public void findings(UUID receipt, Findings findings) {
        throw new UnsupportedOperationException();
    }

    /** Adds steps to the journeys of documents. */
    public void steps(List<Step> steps) {
        throw new UnsupportedOperationException();
    }

    public void state(UUID document, State state) {
        throw new UnsupportedOperationException();
    }

    public Optional<Entry> find(UUID document) {
        throw new UnsupportedOperationException();
    }

    /** The accepted order of a partner by its number. */
    public Optional<Entry> order(String partner, String number) {
        throw new UnsupportedOperationException();
    }

    /** The document sent to a partner under {@code interchange/group/set} control numbers. */
    public Optional<Entry> sent(String partner, String controlNumber) {
        throw new UnsupportedOperationException();
    }

    public enum Direction {
        IN,
        OUT
    }

    /** In: accepted, rejected or parked. Out: due, sent, then acknowledged or rejected; or parked. */
    public enum State {
        ACCEPTED,
        REJECTED,
        PARKED,
        DUE,
        SENT,
        ACKNOWLEDGED
    }

    /**
     * Where an inbound document came from.
     *
     * @param interchange position in the receipt, from 1
     * @param setOrdinal which transaction set of the interchange, from 1
     */
    public record Source(UUID receipt, int interchange, int setOrdinal, long fromOffset, long toOffset) {}

    /** @param name received, read, acknowledged, translated, checked, booked, dispatched, sent, … */
    public record Step(UUID document, Instant at, String name, String detail) {}

    /**
     * One document of the register.
     *
     * @param type title of a document type, {@code Acknowledgement}, or {@code Unreadable}
     * @param format x12, edifact, json or smooks
     * @param controlNumber interchange/group/set, as sent; or empty
     * @param source in only
     * @param cause out: the document it was made from, or acknowledges
     * @param consumer whose key seals the body; empty when it names no person
     * @param body canonical JSON, or sealed; empty when there is none
     * @param steps written by {@link #register}; not loaded by the finders
     * @param findings written by {@link #register}, for documents with a source; not loaded by the finders
     */
    public record Entry(
            UUID id,
            Direction direction,
            String partner,
            String type,
            String format,
            String transactionSet,
            String number,
            String orderNumber,
            State state,
            Optional<Source> source,
            String controlNumber,
            Optional<UUID> cause,
            Optional<UUID> consumer,
            Optional<byte[]> body,
            List<Step> steps,
            List<Finding> findings) {

        public Entry {
            steps = List.copyOf(steps);
            findings = List.copyOf(findings);
            if (source.isEmpty() && !findings.isEmpty())
                throw new IllegalArgumentException("findings belong to a receipt; document " + id + " has none");
        }
    }
}

package relais.tracking;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the tables tell about the way of one document. */
public final class Trace {

    private Trace() {}

    /**
     * One step of a journey.
     *
     * @param name received, read, acknowledged, translated, checked, booked, dispatched, sent, …
     */
    public record Step(Instant at, String name, String detail) {}

    /**
     * A payload on its way out.
     *
     * @param channel id of the channel it leaves by
     * @param name file name, or the duplicate id on a queue
     * @param state due, sent or parked
     * @param attempts failures so far
     * @param lastError what the last failure was, or empty
     */
    public record Delivery(
            String channel,
            String name,
            String state,
            int attempts,
            Instant dueAt,
            String lastError,
            Optional<Instant> sentAt) {}

    /**
     * The acknowledgement a partner owes, or has given.
     *
     * @param state pending, accepted, accepted with errors, rejected, overdue or late
     * @param closedBy the document that answered
     */
    public record Expected(String state, Instant dueAt, Optional<Instant> closedAt, Optional<UUID> closedBy) {}

    /**
     * Bytes as they came in.
     *
     * @param state received, processed, parked or duplicate
     * @param note one sentence on why it is parked or a duplicate; or empty
     */
    public record ReceiptRow(
            UUID id,
            String channel,
            String partner,
            String name,
            long sizeBytes,
            Instant receivedAt,
            String state,
            Optional<UUID> duplicateOf,
            String note) {}

    /**
     * How many documents are in a state that someone should look at; each at most {@link Tracking#COUNT_MAX}.
     *
     * @param overdue documents sent whose acknowledgement did not come in time
     */
    public record Attention(int rejected, int parked, int due, int overdue) {}
}

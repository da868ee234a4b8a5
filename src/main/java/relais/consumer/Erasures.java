package relais.consumer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases consumers: key, identity and match tokens go, the id stays, so that amounts booked under it still add up. Whatever was sealed for the
 * consumer can no longer be read, here and in every copy. The same person coming again is a new consumer.
 */
public final class Erasures {

    /** How long a reason may be. */
    public static final int REASON_CHARACTERS_MAX = 200;

    private final TransactionOperations transactions;
    private final Consumers consumers;
    private final ConsumerEvents events;
    private final List<ErasureListener> listeners;
    private final Clock clock;

    /** @param listeners told in the same transaction, after the key is gone */
    public Erasures(
            TransactionOperations transactions,
            Consumers consumers,
            ConsumerEvents events,
            List<ErasureListener> listeners,
            Clock clock) {
        this.transactions = transactions;
        this.consumers = consumers;
        this.events = events;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    /**
     * Erases a consumer, in the caller's transaction where there is one. Erasing twice changes nothing.
     *
     * @param by the operator who does it
     * @param reason in one sentence, without personal data: it is kept
     * @return whether the consumer was there until now
     * @throws IllegalArgumentException if there never was such a consumer, or the reason is empty, too long or tells who it is
     */
    public boolean erase(UUID consumer, String by, String reason) {
        return Boolean.TRUE.equals(transactions.execute(status -> eraseNow(consumer, by, reason.strip())));
    }

    private boolean eraseNow(UUID consumer, String by, String reason) {
        var known = consumers
                .find(consumer)
                .orElseThrow(() -> new IllegalArgumentException("there is no consumer " + consumer));
        if (known.erasedAt().isPresent()) return false;
        checkReason(reason, known);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        consumers.erase(consumer, at);
        events.note(consumer, ConsumerEvents.Kind.ERASED, at, by, reason);
        tell(consumer, at, by);
        return true;
    }

    private static void checkReason(String reason, Consumers.Known known) {
        if (reason.isEmpty()) throw new IllegalArgumentException("an erasure needs its reason; it is kept");
        if (reason.length() > REASON_CHARACTERS_MAX)
            throw new IllegalArgumentException("the reason is longer than " + REASON_CHARACTERS_MAX + " characters");
        if (known.identity().filter(identity -> identity.isToldBy(reason)).isPresent())
            throw new IllegalArgumentException("the reason tells who the consumer is; it is kept, so say it without");
    }

    private void tell(UUID consumer, Instant at, String by) {
        listeners.forEach(listener -> listener.erased(consumer, at, by));
    }
}

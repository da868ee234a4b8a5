package relais.consumer;

import java.time.Instant;
import java.util.UUID;

/** Hears that a consumer is erased, in the transaction that erases: what fails here keeps the consumer. */
@FunctionalInterface
public interface ErasureListener {

    /**
     * @param at the moment that is noted with the consumer
     * @param by the operator
     */
    void erased(UUID consumer, Instant at, String by);
}

package relais.consumer;

import java.util.UUID;

/** Nothing can be sealed or opened for this consumer any more: the key was destroyed at the consumer's wish. */
public final class ConsumerErased extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param consumer the consumer, or whoever shared the key with one */
    public ConsumerErased(UUID consumer) {
        super("consumer " + consumer + " is erased");
    }
}

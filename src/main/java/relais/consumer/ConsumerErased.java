package relais.consumer;

import java.util.UUID;

/** Nothing more can be sealed for this consumer: the key was destroyed at the consumer's wish. */
public final class ConsumerErased extends RuntimeException {

    private static final long serialVersionUID = 1;

    ConsumerErased(UUID consumer) {
        super("consumer " + consumer + " is erased");
    }
}

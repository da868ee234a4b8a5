package relais.consumer;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Seals bytes under a key per consumer (AES-256-GCM, bound to the consumer's id), which is itself wrapped by the master
 * key. Destroying that one key makes unreadable whatever was sealed with it, wherever it lies.
 */
public final class Vault {

    private final JdbcClient jdbc;
    private final Keys keys;
    private final SecureRandom random;
    private final Clock clock;

    public Vault(JdbcClient jdbc, SecretKey master, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.keys = new Keys(master);
        this.random = random;
        this.clock = clock;
    }

    /**
     * @return a version byte, the nonce, the ciphertext and its tag
     * @throws ConsumerErased if the consumer's key was destroyed
     * @throws IllegalArgumentException if there is no such consumer
     */
    public byte[] seal(UUID consumer, byte[] plain) {
        throw new UnsupportedOperationException();
    }

    /**
     * @return what was sealed; empty once the consumer is erased
     * @throws IllegalArgumentException if there is no such consumer, or the bytes are not what was sealed for it
     */
    public Optional<byte[]> open(UUID consumer, byte[] sealed) {
        throw new UnsupportedOperationException();
    }

    /**
     * Destroys the consumer's key, identity and match tokens. The id stays, so that amounts booked under it still add
     * up; the same person coming again is a new consumer. Erasing twice changes nothing.
     */
    public void erase(UUID consumer) {
        throw new UnsupportedOperationException();
    }
}

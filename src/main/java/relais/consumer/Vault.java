package relais.consumer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Seals bytes under a key per consumer (AES-256-GCM, bound to the consumer's id), which is itself wrapped by the master
 * key. Destroying that one key makes unreadable whatever was sealed with it, wherever it lies. Every method joins the
 * caller's transaction.
 */
public final class Vault {

    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final String masterName;
    private final Cipher master;
    private final SecureRandom random;
    private final Clock clock;

    /** @param master at least 32 bytes, from a secret that is referred to and never stored beside the data */
    public Vault(JdbcClient jdbc, SecretKey master, SecureRandom random, Clock clock) {
        var keys = new Keys(master);
        this.jdbc = jdbc;
        this.masterName = keys.name();
        this.master = new Cipher(keys.wrapping(), random);
        this.random = random;
        this.clock = clock;
    }

    /**
     * @return a version byte, the nonce, the ciphertext and its tag
     * @throws ConsumerErased if the consumer's key was destroyed
     * @throws IllegalArgumentException if there is no such consumer
     */
    public byte[] seal(UUID consumer, byte[] plain) {
        return cipher(consumer).orElseThrow(() -> new ConsumerErased(consumer)).seal(plain, Bytes.of(consumer));
    }

    /**
     * @return what was sealed; empty once the consumer is erased
     * @throws IllegalArgumentException if there is no such consumer, or the bytes are not what was sealed for it
     */
    public Optional<byte[]> open(UUID consumer, byte[] sealed) {
        return cipher(consumer).map(cipher -> cipher.open(sealed, Bytes.of(consumer)));
    }

    /**
     * Destroys the consumer's key, identity and match tokens. The id stays, so that amounts booked under it still add
     * up; the same person coming again is a new consumer. Erasing twice changes nothing.
     */
    public void erase(UUID consumer) {
        jdbc.sql("""
                        update consumer set wrapped_key = null, identity = null, erased_at = :at
                        where id = :consumer and erased_at is null""")
                .param("consumer", consumer)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from consumer_match where consumer = :consumer")
                .param("consumer", consumer)
                .update();
    }

    /** Gives a new consumer its key and keeps the identity under it. */
    void create(UUID consumer, byte[] identity, Instant at) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var id = Bytes.of(consumer);
        jdbc.sql("""
                        insert into consumer (id, created_at, wrapped_key, wrapped_with, identity)
                        values (:id, :at, :key, :with, :identity)""")
                .param("id", consumer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("key", master.seal(key, id))
                .param("with", masterName)
                .param("identity", cipherOf(key).seal(identity, id))
                .update();
    }

    Optional<byte[]> identity(UUID consumer) {
        return column(consumer, "identity").flatMap(kept -> open(consumer, kept));
    }

    private Optional<Cipher> cipher(UUID consumer) {
        return column(consumer, "wrapped_key")
                .map(wrapped -> master.open(wrapped, Bytes.of(consumer)))
                .map(this::cipherOf);
    }

    private Cipher cipherOf(byte[] key) {
        return new Cipher(new SecretKeySpec(key, "AES"), random);
    }

    private Optional<byte[]> column(UUID consumer, String column) {
        return jdbc.sql("select " + column + " from consumer where id = :consumer")
                .param("consumer", consumer)
                .query((row, n) -> Optional.ofNullable(row.getBytes(1)))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("there is no consumer " + consumer));
    }
}

package relais.consumer;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who the consumer is. A person is found again by match tokens: HMAC-SHA-256 of the normalised e-mail and phone under a
 * key of the brand. No table holds either in the clear. Every method joins the caller's transaction.
 */
public final class Consumers {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Keys keys;
    private final Supplier<UUID> ids;

    /** @param master the secret from which the matching keys are derived; the vault's own */
    public Consumers(JdbcClient jdbc, Vault vault, SecretKey master, Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.keys = new Keys(master);
        this.ids = ids;
    }

    /**
     * Finds the consumer with this e-mail, else with this phone, else creates one with a data key of its own. A phone
     * that belongs to a consumer with another e-mail does not match: households share phones. Without e-mail and phone
     * nobody can be recognised, and every call creates a consumer. Two transactions that bring the same new person at
     * once get the same consumer: the later one waits for the earlier.
     *
     * @param at when the person was seen
     */
    public UUID recognise(Identity identity, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** What is known of a consumer; empty once erased. */
    public Optional<Identity> identity(UUID consumer) {
        throw new UnsupportedOperationException();
    }

    /**
     * The name under which a partner may know a consumer: 32 hexadecimal digits, always the same for the two, and
     * another one for every partner, so that partners cannot join their customers.
     */
    public String tokenFor(UUID consumer, String partner) {
        var token = keys.agreement(partner).authenticate(Bytes.of(consumer));
        return HexFormat.of().formatHex(token, 0, 16);
    }
}

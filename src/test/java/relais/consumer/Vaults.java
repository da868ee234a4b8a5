package relais.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.Database;
import relais.consumer.Identity.Loyalty;

/** Vaults and consumers on a test's database, with a fixed clock and key. */
public final class Vaults {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, UTC);
    public static final MasterKeys MASTER = new MasterKeys(List.of(key("")));

    private Vaults() {}

    /** A vault of the tests' master key. */
    public static Vault on(Database database) {
        return on(database.jdbc());
    }

    public static Vault on(JdbcClient jdbc) {
        return new Vault(jdbc, MASTER, new SecureRandom());
    }

    /** A key that follows from a text. */
    static SecretKey key(String text) {
        return new SecretKeySpec(Arrays.copyOf(text.getBytes(UTF_8), 32), "HmacSHA256");
    }

    static Identity email(String email) {
        return new Identity(email, "", Loyalty.none(), "Consumer One", "1 Example Street");
    }

    static Identity phone(String phone) {
        return new Identity("", phone, Loyalty.none(), "Consumer One", "1 Example Street");
    }

    static Identity both(String email, String phone) {
        return new Identity(email, phone, Loyalty.none(), "Consumer One", "1 Example Street");
    }
}

package relais.consumer;

import static java.time.ZoneOffset.UTC;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import relais.Database;

/** Vaults and consumers on a test's database, with a fixed clock and key. */
final class Vaults {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, UTC);
    static final SecretKey MASTER = new SecretKeySpec(new byte[32], "HmacSHA256");

    private Vaults() {}

    static Vault on(Database database) {
        return new Vault(database.jdbc(), MASTER, new SecureRandom(), CLOCK);
    }

    static Identity email(String email) {
        return new Identity(email, "", "Consumer One", "1 Example Street");
    }

    static Identity phone(String phone) {
        return new Identity("", phone, "Consumer One", "1 Example Street");
    }

    static Identity both(String email, String phone) {
        return new Identity(email, phone, "Consumer One", "1 Example Street");
    }
}

package relais.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relais.consumer.Vaults.NOW;
import static relais.consumer.Vaults.both;

import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import relais.Database;

class VaultTest {

    private static final Database database = Database.fresh();
    private static final byte[] PLAIN = "Consumer One, 1 Example Street".getBytes(UTF_8);

    private final Vault vault = Vaults.on(database);

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void opensWhatItSealed() {
        var consumer = consumer(1);

        var sealed = vault.seal(consumer, PLAIN);

        assertThat(vault.open(consumer, sealed)).contains(PLAIN);
        assertThat(new String(sealed, UTF_8)).doesNotContain("Example");
    }

    @Test
    void sealsTheSameBytesDifferentlyEachTime() {
        var consumer = consumer(2);

        assertThat(vault.seal(consumer, PLAIN)).isNotEqualTo(vault.seal(consumer, PLAIN));
    }

    @Test
    void refusesBytesOfAnotherConsumerAndAlteredOnes() {
        var consumer = consumer(3);
        var other = consumer(4);
        var sealed = vault.seal(consumer, PLAIN);

        assertThatThrownBy(() -> vault.open(other, sealed)).isInstanceOf(IllegalArgumentException.class);
        sealed[20] ^= 1;
        assertThatThrownBy(() -> vault.open(consumer, sealed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vault.open(consumer, PLAIN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void opensNothingOnceTheConsumerIsErased() {
        var consumer = consumer(5);
        var sealed = vault.seal(consumer, PLAIN);

        vault.erase(consumer);
        vault.erase(consumer);

        assertThat(vault.open(consumer, sealed)).isEmpty();
        assertThatThrownBy(() -> vault.seal(consumer, PLAIN))
                .isInstanceOf(ConsumerErased.class)
                .hasMessageContaining(consumer.toString());
    }

    @Test
    void opensNothingUnderAnotherMasterKey() {
        var consumer = consumer(6);
        var sealed = vault.seal(consumer, PLAIN);
        var master = new SecretKeySpec("another master key, 32 bytes long".getBytes(UTF_8), "HmacSHA256");
        var stranger = new Vault(database.jdbc(), master, new SecureRandom(), Vaults.CLOCK);

        assertThatThrownBy(() -> stranger.open(consumer, sealed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsNoConsumerItDidNotCreate() {
        assertThatThrownBy(() -> vault.seal(new UUID(0, 99), PLAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no consumer");
    }

    @Test
    void asksForAMasterKeyOfFullLength() {
        var tooShort = new SecretKeySpec(new byte[16], "HmacSHA256");

        assertThatThrownBy(() -> new Vault(database.jdbc(), tooShort, new SecureRandom(), Vaults.CLOCK))
                .hasMessage("the master key needs at least 32 bytes, got 16");
    }

    @Test
    void leavesNoPersonalDataInAnyTable() {
        var consumers = new Consumers(database.jdbc(), vault, Vaults.MASTER, () -> new UUID(1, 1));
        database.transaction().execute(status -> consumers.recognise(both("plain@dump.example", "+33170009999"), NOW));

        for (var table : new String[] {"consumer", "consumer_match"}) {
            var dump = database.jdbc()
                    .sql("select string_agg(t::text, ' ') from " + table + " t")
                    .query(String.class)
                    .single();
            assertThat(dump).isNotEmpty();
            for (var secret : new String[] {"plain@dump.example", "33170009999", "Consumer One", "Example Street"})
                assertThat(dump).doesNotContain(secret).doesNotContain(hex(secret));
        }
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    private UUID consumer(long n) {
        var consumer = new UUID(0, n);
        vault.create(consumer, new byte[0], NOW);
        return consumer;
    }
}

package relais.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relais.consumer.Vaults.NOW;
import static relais.consumer.Vaults.both;
import static relais.consumer.Vaults.key;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
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
        var consumer = owner(1);

        var sealed = vault.seal(consumer, PLAIN);

        assertThat(vault.open(consumer, sealed)).contains(PLAIN);
        assertThat(new String(sealed, UTF_8)).doesNotContain("Example");
    }

    @Test
    void sealsTheSameBytesDifferentlyEachTime() {
        var consumer = owner(2);

        assertThat(vault.seal(consumer, PLAIN)).isNotEqualTo(vault.seal(consumer, PLAIN));
    }

    @Test
    void refusesBytesOfAnotherOwnerAndAlteredOnes() {
        var consumer = owner(3);
        var other = owner(4);
        var sealed = vault.seal(consumer, PLAIN);

        assertThatThrownBy(() -> vault.open(other, sealed)).isInstanceOf(IllegalArgumentException.class);
        sealed[20] ^= 1;
        assertThatThrownBy(() -> vault.open(consumer, sealed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vault.open(consumer, PLAIN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void opensNothingOnceTheKeyIsDestroyed() {
        var consumer = owner(5);
        var sealed = vault.seal(consumer, PLAIN);

        vault.destroy(consumer);
        vault.destroy(consumer);

        assertThat(vault.open(consumer, sealed)).isEmpty();
        assertThatThrownBy(() -> vault.seal(consumer, PLAIN))
                .isInstanceOf(ConsumerErased.class)
                .hasMessageContaining(consumer.toString());
    }

    @Test
    void opensNothingUnderAnotherMasterKey() {
        var consumer = owner(6);
        var sealed = vault.seal(consumer, PLAIN);
        var stranger = new Vault(database.jdbc(), new MasterKeys(List.of(key("another"))), new SecureRandom());

        assertThatThrownBy(() -> stranger.open(consumer, sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("add its secret to relais.vault.master-keys");
    }

    @Test
    void knowsNoKeyItDidNotMake() {
        assertThatThrownBy(() -> vault.seal(new UUID(0, 99), PLAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody has the key");
    }

    @Test
    void asksForAMasterKeyOfFullLength() {
        var tooShort = new SecretKeySpec(new byte[16], "HmacSHA256");

        assertThatThrownBy(() -> new MasterKeys(List.of(tooShort)))
                .hasMessage("the master key needs at least 32 bytes, got 16");
        assertThatThrownBy(() -> new MasterKeys(List.of())).hasMessage("there is no master key");
    }

    // --- keys that are shared out ---

    @Test
    void opensWhatIsSharedOutAsLongAsEveryoneIsThere() {
        var receipt = owner(20);
        var one = owner(21);
        var other = owner(22);
        var sealed = vault.seal(receipt, PLAIN);

        vault.share(receipt, Set.of(one, other));

        assertThat(vault.open(receipt, sealed)).contains(PLAIN);
        assertThat(vault.sharers(receipt)).containsExactlyInAnyOrder(one, other);

        vault.destroy(one);

        assertThat(vault.open(receipt, sealed)).isEmpty();
        assertThat(vault.open(other, vault.seal(other, PLAIN))).contains(PLAIN);
    }

    @Test
    void sharesOutAgainAmongOthers() {
        var receipt = owner(30);
        var one = owner(31);
        var other = owner(32);
        var sealed = vault.seal(receipt, PLAIN);
        vault.share(receipt, Set.of(one));

        vault.share(receipt, Set.of(other));
        vault.destroy(one);

        assertThat(vault.open(receipt, sealed)).contains(PLAIN);
    }

    @Test
    void isGoneAtOnceWhenSharedOutToSomebodyWhoIsErased() {
        var receipt = owner(40);
        var erased = owner(41);
        var sealed = vault.seal(receipt, PLAIN);
        vault.destroy(erased);

        vault.share(receipt, Set.of(erased, owner(42)));

        assertThat(vault.open(receipt, sealed)).isEmpty();
    }

    @Test
    void opensNothingOfBeforeUnderANewKey() {
        var receipt = owner(50);
        var before = vault.seal(receipt, PLAIN);
        vault.share(receipt, Set.of(owner(51)));

        var renewed = vault.renew(receipt);

        assertThat(vault.open(receipt, renewed.seal(PLAIN))).contains(PLAIN);
        assertThatThrownBy(() -> vault.open(receipt, before)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesNoPersonalDataInAnyTable() {
        var consumers = new Consumers(database.jdbc(), vault, () -> new UUID(1, 1));
        database.transaction().execute(status -> consumers.recognise(both("plain@dump.example", "+33170009999"), NOW));

        for (var table : new String[] {"consumer", "consumer_match", "vault_key"}) {
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

    private UUID owner(long n) {
        var owner = new UUID(0, n);
        vault.create(owner);
        return owner;
    }
}

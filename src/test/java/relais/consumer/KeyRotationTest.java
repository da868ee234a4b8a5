package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relais.consumer.Vaults.NOW;
import static relais.consumer.Vaults.email;

import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import relais.Database;

class KeyRotationTest {

    private static final Supplier<UUID> IDS = Database.ids();
    private static final byte[] PLAIN = {1, 2, 3};

    private final Database database = Database.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void opensEverythingBeforeAfterAndWithoutTheOldKey() {
        var consumer = recognise("consumer.one@example.com", "old");
        var receipt = IDS.get();
        vault("old").create(receipt);
        vault("old").share(receipt, Set.of(consumer));
        var sealed = vault("old").seal(receipt, PLAIN);

        assertThat(vault("new", "old").open(receipt, sealed)).contains(PLAIN);

        assertThat(rotation(2, "new", "old").rotate()).isEqualTo(3);

        assertThat(rotation(2, "new", "old").left()).isZero();
        assertThat(vault("new").open(receipt, sealed)).contains(PLAIN);
        assertThat(consumers("new").identity(consumer)).contains(email("consumer.one@example.com"));
    }

    @Test
    void recognisesEverybodyAfterwards() {
        var consumer = recognise("consumer.one@example.com", "old");
        var token = consumers("old").tokenFor(consumer, "acme-retail");

        rotation(100, "new", "old").rotate();

        assertThat(recognise("Consumer.One@example.com", "new")).isEqualTo(consumer);
        assertThat(consumers("new").tokenFor(consumer, "acme-retail")).isEqualTo(token);
    }

    @Test
    void goesOnWhereItWasStopped() {
        for (var n = 0; n < 10; n++) recognise("consumer" + n + "@example.com", "old");
        var stopped = new KeyRotation(
                database.jdbc(),
                new OneTransaction(database.transaction()),
                masters("new", "old"),
                new SecureRandom(),
                4);

        assertThatThrownBy(stopped::rotate).hasMessage("stopped");

        assertThat(rotation(4, "new", "old").left()).isEqualTo(7);
        assertThat(rotation(4, "new", "old").rotate()).isEqualTo(7);
        assertThat(rotation(4, "new", "old").left()).isZero();
    }

    /** Stops the process before the second. */
    private static final class OneTransaction implements TransactionOperations {

        private final TransactionOperations database;
        private boolean over;

        OneTransaction(TransactionOperations database) {
            this.database = database;
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            if (over) throw new IllegalStateException("stopped");
            over = true;
            return database.execute(action);
        }
    }

    @Test
    void leavesDestroyedKeysDestroyed() {
        var consumer = recognise("consumer.one@example.com", "old");
        consumers("old").erase(consumer, NOW);

        rotation(100, "new", "old").rotate();

        assertThat(vault("new").key(consumer)).isEmpty();
    }

    @Test
    void saysWhichKeyIsMissing() {
        recognise("consumer.one@example.com", "old");

        assertThatThrownBy(() -> rotation(100, "new").rotate())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(masters("old").newest())
                .hasMessageContaining("add its secret to relais.vault.master-keys");
    }

    private static MasterKeys masters(String... names) {
        return new MasterKeys(Stream.of(names).map(Vaults::key).toList());
    }

    private Vault vault(String... masters) {
        return new Vault(database.jdbc(), masters(masters), new SecureRandom());
    }

    private Consumers consumers(String master) {
        return new Consumers(database.jdbc(), vault(master), IDS);
    }

    private KeyRotation rotation(int batchKeysMax, String... masters) {
        return new KeyRotation(
                database.jdbc(), database.transaction(), masters(masters), new SecureRandom(), batchKeysMax);
    }

    private UUID recognise(String email, String master) {
        return database.transaction().execute(status -> consumers(master).recognise(email(email), NOW));
    }
}

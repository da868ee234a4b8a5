package relais.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static relais.ledger.Ledgers.stockOrder;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SequencerTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Ledgers books = new Ledgers();
    private final Sequencer one = books.sequencer();
    private final Sequencer other = books.sequencer();

    @AfterEach
    void close() {
        one.stop();
        other.stop();
        books.close();
    }

    @Test
    void booksWhatIsRecordedWhileItRuns() {
        one.start();
        recordOrders(0, 3);
        awaitEntries(3);
        recordOrders(3, 6);
        awaitEntries(6);

        one.stop();

        assertThat(one.isRunning()).isFalse();
        assertThat(books.ledger.verify().firstFault()).isEmpty();
    }

    @Test
    void leavesTheBookingToOneOfTwo() {
        var epoch = epoch();
        one.start();
        other.start();
        for (int n = 0; n < 100; n++) recordOrders(n, n + 1);
        awaitEntries(100);

        assertThat(epoch()).isEqualTo(epoch + 1);
        assertThat(books.ledger.verify().firstFault()).isEmpty();
    }

    @Test
    void handsOverWhenOneStops() {
        one.start();
        recordOrders(0, 1);
        awaitEntries(1);
        other.start();

        one.stop();
        recordOrders(1, 2);

        awaitEntries(2);
        assertThat(books.ledger.verify().firstFault()).isEmpty();
    }

    @Test
    void goesOnAfterTheDatabaseDroppedItsConnections() {
        one.start();
        recordOrders(0, 1);
        awaitEntries(1);

        books.database.jdbc().sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()""").query((row, n) -> row.getBoolean(1)).list();
        await().atMost(LIMIT).ignoreExceptions().until(() -> {
            recordOrders(1, 2);
            return true;
        });

        awaitEntries(2);
        assertThat(books.ledger.verify().firstFault()).isEmpty();
    }

    private void recordOrders(int from, int to) {
        books.record(IntStream.range(from, to)
                .mapToObj(n -> stockOrder("acme-retail", "PO-" + n, "2026-11-16"))
                .toArray(Fact[]::new));
    }

    private void awaitEntries(int count) {
        await().atMost(LIMIT).until(() -> books.count("entry where kind = 'decision'") == count);
    }

    private long epoch() {
        return books.database
                .jdbc()
                .sql("select epoch from shard_head")
                .query(Long.class)
                .single();
    }
}

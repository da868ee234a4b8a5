package relais.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.Database;
import relais.mailbox.Wakeups.Topic;

class WakeupsTest {

    private static final Database database = Database.fresh();
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Wakeups wakeups = new Wakeups(database.dataSource());

    @BeforeEach
    void listen() throws InterruptedException {
        for (var topic : Topic.values()) assertThat(wakeups.await(topic, LONG)).isTrue(); // it listens from now on
    }

    @AfterEach
    void stop() {
        wakeups.close();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void wakesWhoWaitsForWhatWasCommitted() throws InterruptedException {
        notify("inbox");

        assertThat(wakeups.await(Topic.INBOX, LONG)).isTrue();
        assertThat(wakeups.await(Topic.INBOX, SHORT)).isFalse();
        assertThat(wakeups.await(Topic.OUTBOX, SHORT)).isFalse();
    }

    @Test
    void wakesOneWorkerForEachCommit() throws InterruptedException {
        notify("outbox");
        notify("outbox");

        assertThat(wakeups.await(Topic.OUTBOX, LONG)).isTrue();
        assertThat(wakeups.await(Topic.OUTBOX, LONG)).isTrue();
        assertThat(wakeups.await(Topic.OUTBOX, SHORT)).isFalse();
    }

    @Test
    void listensAgainAfterTheConnectionWasLost() throws InterruptedException {
        assertThat(terminateListeners()).isEqualTo(1);

        for (var topic : Topic.values()) assertThat(wakeups.await(topic, LONG)).isTrue();
        notify("inbox");
        assertThat(wakeups.await(Topic.INBOX, LONG)).isTrue();
    }

    @Test
    void givesItsConnectionBackWhenClosed() {
        wakeups.close();

        await().atMost(LONG).until(() -> listeners() == 0);
    }

    private static void notify(String channel) {
        database.jdbc()
                .sql("select pg_notify(:channel, '')")
                .param("channel", channel)
                .query()
                .singleRow();
    }

    private static int terminateListeners() {
        return database.jdbc().sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and query like 'listen%'
                        """).query(Boolean.class).list().size();
    }

    private static int listeners() {
        return database.jdbc()
                .sql("select pid from pg_stat_activity where datname = current_database() and query like 'listen%'")
                .query(Integer.class)
                .list()
                .size();
    }
}

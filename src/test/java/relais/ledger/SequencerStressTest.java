package relais.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static relais.ledger.Ledgers.invoice;
import static relais.ledger.Ledgers.stockOrder;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two nodes on one database, each a process of its own, under load: the leader is paused until it has lost the lock and goes on
 * then without knowing, and either is killed at random. For ten minutes: {@code -Drelais.ledger.stress=PT10M}; to repeat the moments of
 * an earlier run: {@code -Drelais.ledger.seed=N}; the pause: {@code -Drelais.ledger.pause=PT1M}.
 */
class SequencerStressTest {

    private static final Duration DURATION = Duration.parse(System.getProperty("relais.ledger.stress", "PT20S"));
    private static final Duration PAUSE = Duration.parse(System.getProperty("relais.ledger.pause", "PT12S"));
    private static final long SEED = Long.getLong("relais.ledger.seed", System.nanoTime());
    private static final int KILL_MILLIS_MAX = 3_000;
    private static final int KILLS_BETWEEN_PAUSES = 5;
    private static final int ORDERS_AT_ONCE = 50;
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(3);

    private final Ledgers books = new Ledgers();
    private final Random random = new Random(SEED);
    private final SequencerNode[] nodes = {start(0), start(1)};
    private final AtomicBoolean recording = new AtomicBoolean(true);
    private final AtomicInteger recorded = new AtomicInteger();
    private int kills;
    private int pauses;
    private int fenced;

    @AfterEach
    void close() {
        recording.set(false);
        for (var node : nodes) node.close();
        books.close();
    }

    @Test
    void losesNothingAndBooksNothingTwice() throws Exception {
        var epoch = epoch();
        var entries = books.count("entry");
        var load = new Thread(this::load);
        load.start();
        var until = System.nanoTime() + DURATION.toNanos();
        awaitLeader();
        pauseLeader();
        for (int n = 1; System.nanoTime() < until; n++) {
            if (n % KILLS_BETWEEN_PAUSES == 0) pauseLeader();
            else killOne();
        }
        recording.set(false);
        load.join();
        await().atMost(DRAINED_WITHIN).until(() -> books.count("fact_due") == 0);
        for (var node : nodes) node.kill();

        var booked = books.count("entry") - entries;
        System.out.printf(
                "ledger stress: seed %d, %d s: %d facts, %d entries, %d seals, %d take-overs, %d kills, %d pauses of %d s, %d leaders fenced%n",
                SEED,
                DURATION.toSeconds(),
                books.count("fact"),
                booked,
                books.count("seal"),
                epoch() - epoch,
                kills,
                pauses,
                PAUSE.toSeconds(),
                fenced);
        assertThat(one("select count(*) from fact where kind in ('order', 'invoice')"))
                .isEqualTo(recorded.get());
        assertThat(one("select count(*) from entry where kind = 'decision'")).isEqualTo(recorded.get() / 2);
        assertThat(one("select max(seq) - count(*) from entry")).isZero();
        assertThat(
                        one(
                                "select count(*) from (select fact from entry where kind = 'decision' group by fact having count(*) > 1) twice"))
                .isZero();
        assertThat(one("select count(*) from fact f where not exists (select from entry e where e.fact = f.id)"))
                .isZero();
        assertThat(books.ledger.verify().firstFault()).isEmpty();
        assertThat(kills).isPositive();
        assertThat(fenced).isPositive();
    }

    /** Orders, their invoices and everything once more, as partners do. */
    private void load() {
        for (int batch = 0; recording.get(); batch++) {
            var from = batch * ORDERS_AT_ONCE;
            var facts = IntStream.range(from, from + ORDERS_AT_ONCE)
                    .boxed()
                    .flatMap(n -> Stream.of(
                            invoice("acme-retail", "INV-" + n, "PO-" + n, "2026-11-17", "100.00 USD"),
                            stockOrder("acme-retail", "PO-" + n, "2026-11-16")))
                    .toArray(Fact[]::new);
            books.record(facts);
            books.record(facts);
            recorded.addAndGet(facts.length);
            await().until(() -> !recording.get() || books.count("fact_due") < 20_000);
        }
    }

    private void killOne() {
        var n = random.nextInt(nodes.length);
        nodes[n].leave(random.nextInt(KILL_MILLIS_MAX));
        nodes[n].kill();
        nodes[n] = start(n);
        kills++;
    }

    private void pauseLeader() {
        var leader = awaitLeader();
        nodes[leader].leave(random.nextInt(500));
        nodes[leader].pause();
        var other = nodes[1 - leader];
        other.leave(PAUSE.toMillis());
        if (leader() == 1 - leader) fenced++;
        nodes[leader].resume();
        pauses++;
    }

    private int awaitLeader() {
        await().atMost(Duration.ofSeconds(60)).until(() -> leader() >= 0);
        return Math.max(0, leader());
    }

    /** The node that holds the lock; -1 while there is none. */
    private int leader() {
        return books.database.jdbc().sql("""
                        select right(application_name, 1)::int from pg_locks l join pg_stat_activity a using (pid)
                        where locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())
                            and application_name like 'node-%' and granted""").query(Integer.class).optional().orElse(-1);
    }

    private SequencerNode start(int n) {
        return SequencerNode.start(books.database.url(), "node-" + n);
    }

    private long epoch() {
        return one("select epoch from shard_head");
    }

    private long one(String sql) {
        return books.database.jdbc().sql(sql).query(Long.class).single();
    }
}

package relais;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.embedded.Surroundings;
import relais.ledger.Ledger;

/**
 * The hub's process is killed with SIGKILL at random moments while orders come in; PostgreSQL, the broker, Acme's SFTP
 * server and the ERP stay up. Run it with {@code -Drelais.crash.seed=N} to repeat the moments of an earlier run.
 */
class CrashTest {

    private static final int ORDERS = 200;
    private static final int ORDERS_PER_INTERCHANGE = 5;
    private static final int KILLS = 22;
    private static final int KILLS_DURING_START = 4;

    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration WORK_MAX = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration QUIET_WITHIN = Duration.ofMinutes(3);

    /** What still moves. */
    private static final List<String> OPEN = List.of(
            "select count(*) from receipt where state = 'received'",
            "select count(*) from outbox where state = 'due'",
            "select count(*) from fact_due",
            """
            select count(*) from document o where o.direction = 'in' and o.type = 'Order' and o.state = 'accepted'
               and not exists (select 1 from document i where i.direction = 'in' and i.type = 'Invoice'
                                and i.partner = o.partner and i.order_number = o.order_number)""",
            """
            select count(*) from expected_acknowledgement e join document d on d.id = e.document
             where e.state = 'pending' and d.type = 'Invoice'""");

    /** The element of a segment that says what a transaction set refers to: an order, or for a 997 a group. */
    private record Reference(String transactionSet, int element) {
        String in(String[] segment) {
            return transactionSet + " " + segment[element];
        }
    }

    private static final Map<String, Reference> REFERENCES = Map.of(
            "BAK", new Reference("855", 3),
            "PRF", new Reference("856", 1),
            "BIG", new Reference("810", 4),
            "AK1", new Reference("997", 2));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final long seed = Long.getLong("relais.crash.seed", System.nanoTime() % 1_000_000);
    private final Random random = new Random(seed);
    private final AcmeOrders orders = new AcmeOrders(ORDERS, ORDERS_PER_INTERCHANGE);

    private int starts;
    private int files;
    private int kills;
    private int killsDuringStart;
    private int killsAmidWork;
    private Duration startedLastIn = Duration.ofSeconds(8);

    @Test
    void losesNothingAndDoesNothingTwiceWhenItIsKilledAgainAndAgain() {
        try (var around = new Surroundings(folder)) {
            var waiting = new ArrayDeque<>(orders.interchanges());
            for (var duringStart : plan()) killOnce(around, waiting, duringStart);
            while (!waiting.isEmpty()) layOut(around, waiting);
            try (var hub = start(around)) {
                assertThat(hub.isUpWithin(START_MAX)).isTrue();
                awaitQuiet(around);
            }
            check(around);
        }
    }

    /** Whether each kill comes while the hub starts. */
    private List<Boolean> plan() {
        var plan = new ArrayList<>(Collections.nCopies(KILLS - KILLS_DURING_START, false));
        plan.addAll(Collections.nCopies(KILLS_DURING_START, true));
        Collections.shuffle(plan, random);
        return plan;
    }

    private void killOnce(Surroundings around, Queue<String> waiting, boolean duringStart) {
        layOut(around, waiting);
        try (var hub = start(around)) {
            var up = hub.isUpWithin(duringStart ? upTo(startedLastIn) : START_MAX);
            assertThat(up || duringStart && hub.livesFor(Duration.ZERO))
                    .as("the hub starts again without help")
                    .isTrue();
            if (up) work(hub, around, waiting);
            else killsDuringStart++;
            hub.kill();
            kills++;
        }
        if (!waits(around).isEmpty()) killsAmidWork++;
    }

    /** Some time, another interchange, and some more time. */
    private void work(HubProcess hub, Surroundings around, Queue<String> waiting) {
        startedLastIn = hub.age();
        assertThat(hub.livesFor(upTo(WORK_MAX.dividedBy(2)))).isTrue();
        layOut(around, waiting);
        assertThat(hub.livesFor(upTo(WORK_MAX.dividedBy(2)))).isTrue();
    }

    private HubProcess start(Surroundings around) {
        var settings = new ArrayList<>(around.settings());
        settings.add("--relais.files-settle=PT0.2S");
        return HubProcess.start(settings, around.environment(), folder.resolve("hub-" + starts++ + ".log"));
    }

    private Duration upTo(Duration longest) {
        return Duration.ofNanos((long) (random.nextDouble() * longest.toNanos()));
    }

    private void layOut(Surroundings around, Queue<String> waiting) {
        if (!waiting.isEmpty()) around.layOut("orders-" + files++ + ".x12", waiting.remove());
    }

    private void awaitQuiet(Surroundings around) {
        try {
            await().pollInterval(Duration.ofMillis(200))
                    .during(QUIET)
                    .atMost(QUIET_WITHIN)
                    .until(() -> waits(around).isEmpty());
        } catch (ConditionTimeoutException somethingIsLost) {
            System.out.println("crash test: still waiting for " + waits(around));
        }
    }

    /** What is not done yet: files not fetched, and what the tables say is open. Before its first start it has no tables. */
    private static List<String> waits(Surroundings around) {
        var jdbc = around.jdbc();
        var tables = count(jdbc, "select count(*) from pg_tables where tablename = 'fact_due'");
        return Stream.concat(
                        around.laidOut().stream(), OPEN.stream().filter(open -> tables > 0 && count(jdbc, open) > 0))
                .toList();
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void check(Surroundings around) {
        var jdbc = around.jdbc();
        var registered = texts(
                jdbc, "select number from document where direction = 'in' and type = 'Order' and state = 'accepted'");
        var atErp = around.ordersAtErp();
        var arrived = new ArrayList<String>();
        atErp.forEach(number -> arrived.add("order " + number));
        around.arrivedAtAcme().forEach(file -> arrived.addAll(references(file)));
        print(registered, atErp, arrived);
        printDetails(jdbc, arrived);

        var softly = new SoftAssertions();
        softly.assertThat(registered).as("the register").containsExactlyInAnyOrderElementsOf(orders.numbers());
        softly.assertThat(atErp).as("the ERP").containsExactlyInAnyOrderElementsOf(orders.numbers());
        softly.assertThat(arrived).as("all far ends").containsExactlyInAnyOrderElementsOf(owed());
        checkBooks(softly, jdbc);
        checkNothingIsLeft(softly, jdbc);
        softly.assertAll();
    }

    /** Received and delivered count orders; lost and duplicated count everything that has to arrive, too. */
    private void print(List<String> registered, List<String> atErp, List<String> arrived) {
        var lost = new HashSet<>(owed());
        arrived.forEach(lost::remove);
        System.out.printf(
                "crash test: kills %d, received %d, delivered %d, lost %d, duplicated %d%n",
                kills,
                registered.size(),
                new HashSet<>(atErp).size(),
                lost.size(),
                repeated(arrived) + repeated(registered));
    }

    private static int repeated(List<String> all) {
        return all.size() - new HashSet<>(all).size();
    }

    private void printDetails(JdbcClient jdbc, List<String> arrived) {
        System.out.printf(
                "crash test: seed %d, %d kills during start, %d amid work, arrived %s, %d repetitions recognised, last start %d ms%n",
                seed,
                killsDuringStart,
                killsAmidWork,
                arrived.stream().collect(groupingBy(one -> one.split(" ")[0], TreeMap::new, counting())),
                count(jdbc, "select count(*) from receipt where state = 'duplicate'"),
                startedLastIn.toMillis());
    }

    /** Everything that has to arrive somewhere: each order, its three answers, and an acknowledgement an interchange. */
    private List<String> owed() {
        var owed = new ArrayList<String>();
        for (var number : orders.numbers())
            owed.addAll(List.of("order " + number, "855 " + number, "856 " + number, "810 " + number));
        for (var control : orders.controlNumbers()) owed.add("997 " + control);
        return owed;
    }

    /** What the transaction sets in a file refer to: {@code 810 CR-1001}. */
    private static List<String> references(String file) {
        return Stream.of(file.split("~\\s*"))
                .map(segment -> segment.split("\\*"))
                .filter(segment -> REFERENCES.containsKey(segment[0]))
                .map(segment -> REFERENCES.get(segment[0]).in(segment))
                .toList();
    }

    private void checkBooks(SoftAssertions softly, JdbcClient jdbc) {
        softly.assertThat(new Ledger(jdbc, Clock.systemUTC()).verify().firstFault())
                .as("the ledger verifies")
                .isEmpty();
        softly.assertThat(texts(jdbc, """
                        select f.order_number || ' ' || p.minor_units
                          from posting p join entry e using (shard, seq) join fact f on f.id = e.fact
                         where e.kind = 'accrual' and e.partner = 'acme-retail' and p.currency = 'USD'""")).as("commissions").containsExactlyInAnyOrderElementsOf(orders.commissions());
        softly.assertThat(count(jdbc, "select count(*) from posting"))
                .as("postings")
                .isEqualTo(ORDERS);
        for (var kind : Map.of(
                        "touch", ORDERS, "decision", ORDERS, "accrual", ORDERS, "acquisition", orders.consumers())
                .entrySet())
            softly.assertThat(count(jdbc, "select count(*) from entry where kind = '" + kind.getKey() + "'"))
                    .as(kind.getKey())
                    .isEqualTo(kind.getValue().longValue());
    }

    private static void checkNothingIsLeft(SoftAssertions softly, JdbcClient jdbc) {
        for (var unwanted : List.of(
                "select name || ': ' || last_error from receipt where state in ('parked', 'received')",
                "select channel || ' ' || name || ': ' || last_error from outbox where state <> 'sent'",
                "select type || ' ' || number from document where state in ('rejected', 'parked', 'due')",
                "select text from finding where code <> 'ALREADY_RECEIVED'",
                "select fact || ': ' || reason from fact_due",
                "select fact::text from fact_conflict",
                "select e.state || ' ' || d.number from expected_acknowledgement e join document d on d.id = e.document"
                        + " where d.type = 'Invoice' and e.state <> 'accepted'"))
            softly.assertThat(texts(jdbc, unwanted)).as(unwanted).isEmpty();
    }

    private static List<String> texts(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}

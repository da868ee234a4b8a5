package relais.ledger;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.springframework.dao.DataAccessException;
import relais.Database;
import relais.ledger.Fact.InvoiceIssued;
import relais.ledger.Fact.OrderPlaced;
import relais.ledger.Fact.TermsAgreed;
import relais.partner.Acknowledging;
import relais.partner.Partner;
import relais.partner.Partner.Role;
import relais.partner.Partners;
import relais.partner.TermsText;

/**
 * How many postings a second the ledger books, from facts recorded by one thread while the sequencer books them in another:
 * invoices of ten lines, one posting a line, sealed and durable. Beside it, in the same run, plain COPY of such rows into a
 * table without an index (the floor) and one transaction for each posting, as most ledgers do it.
 */
public final class Bench {

    private static final Duration MEASURED = Duration.parse(System.getProperty("relais.bench.time", "PT60S"));
    private static final Duration WARM_UP = MEASURED.dividedBy(6);
    private static final int LINES = 10;
    private static final int ACCOUNTS = 10_000;
    private static final int ORDERS = 10_000;
    private static final int RECORDED_AT_ONCE = 500;

    /** Facts that may wait before recording pauses, so that both threads run at the pace of the slower. */
    private static final int DUE_MAX = 4_000;

    private static final long PAUSE_NANOS = 200_000;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final Currency EUR = Currency.getInstance("EUR");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("relais.test.durable", "on");
        try (var database = Database.fresh()) {
            for (var setting : List.of("fsync", "synchronous_commit"))
                System.out.println("bench ledger setting " + setting + ' '
                        + database.jdbc()
                                .sql("show " + setting)
                                .query(String.class)
                                .single());
        }
        var hot = measure("hot-account", 1);
        measure("accounts-10000", ACCOUNTS);
        var floor = Floor.copy();
        print("copy-unindexed", floor, "rows/s");
        var peer = Floor.oneTransactionEach();
        print("one-transaction-each", peer, "postings/s");
        ratio("copy-unindexed", hot / floor);
        ratio("one-transaction-each", hot / peer);
        ProofBench.run();
    }

    private static double measure(String what, int partners) throws Exception {
        try (var database = Database.fresh()) {
            return new Trade(database, partners).run(what);
        }
    }

    /** Partners that sell, with orders that are invoiced again and again. */
    private static final class Trade {

        private final Database database;
        private final int sellers;
        private final Ledger ledger;
        private final Booking booking;
        private final long epoch;
        private final AtomicLong booked = new AtomicLong();
        private int invoices;

        Trade(Database database, int sellers) {
            this.database = database;
            this.sellers = sellers;
            var partners = IntStream.range(0, sellers).mapToObj(Trade::seller).toList();
            var all = new ArrayList<>(partners);
            all.add(partner("brand", Role.BRAND));
            this.ledger = new Ledger(database.jdbc(), Ledgers.CLOCK);
            this.booking =
                    new Booking(database.dataSource(), database.transactions(), new Partners(all), Ledgers.CLOCK);
            this.epoch = booking.takeOver();
            var terms = TermsText.parse("attribution: {model: last-touch, window: P30D}, commission: {rate: \"12%\"},"
                    + " settlement: {holdDays: 30}");
            record(partners.stream()
                    .map(partner -> (Fact) new TermsAgreed(partner.id(), terms, new UUID(0, 0)))
                    .toList());
            record(IntStream.range(0, ORDERS)
                    .mapToObj(n -> (Fact) new OrderPlaced(
                            "p" + n % sellers, "PO-" + n, Optional.of(new UUID(3, n)), DAY, new UUID(1, n)))
                    .toList());
            while (booking.book(epoch) > 0) {}
        }

        private static Partner seller(int n) {
            return partner("p" + n, Role.RETAILER);
        }

        private static Partner partner(String id, Role role) {
            return new Partner(
                    id, id, role, EUR, List.of(), List.of(), List.of(), List.of(), Acknowledging.none(), List.of());
        }

        double run(String what) throws Exception {
            var failure = new AtomicReference<Throwable>();
            var recorder = new Thread(this::keepRecording, "recorder");
            recorder.setUncaughtExceptionHandler((thread, error) -> failure.set(error));
            recorder.start();
            book(WARM_UP);
            var before = count("posting");
            var bytes = bytes();
            var start = System.nanoTime();
            book(MEASURED);
            var seconds = (System.nanoTime() - start) / 1e9;
            recorder.interrupt();
            recorder.join();
            if (failure.get() != null && !(failure.get() instanceof DataAccessException))
                throw new Exception(failure.get());
            var postings = count("posting") - before;
            print(what, postings / seconds, "postings/s");
            print(what + "-entries", postings / seconds / LINES, "entries/s");
            print(what + "-bytes", (bytes() - bytes) / (double) postings, "bytes/posting");
            return postings / seconds;
        }

        private void book(Duration time) {
            var end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                var facts = booking.book(epoch);
                booked.addAndGet(facts);
                if (facts == 0) LockSupport.parkNanos(PAUSE_NANOS);
            }
        }

        private void keepRecording() {
            while (!Thread.currentThread().isInterrupted()) {
                if (invoices - booked.get() < DUE_MAX)
                    record(IntStream.range(0, RECORDED_AT_ONCE)
                            .mapToObj(n -> next())
                            .toList());
                else LockSupport.parkNanos(PAUSE_NANOS);
            }
        }

        private Fact next() {
            var n = invoices++;
            var lines = IntStream.rangeClosed(1, LINES)
                    .mapToObj(line -> new Goods.Line(
                            line,
                            "0614141000" + line,
                            "LAMP-" + line,
                            "",
                            BigDecimal.valueOf(line),
                            1999L * line,
                            0,
                            0))
                    .toList();
            return new InvoiceIssued(
                    "p" + n % sellers,
                    "I-" + n,
                    "PO-" + n % ORDERS,
                    DAY.plusDays(n % 30),
                    new Goods(EUR, lines, 0),
                    new UUID(2, n));
        }

        private void record(List<Fact> facts) {
            database.transaction().executeWithoutResult(status -> ledger.record(facts));
        }

        private long count(String table) {
            return database.jdbc()
                    .sql("select count(*) from " + table)
                    .query(Long.class)
                    .single();
        }

        /** All that a posting needs, its share of fact, entry, seal and balances with their indexes. */
        private long bytes() {
            return database.jdbc().sql("""
                            select sum(pg_total_relation_size(c.oid)) from pg_class c
                            where relkind = 'r' and relnamespace = 'public'::regnamespace""").query(Long.class).single();
        }
    }

    static void print(String what, double figure, String unit) {
        System.out.printf(Locale.ROOT, "bench ledger %s %.0f %s%n", what, figure, unit);
    }

    private static void ratio(String peer, double figure) {
        System.out.printf(Locale.ROOT, "bench ledger ratio %s %.2f%n", peer, figure);
    }
}

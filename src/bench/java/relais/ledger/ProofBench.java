package relais.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.Database;
import relais.document.Money;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Posting;
import relais.ledger.Fact.InvoiceIssued;
import relais.proof.SigningKey;

/**
 * Measures verification and proofs on a ledger of ten million accruals with a posting each ({@code -Dledger.bench.postings=N} for another number): every
 * fact, entry, leaf, tile and seal is genuine and was written by the ledger's own writer, only with triggers off and without
 * the indexes that neither needs. Prints {@code bench ledger WHAT FIGURE UNIT}.
 */
final class ProofBench {

    private static final int POSTINGS = Integer.getInteger("ledger.bench.postings", 10_000_000);
    private static final int BATCH = 20_000;
    private static final int PROOFS = 2_000;
    private static final int QUERIES = 400;
    private static final int READERS = Runtime.getRuntime().availableProcessors();
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate DAY = LocalDate.parse("2026-01-01");
    private static final int DAYS = 300;
    private static final int LATE_DAYS_MAX = 3;

    private final Database database;
    private final HikariDataSource loading = new HikariDataSource();
    private final JdbcClient jdbc;

    private ProofBench(Database database) {
        this.database = database;
        this.jdbc = JdbcClient.create(loading);
        loading.setJdbcUrl(database.url());
        loading.setConnectionInitSql("set session_replication_role = replica");
    }

    /** Alone, without the rest of the ledger's measurements. */
    public static void main(String[] arguments) throws SQLException {
        run();
    }

    static void run() throws SQLException {
        try (var database = Database.fresh()) {
            var bench = new ProofBench(database);
            bench.load();
            bench.measureVerification();
            bench.measureProofs();
            bench.measureAsOf();
            bench.loading.close();
        }
    }

    private void load() {
        dropOtherIndexes();
        var writer = new EntryWriter(loading, jdbc, new Accounts(jdbc, "maison-lumen"));
        var transaction = new TransactionTemplate(new JdbcTransactionManager(loading));
        var from = System.nanoTime();
        for (int first = 1; first <= POSTINGS; first += BATCH) {
            var facts = facts(first, Math.min(first + BATCH, POSTINGS + 1));
            var at = bookedOn(first).atTime(12, 0).toInstant(ZoneOffset.UTC);
            transaction.executeWithoutResult(status -> {
                copy(facts, at);
                writer.append(
                        Head.read(jdbc, 0),
                        facts.stream().map(ProofBench::accrual).toList(),
                        at);
            });
        }
        jdbc.sql("vacuum (analyze, parallel 0) fact").update();
        jdbc.sql("vacuum (analyze, parallel 0) entry").update();
        jdbc.sql("vacuum (analyze, parallel 0) posting").update();
        jdbc.sql("analyze tile").update();
        print("load for proofs", POSTINGS / seconds(from), "postings/s");
    }

    private void dropOtherIndexes() {
        jdbc.sql("""
                        select indexrelid::regclass::text from pg_index
                        where not indisprimary and indrelid in ('fact'::regclass, 'entry'::regclass, 'posting'::regclass)
                            and not exists (select from pg_constraint where conindid = indexrelid)""").query(String.class).list().forEach(index -> jdbc.sql("drop index " + index)
                .update());
    }

    private static List<RecordedFact> facts(int from, int to) {
        var facts = new ArrayList<RecordedFact>(to - from);
        for (int n = from; n < to; n++) {
            var line = new Goods.Line(1, "", "LAMP", "", BigDecimal.ONE, 10_000, 0, 0);
            var number = Integer.toString(n);
            var invoice = new InvoiceIssued(
                    partner(n),
                    "INV-" + number,
                    "PO-" + number,
                    bookedOn(n).minusDays(n % (LATE_DAYS_MAX + 1)),
                    new Goods(EUR, List.of(line), 0),
                    new UUID(7, n));
            facts.add(new RecordedFact(n, invoice, FactColumns.of(invoice).hash()));
        }
        return facts;
    }

    private static LocalDate bookedOn(int n) {
        return DAY.plusDays((long) DAYS * n / POSTINGS);
    }

    private static String partner(int n) {
        return "partner-" + n % 1_000;
    }

    private static Draft accrual(RecordedFact recorded) {
        var partner = recorded.fact().partner();
        var posting = new Posting(
                1,
                AccountNames.EXPENSE,
                AccountNames.held(partner),
                Money.ofMinorUnits(1_200, EUR),
                10_000,
                "12 % of 100.00 EUR",
                Optional.empty());
        return Draft.of(
                        Kind.ACCRUAL,
                        recorded,
                        partner,
                        Optional.empty(),
                        1,
                        recorded.hash(),
                        "12 % commission on 100.00 EUR net")
                .moving(Draft.Subject.of(recorded), Optional.of(Money.ofMinorUnits(10_000, EUR)), List.of(posting))
                .dueOn(recorded.fact().day().plusDays(30));
    }

    private void copy(List<RecordedFact> facts, Instant at) {
        var rows = new CopyRows();
        for (var recorded : facts) {
            var columns = FactColumns.of(recorded.fact());
            rows.value(recorded.id())
                    .value(columns.kind())
                    .value(columns.partner())
                    .value(columns.number())
                    .value(columns.orderNumber())
                    .value(columns.day())
                    .value(columns.content())
                    .value(columns.document())
                    .value(recorded.hash())
                    .value(at)
                    .endRow();
        }
        try {
            DataSourceUtils.getConnection(loading)
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy fact (id, kind, partner, number, order_number, day, content, document, hash, recorded_at) from stdin",
                            new ByteArrayInputStream(rows.toBytes()));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void measureVerification() throws SQLException {
        try (var audit = Audit.of(database.dataSource(), READERS)) {
            measure("verify structure", "leaves/s", audit::structure);
            measure("verify content", "entries/s", audit::content);
        }
    }

    private void measure(String what, String unit, Function<LongConsumer, Optional<Fault>> verify) {
        var from = System.nanoTime();
        var fault = verify.apply(done -> {});
        if (fault.isPresent()) throw new IllegalStateException(fault.get().toString());
        print(what, POSTINGS / seconds(from), unit);
    }

    /** Of entries anywhere, each with everything read anew; then of consistency. */
    private void measureProofs() {
        var checkpoints = new Checkpoints(database.jdbc(), SigningKey.of("bench/ledger/0", new byte[32]));
        var proofs = new Proofs(database.jdbc(), checkpoints);
        checkpoints.make();
        var random = new Random(1);
        var millis = new double[PROOFS];
        for (int n = -PROOFS / 4; n < PROOFS; n++) {
            var from = System.nanoTime();
            var proof = proofs.entry(1 + random.nextInt(POSTINGS)).orElseThrow();
            if (n >= 0) millis[n] = seconds(from) * 1_000;
            proof.verify(checkpoints.key());
        }
        Arrays.sort(millis);
        print("proof", millis[PROOFS / 2], "ms");
        print("proof 99 %", millis[PROOFS * 99 / 100], "ms");
        var tiles = System.nanoTime();
        for (int n = 0; n < PROOFS; n++)
            new Tiles(database.jdbc(), 0).consistency(1 + random.nextInt(POSTINGS), POSTINGS);
        print("consistency proof", seconds(tiles) * 1_000 / PROOFS, "ms");
    }

    /** Of a page of all partners' accounts, and of one partner's, for a day as known on another. */
    private void measureAsOf() {
        jdbc.sql("vacuum (analyze, parallel 0) balance").update();
        var accounts = new AccountBook(database.jdbc());
        var random = new Random(2);
        measureAsOf("as-of page of " + AccountBook.ACCOUNTS_MAX, accounts, random, () -> "");
        measureAsOf("as-of partner", accounts, random, () -> partner(random.nextInt(1_000)));
    }

    private static void measureAsOf(String what, AccountBook accounts, Random random, Supplier<String> partner) {
        var millis = new double[QUERIES];
        for (int n = -QUERIES / 4; n < QUERIES; n++) {
            var valid = DAY.plusDays(random.nextInt(DAYS));
            var known = DAY.plusDays(random.nextInt(DAYS));
            var from = System.nanoTime();
            accounts.asOf(partner.get(), valid, known, 0);
            if (n >= 0) millis[n] = seconds(from) * 1_000;
        }
        Arrays.sort(millis);
        print(what, millis[QUERIES / 2], "ms");
        print(what + " 99 %", millis[QUERIES * 99 / 100], "ms");
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static void print(String what, double figure, String unit) {
        System.out.printf(
                "bench ledger %s %s %s%n",
                what, figure < 100 ? "%.2f".formatted(figure) : "%.0f".formatted(figure), unit);
    }
}

package relais.ledger;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.Database;
import relais.ledger.Entry.Share;
import relais.ledger.Fact.ConsumerErased;
import relais.ledger.Fact.CreditIssued;
import relais.ledger.Fact.InvoiceIssued;
import relais.ledger.Fact.OrderPlaced;
import relais.ledger.Fact.OrderReattributed;
import relais.ledger.Fact.SaleReported;
import relais.ledger.Fact.SaleReturned;
import relais.ledger.Fact.TermsAgreed;
import relais.ledger.Fact.TouchMade;
import relais.partner.TermsText;

/**
 * The ledger against {@link ReferenceLedger}: random trade in any order, sent again, returned in parts and too much, out of
 * partners' stock, too, with terms that are corrected for days gone by, and a database that is lost between any two
 * statements.
 */
class LedgerModelTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final List<String> PARTNERS = List.of("acme-retail", "galeries-sud");
    private static final List<String> SELLERS = List.of("acme-retail", "galeries-sud", "storefront", "boutique-est");
    private static final List<String> STOCKISTS = List.of("acme-retail", "galeries-sud", "boutique-est");
    private static final int TRIES = 60;

    /** In all trades: connections lost before something was done, and lost answers of commits. */
    private static int lost;

    @AfterContainer
    static void wasLostOften() {
        assertThat(lost).isGreaterThan(2 * TRIES);
    }

    /** A step is numbers that are read as what to do. */
    record Step(int action, int who, int what, int when, long amount) {}

    @Provide
    Arbitrary<List<Step>> trade() {
        var small = Arbitraries.integers().between(0, 9);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 31),
                        small,
                        small,
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.longs().between(1, 50_000))
                .as(Step::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(60);
    }

    @Property(tries = TRIES)
    void saysWhatTheReferenceSays(@ForAll("trade") List<Step> trade, @ForAll Random random) {
        try (var database = Database.fresh()) {
            var run = new Run(database, random);
            for (var step : trade) {
                run.take(step);
                run.compare();
            }
            run.checkReplay();
            run.returnEverything();
        }
    }

    /** One trade, on a connection that is lost now and then. */
    private static final class Run {

        private final Database database;
        private final Random random;
        private final ReferenceLedger reference = new ReferenceLedger(() -> this.today);
        private final Crashes crashes;
        private final JdbcTransactionManager transactions;
        private final Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return today.atTime(12, 0).toInstant(ZoneOffset.UTC);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
        private final Ledger ledger;
        private final Entries entries;
        private final AccountBook accounts;
        private Booking booking;
        private long epoch;
        private final Map<String, Integer> versions = new HashMap<>();
        private final List<Fact> recorded = new ArrayList<>();
        private final List<Waiting> waiting = new ArrayList<>();
        private final Map<Integer, Map<Integer, Long>> invoiced = new TreeMap<>();
        private final Map<Integer, String> orders = new HashMap<>();
        private final Map<String, String> sellers = new HashMap<>();
        private LocalDate today = START.plusDays(60);
        private int numbers;

        Run(Database database, Random random) {
            this.database = database;
            this.random = random;
            this.crashes = new Crashes(database.dataSource());
            this.transactions = new JdbcTransactionManager(crashes);
            this.ledger = new Ledger(JdbcClient.create(crashes), clock);
            this.entries = new Entries(database.jdbc());
            this.accounts = new AccountBook(database.jdbc());
            start();
            for (var partner : PARTNERS) agree(partner, new Step(0, 0, 0, 0, 1));
        }

        private record Waiting(BooleanSupplier can, Runnable then) {}

        void take(Step step) {
            var partner = PARTNERS.get(step.who % 2);
            switch (step.action) {
                case 0 -> agree(partner, step);
                case 1, 2 -> touch(partner, step);
                case 3, 4, 5, 6 -> order(SELLERS.get(step.who % 4), step, "O-" + ++numbers);
                case 7, 8, 9, 10 -> invoice(step);
                case 11, 12, 13 -> credit(step);
                case 14 -> invoiceBeforeOrder(step);
                case 15, 16 -> day(step);
                case 17 -> settle(partner);
                case 18 -> attribute(partner, step);
                case 19 -> erase(step);
                case 20, 21, 22, 23, 24 -> sale(step);
                case 25, 26, 27, 28, 29 -> giveBack(step);
                default -> again(step);
            }
        }

        private LocalDate on(Step step) {
            return START.plusDays(step.when);
        }

        /** The first version holds from the start; a later one from any day, gone by or to come. */
        private void agree(String partner, Step step) {
            var version = versions.merge(partner, 1, Integer::sum);
            var agreed = new ReferenceLedger.Terms(
                    version,
                    version == 1 ? START : on(step),
                    List.of("first-touch", "last-touch", "linear").get(step.what % 3),
                    List.of(12, 0, 7, 10).get(step.who % 4),
                    step.what % 2 * 50,
                    step.who % 3 * 25,
                    step.what % 4 == 0 ? 20 : 0,
                    step.who * 3,
                    step.amount / 10);
            book(new TermsAgreed(partner, terms(agreed), Ledgers.document()));
            reference.agree(partner, agreed);
            wake();
        }

        private static relais.partner.Terms terms(ReferenceLedger.Terms agreed) {
            var parsed = TermsText.parse("attribution: {model: " + agreed.model() + ", window: P30D"
                    + (agreed.protectionDays() > 0 ? ", protection: P" + agreed.protectionDays() + "D" : "")
                    + (agreed.repeatPercent() > 0
                            ? ", repeat: {share: \"" + agreed.repeatPercent() + "%\", for: P60D}"
                            : "")
                    + (agreed.directPercent() > 0
                            ? ", direct: {share: \"" + agreed.directPercent() + "%\", for: P60D}"
                            : "")
                    + "}, commission: {rate: \"" + agreed.percent() + "%\"}, settlement: {holdDays: "
                    + agreed.holdDays()
                    + ", minimumPayout: " + BigDecimal.valueOf(agreed.minimumPayout(), 2) + "}");
            return new relais.partner.Terms(
                    agreed.version(),
                    agreed.from(),
                    parsed.attribution(),
                    parsed.ownership(),
                    parsed.commission(),
                    parsed.settlement());
        }

        private void touch(String partner, Step step) {
            var consumer = new UUID(9, step.what % 3);
            book(new TouchMade(
                    partner, "visit " + ++numbers, consumer, Touch.Kind.CLICK, on(step), Ledgers.document()));
            reference.touch(partner, consumer, on(step));
        }

        private void order(String seller, Step step, String number) {
            var consumer = new UUID(9, step.what % 3);
            sellers.put(number, seller);
            book(new OrderPlaced(seller, number, Optional.of(consumer), on(step), Ledgers.document()));
            var party = seller.equals("storefront") ? ReferenceLedger.BRAND : seller;
            waiting.add(new Waiting(
                    () -> reference.canOrder(party, on(step)),
                    () -> reference.order(party, number, consumer, on(step))));
            wake();
        }

        private void invoice(Step step) {
            if (sellers.isEmpty()) return;
            var all = sellers.keySet().stream().sorted().toList();
            invoice(step, all.get(step.when % all.size()));
        }

        private void invoiceBeforeOrder(Step step) {
            var number = "O-" + ++numbers;
            var seller = SELLERS.get(step.who % 4);
            sellers.put(number, seller);
            invoice(step, number);
            order(seller, step, number);
        }

        private void invoice(Step step, String order) {
            var number = ++numbers;
            var lines = new TreeMap<Integer, Long>();
            for (int line = 1; line <= 1 + step.what % 3; line++) lines.put(line, step.amount * line / 2);
            invoiced.put(number, lines);
            orders.put(number, order);
            book(new InvoiceIssued(
                    sellers.get(order), "I-" + number, order, on(step), goods(lines), Ledgers.document()));
            waiting.add(new Waiting(
                    () -> reference.canInvoice(order), () -> reference.invoice(number, order, on(step), lines)));
            wake();
        }

        private void credit(Step step) {
            if (invoiced.isEmpty()) return;
            var all = List.copyOf(invoiced.keySet());
            var invoice = all.get(step.when % all.size());
            credit(invoice, 1 + step.what % invoiced.get(invoice).size(), step.amount / 2 + 1);
        }

        private void credit(int invoice, int line, long amount) {
            var order = orders.get(invoice);
            var on = today;
            book(new CreditIssued(
                    sellers.get(order),
                    "C-" + ++numbers,
                    order,
                    "I-" + invoice,
                    on,
                    goods(Map.of(line, amount)),
                    Ledgers.document()));
            waiting.add(
                    new Waiting(() -> reference.canCredit(invoice), () -> reference.credit(invoice, line, amount, on)));
            wake();
        }

        /** Out of the seller's stock, all three products. */
        private void sale(Step step) {
            var number = ++numbers;
            var lines = new TreeMap<Integer, Long>();
            for (int line = 1; line <= 3; line++) lines.put(line, step.amount * line);
            book(new SaleReported(stockist(step), "S-" + number, on(step), goods(lines), Ledgers.document()));
            reference.sale(number, stockist(step), on(step), lines);
            wake();
        }

        private void giveBack(Step step) {
            giveBack(stockist(step), 1 + step.what % 3, step.amount, on(step));
        }

        private static String stockist(Step step) {
            return STOCKISTS.get(step.who < 7 ? 0 : step.who - 7);
        }

        private void giveBack(String seller, int line, long amount, LocalDate on) {
            book(new SaleReturned(seller, "B-" + ++numbers, on, goods(Map.of(line, amount)), Ledgers.document()));
            waiting.add(new Waiting(
                    () -> reference.canGiveBack(seller), () -> reference.giveBack(seller, line, amount, on)));
            wake();
        }

        private static Goods goods(Map<Integer, Long> lines) {
            return new Goods(
                    EUR,
                    lines.entrySet().stream()
                            .map(line -> new Goods.Line(
                                    line.getKey(), "", "L" + line.getKey(), "", BigDecimal.ONE, line.getValue(), 0, 0))
                            .toList(),
                    0);
        }

        private void day(Step step) {
            today = today.plusDays(step.what + 1);
            book(Ledgers.day(today.toString()));
            reference.day(today);
        }

        private void settle(String partner) {
            today = today.plusDays(1);
            book(Ledgers.period(partner, "EUR", today.minusDays(1).toString(), today.toString()));
            reference.settle(partner, today);
        }

        private void attribute(String partner, Step step) {
            if (orders.isEmpty()) return;
            var all = orders.values().stream().distinct().sorted().toList();
            var order = all.get(step.when % all.size());
            if (!reference.canInvoice(order)) return;
            var version = versions.get(partner);
            book(new OrderReattributed(
                    sellers.get(order),
                    "R-" + ++numbers,
                    order,
                    today,
                    List.of(new Share(partner, 1_000_000, version)),
                    "operator",
                    "agreed with both",
                    Ledgers.document()));
            reference.attribute(order, partner, version, today);
        }

        /** Leaves amounts and shares as they are. */
        private void erase(Step step) {
            var consumer = new UUID(9, step.what % 3);
            var erased = new ConsumerErased(ReferenceLedger.BRAND, consumer, today, Ledgers.document());
            if (recorded.stream().noneMatch(f -> f.number().equals(erased.number()))) book(erased);
        }

        /** The same again is a hit; the same number with other content a conflict. Neither is booked. */
        private void again(Step step) {
            if (recorded.isEmpty()) return;
            var fact = recorded.get(step.when % recorded.size());
            assertThat(record(List.of(fact))).containsExactly(Recording.KNOWN);
            if (fact instanceof TouchMade touch)
                assertThat(record(List.of(new TouchMade(
                                touch.partner(),
                                touch.number(),
                                touch.person(),
                                Touch.Kind.DEAL,
                                touch.day(),
                                touch.document()))))
                        .containsExactly(Recording.CONFLICT);
            bookAll();
        }

        /** Known when it was kept and only the answer was lost. */
        private void book(Fact fact) {
            recorded.add(fact);
            var before = lost;
            assertThat(record(List.of(fact)))
                    .containsAnyOf(Recording.NEW, lost > before ? Recording.KNOWN : Recording.NEW)
                    .hasSize(1);
            bookAll();
        }

        /** A sender repeats what it has no answer to. */
        private List<Recording> record(List<Fact> facts) {
            return withLosses(() -> new TransactionTemplate(transactions).execute(status -> ledger.record(facts)));
        }

        private void bookAll() {
            withLosses(() -> {
                while (booking.book(epoch) > 0) {}
                return epoch;
            });
        }

        private void start() {
            booking = new Booking(crashes, transactions, Ledgers.partners(), clock);
            epoch = booking.takeOver();
        }

        /** Does something, one time in three until the connection is lost, and then again by a node that starts anew. */
        private <T> T withLosses(Supplier<T> work) {
            switch (random.nextInt(6)) {
                case 0 -> crashes.after(random.nextInt(30));
                case 1 -> crashes.afterTheNextCommit();
                default -> crashes.stop();
            }
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!isLoss(e)) throw e;
                lost++;
                crashes.stop();
                start();
                return work.get();
            } finally {
                crashes.stop();
            }
        }

        private static boolean isLoss(Throwable thrown) {
            for (var cause = thrown; cause != null; cause = cause.getCause())
                if (cause instanceof SQLException sql && "08006".equals(sql.getSQLState())) return true;
            return false;
        }

        /** What waited goes on as soon as it can, in the order recorded. */
        private void wake() {
            for (boolean moved = true; moved; ) {
                moved = false;
                for (var each : List.copyOf(waiting))
                    if (each.can.getAsBoolean()) {
                        waiting.remove(each);
                        each.then.run();
                        moved = true;
                    }
            }
        }

        void compare() {
            assertThat(balances(entries.balances())).isEqualTo(nonZero(reference.balances));
            assertThat(count("entry where kind = 'decision'")).isEqualTo(reference.decided);
            assertThat(entries.waiting()).hasSize(waiting.size());
            compareAsOf(START.plusDays(random.nextInt(150)), START.plusDays(60 + random.nextInt(60)));
        }

        /** What the cells of the balances say of two days is what a replay of the movements says. */
        private void compareAsOf(LocalDate valid, LocalDate known) {
            assertThat(balances(accounts.asOf("", valid, known, 0).balances()))
                    .as("on %s as known on %s", valid, known)
                    .isEqualTo(nonZero(reference.asOf(valid, known)));
        }

        private static Map<String, Long> balances(List<Balance> balances) {
            return nonZero(balances.stream()
                    .collect(toMap(Balance::account, balance -> balance.amount().minorUnits())));
        }

        private static Map<String, Long> nonZero(Map<String, Long> balances) {
            var kept = new TreeMap<>(balances);
            kept.values().removeIf(amount -> amount == 0);
            return kept;
        }

        void checkReplay() {
            var before = count("entry");
            assertThat(record(recorded)).containsOnly(Recording.KNOWN);
            bookAll();
            assertThat(count("entry")).isEqualTo(before);
            assertThat(new Ledger(database.jdbc(), clock).verify().firstFault()).isEmpty();
        }

        /** Then nobody has earned anything. */
        void returnEverything() {
            for (var invoice : List.copyOf(invoiced.keySet()))
                for (var line : invoiced.get(invoice).keySet()) credit(invoice, line, 10_000_000);
            for (var seller : STOCKISTS)
                for (int line = 1; line <= 3; line++) giveBack(seller, line, 100_000_000, today);
            compare();
            assertThat(balances(entries.balances())).doesNotContainKey("commission expense");
            assertThat(new Ledger(database.jdbc(), clock).verify().firstFault()).isEmpty();
        }

        private long count(String table) {
            return database.jdbc()
                    .sql("select count(*) from " + table)
                    .query(Long.class)
                    .single();
        }
    }
}

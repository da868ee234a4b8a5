package relais.ledger;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relais.ledger.Ledgers.ONE;
import static relais.ledger.Ledgers.TWO;
import static relais.ledger.Ledgers.invoice;
import static relais.ledger.Ledgers.order;
import static relais.ledger.Ledgers.stockOrder;
import static relais.ledger.Recording.CONFLICT;
import static relais.ledger.Recording.KNOWN;
import static relais.ledger.Recording.NEW;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import relais.ledger.Fact.OrderPlaced;

class LedgerTest {

    private final Ledgers books = new Ledgers();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void takesTheSameFactAgainForAHit() {
        var order = order("acme-retail", "PO-1", ONE, "2026-11-16");
        var inAnotherDocument =
                new OrderPlaced("acme-retail", "PO-1", Optional.of(ONE), LocalDate.parse("2026-11-16"), TWO);

        assertThat(books.book(order, order)).containsExactly(NEW, KNOWN);
        assertThat(books.book(inAnotherDocument)).containsExactly(KNOWN);

        assertThat(books.entries.byOrder("acme-retail", "PO-1")).hasSize(3);
        assertThat(books.entries.conflicts()).isEmpty();
    }

    @Test
    void booksTheSameFactFromEightThreadsOnce() throws Exception {
        var facts = IntStream.range(0, 50)
                .mapToObj(n -> stockOrder("acme-retail", "PO-" + n, "2026-11-16"))
                .toArray(Fact[]::new);
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(8);
        List<Future<List<Recording>>> recorded = IntStream.range(0, 8)
                .mapToObj(n -> pool.submit(() -> {
                    start.await();
                    return books.record(facts);
                }))
                .toList();

        start.countDown();

        var recordings = new ArrayList<Recording>();
        for (var each : recorded) recordings.addAll(each.get(30, SECONDS));
        pool.shutdown();
        books.bookAll();
        assertThat(recordings).filteredOn(NEW::equals).hasSize(50);
        assertThat(recordings).filteredOn(KNOWN::equals).hasSize(350);
        assertThat(books.count("entry where kind = 'decision'")).isEqualTo(50);
    }

    @Test
    void keepsAndShowsTheSameKeyWithOtherContent() {
        var first = invoice("acme-retail", "INV-1", "PO-1", "2026-11-16", "100.00 USD");
        var other = invoice("acme-retail", "INV-1", "PO-1", "2026-11-16", "101.00 USD");
        books.book(order("acme-retail", "PO-1", ONE, "2026-11-16"), first);

        assertThat(books.book(other)).containsExactly(CONFLICT);
        assertThat(books.book(other, first)).containsExactly(CONFLICT, KNOWN);

        assertThat(books.entries.balances("acme-retail"))
                .extracting(b -> b.amount().toString())
                .containsExactly("12.00 USD");
        assertThat(books.entries.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.fact()).isEqualTo("invoice INV-1 of acme-retail");
            assertThat(conflict.reason())
                    .contains(other.document().toString())
                    .contains(first.document().toString());
        });
    }

    @Test
    void findsAConflictWithinOneCall() {
        var first = stockOrder("acme-retail", "PO-1", "2026-11-16");
        var other = stockOrder("acme-retail", "PO-1", "2026-11-17");

        assertThat(books.book(first, other)).containsExactly(NEW, CONFLICT);
    }

    @Test
    void forgetsWhatItsTransactionDidNotCommit() {
        books.database.transaction().executeWithoutResult(status -> {
            books.ledger.record(List.of(stockOrder("acme-retail", "PO-1", "2026-11-16")));
            status.setRollbackOnly();
        });
        books.bookAll();

        assertThat(books.count("fact where kind = 'order'")).isZero();
        assertThat(books.count("entry where kind = 'decision'")).isZero();
    }

    @Test
    void letsAnInvoiceWaitForItsOrder() {
        books.book(invoice("acme-retail", "INV-1", "PO-1", "2026-11-17", "100.00 USD"));

        assertThat(books.entries.waiting()).singleElement().satisfies(waiting -> {
            assertThat(waiting.fact()).isEqualTo("invoice INV-1 of acme-retail");
            assertThat(waiting.reason()).isEqualTo("order PO-1 of acme-retail is not booked yet");
        });

        books.book(order("acme-retail", "PO-1", ONE, "2026-11-16"));

        assertThat(books.entries.waiting()).isEmpty();
        assertThat(books.entries.balances("acme-retail"))
                .extracting(b -> b.amount().toString())
                .containsExactly("12.00 USD");
    }

    @Test
    void showsBothPartnersThatTheirDealsMeet() {
        books.book(
                deal("acme-retail", "D-1", "2026-11-10"),
                deal("galeries-sud", "D-2", "2026-11-12"),
                deal("galeries-sud", "D-0", "2026-01-12"),
                order("storefront", "S-1", ONE, "2026-11-16"),
                order("storefront", "S-2", ONE, "2026-12-11"));

        assertThat(books.entries.list(new Entries.Filter(
                        "", Optional.of(Entry.Kind.CONFLICT), Optional.empty(), Optional.empty(), Long.MAX_VALUE, 9)))
                .extracting(entry -> entry.partner() + ": " + entry.explanation())
                .as("on S-2 the deal of acme-retail is older than its window of 30 days")
                .containsExactly(
                        "acme-retail: its deal for the consumer, of 2026-11-10, is not the only one;"
                                + " of order S-1 its terms give it 0 %",
                        "galeries-sud: its deal for the consumer, of 2026-11-12, is not the only one;"
                                + " of order S-1 its terms give it 0 %");
    }

    @Test
    void showsThatDealsMeetAlsoOnTheOrderOfASellerWithoutTerms() {
        books.book(
                deal("acme-retail", "D-1", "2026-11-10"),
                deal("galeries-sud", "D-2", "2026-11-12"),
                order("boutique-est", "B-1", ONE, "2026-11-16"));

        assertThat(books.count("entry where kind = 'decision' and parties = '{boutique-est}'"))
                .isEqualTo(1);
        assertThat(books.count("entry where kind = 'conflict' and partner in ('acme-retail', 'galeries-sud')"))
                .isEqualTo(2);
    }

    private static Fact deal(String partner, String number, String day) {
        return new Fact.TouchMade(partner, number, ONE, Touch.Kind.DEAL, LocalDate.parse(day), Ledgers.document());
    }

    @Test
    void letsAnOrderWaitForTerms() {
        books.book(order("acme-retail", "PO-1", ONE, "2025-12-31"), order("nobody", "X-1", ONE, "2026-11-16"));

        assertThat(books.entries.waiting())
                .extracting(Unbooked::reason)
                .containsExactly(
                        "no partner file is called nobody; add one",
                        "acme-retail has no terms in force on 2025-12-31; add a version to its file");

        books.letWaitingBeDue(Duration.ofMinutes(1));
        books.bookAll();

        assertThat(books.entries.waiting()).hasSize(2);
        assertThat(books.ledger.verify().firstFault()).isEmpty();
    }

    @Test
    void letsWhatCannotBeComputedWaitAndBooksItsNeighbours() {
        var much = new Goods.Line(1, "", "LAMP", "", BigDecimal.ONE, Long.MAX_VALUE, 0, Long.MAX_VALUE);
        var tooMuch = new Fact.InvoiceIssued(
                "acme-retail",
                "INV-1",
                "PO-1",
                LocalDate.parse("2026-11-17"),
                new Goods(Currency.getInstance("USD"), List.of(much, much), 0),
                TWO);
        books.book(
                order("acme-retail", "PO-1", ONE, "2026-11-16"),
                tooMuch,
                invoice("acme-retail", "INV-2", "PO-1", "2026-11-17", "100.00 USD"));

        assertThat(books.entries.waiting())
                .extracting(Unbooked::reason)
                .singleElement()
                .satisfies(reason -> assertThat(reason).startsWith("it cannot be booked: "));
        assertThat(books.entries.balances("acme-retail"))
                .extracting(b -> b.amount().toString())
                .containsExactly("12.00 USD");
    }

    @Test
    void pagesThroughAPartnersEntriesNewestFirst() {
        books.book(IntStream.range(0, 25)
                .mapToObj(n -> stockOrder("acme-retail", "PO-" + n, "2026-11-16"))
                .toArray(Fact[]::new));

        var first = books.entries.byPartner("acme-retail", Long.MAX_VALUE, 10);
        var second = books.entries.byPartner("acme-retail", first.get(9).seq(), 10);

        assertThat(first).extracting(Entry::seq).containsExactly(28L, 27L, 26L, 25L, 24L, 23L, 22L, 21L, 20L, 19L);
        assertThat(second).extracting(Entry::seq).startsWith(18L).hasSize(10);
        assertThat(books.entries.byPartner("galeries-sud", Long.MAX_VALUE, 10))
                .extracting(Entry::kind)
                .containsExactly(Entry.Kind.TERMS);
    }

    @Test
    void findsEntriesByDocumentAndByConsumer() {
        var order = order("acme-retail", "PO-1", ONE, "2026-11-16");
        var invoice = invoice("acme-retail", "INV-1", "PO-1", "2026-11-17", "100.00 USD");
        books.book(order, invoice);

        assertThat(books.entries.byDocument(order.document())).hasSize(3);
        assertThat(books.entries.byDocument(invoice.document()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.orderNumber()).isEqualTo("PO-1"));
        assertThat(books.entries.byConsumer(ONE)).hasSize(4);
        assertThat(books.entries.byConsumer(TWO)).isEmpty();
    }

    @Test
    void keepsAwkwardTextAsItIs() {
        var number = "PO\t1\\n {\"a\",b}\n|é漢";
        books.book(stockOrder("acme-retail", number, "2026-11-16"));

        assertThat(books.entries.byOrder("acme-retail", number)).hasSize(1);
        assertThat(books.ledger.verify().firstFault()).isEmpty();
    }

    @Test
    void refusesToChangeOrDropWhatIsBooked() {
        books.book(
                order("acme-retail", "PO-1", ONE, "2026-11-16"),
                invoice("acme-retail", "INV-1", "PO-1", "2026-11-17", "100.00 USD"));

        for (var table : List.of("fact", "fact_conflict", "entry", "account", "posting", "seal")) {
            assertRefused("delete from " + table, "append-only");
            assertRefused("truncate " + table + " cascade", "append-only");
        }
        assertRefused("update entry set explanation = 'x'", "append-only");
        assertRefused("update posting set minor_units = 1", "append-only");
        assertRefused("update fact set content = ''", "append-only");
        assertRefused("update statement set paid = 1", "append-only");
        assertRefused("delete from shard_head", "append-only");
        assertRefused("update shard_head set seq = 1", "only moves forward");
    }

    @Test
    void refusesWhatDoesNotAddUp() {
        books.book(
                order("acme-retail", "PO-1", ONE, "2026-11-16"),
                invoice("acme-retail", "INV-1", "PO-1", "2026-11-17", "100.00 USD"));
        var posting = "insert into posting select 0, seq, 2, 1, %s, 0, 'x', null, null from posting";

        assertRefused(posting.formatted("debit, credit, 0, currency"), "posting_minor_units_check");
        assertRefused(posting.formatted("debit, debit, 1, currency"), "posting_check");
        assertRefused(posting.formatted("debit, credit, 1, 'EUR'"), "accounts of its own currency");
        assertRefused(posting.formatted("debit, 99, 1, currency"), "accounts of its own currency");
        assertRefused(
                "insert into posting select 0, 4, 1, 1, debit, credit, 1, currency, 0, 'x', null, null from posting",
                "a posting belongs to an entry that moves money");
        assertRefused(
                "insert into posting select 0, seq, 2, 1, credit, debit, 1201, currency, 0, 'x', seq - 1, 1 from posting",
                "no more can be taken back than was accrued");
        assertRefused("""
                insert into entry (shard, seq, kind, fact, subject, partner, valid_on, booked_at, terms_version, inputs,
                    parties, shares_ppm, versions, explanation, leaf)
                select shard, 99, kind, (select max(id) from fact), subject, partner, valid_on, booked_at, terms_version,
                    inputs, parties, '{999999}', versions, explanation, leaf
                from entry where kind = 'decision'""", "entry_check");
        assertRefused("""
                insert into entry select shard, 99, kind, fact, subject, partner, consumer, valid_on, due_on, booked_at,
                    terms_version, turnover, currency, inputs, parties, shares_ppm, versions, explanation, leaf
                from entry where kind = 'accrual'""", "entry_once");
        assertRefused(
                "insert into terms select partner, 9, valid, known, content from terms where version = 1",
                "terms_partner_valid_known_excl");
        assertRefused("insert into ownership select * from ownership", "ownership_consumer_valid_known_excl");
    }

    @Test
    void refusesFactsThatCannotBe() {
        assertThatThrownBy(() -> stockOrder(" ", "PO-1", "2026-11-16")).hasMessage("a fact needs its partner");
        assertThatThrownBy(() -> invoice("acme-retail", "INV-1", "PO-1", "2026-11-16", "-1.00 USD"))
                .hasMessageStartingWith("amounts of goods are not negative");
        assertThatThrownBy(() -> invoice("acme-retail", "INV-1", "PO-1", "2026-11-16", "1.005 USD"))
                .isInstanceOf(ArithmeticException.class);
    }

    private void assertRefused(String sql, String reason) {
        assertThatThrownBy(() -> books.database.jdbc().sql(sql).update())
                .as(sql)
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(reason);
    }
}

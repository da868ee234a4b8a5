package relais.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relais.ledger.Ledgers.ONE;
import static relais.ledger.Ledgers.credit;
import static relais.ledger.Ledgers.invoice;
import static relais.ledger.Ledgers.order;
import static relais.ledger.Ledgers.stockOrder;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class BookingTest {

    private static final Fact[] DAY = {
        invoice("acme-retail", "INV-0", "PO-0", "2026-11-17", "10.00 USD"),
        order("acme-retail", "PO-1", ONE, "2026-11-16"),
        invoice("acme-retail", "INV-1", "PO-1", "2026-11-17", "100.00 USD"),
        order("storefront", "S-1", ONE, "2026-11-18"),
        invoice("storefront", "SI-1", "S-1", "2026-11-19", "200.00 USD"),
        credit("acme-retail", "C-1", "PO-1", "INV-1", "2026-11-20", "50.00 USD"),
        Ledgers.day("2026-12-31"),
        Ledgers.period("acme-retail", "USD", "2026-12-01", "2026-12-31"),
    };

    private final Ledgers books = new Ledgers();
    private final Crashes crashes = new Crashes(books.database.dataSource());
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(crashes);

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void booksAllOrNothingWhereverItIsCutOff() {
        books.record(DAY);
        var booking = new Booking(crashes, transactions, Ledgers.partners(), Ledgers.CLOCK);
        var epoch = booking.takeOver();

        var statements = 0;
        while (isCutOff(statements, () -> booking.book(epoch))) {
            assertThat(books.count("entry where kind <> 'terms'")
                            + books.count("posting")
                            + books.count("balance")
                            + books.count("earning"))
                    .as("after %d statements", statements)
                    .isZero();
            assertThat(books.count("fact_due")).isEqualTo(DAY.length);
            assertThat(books.ledger.verify().firstFault()).isEmpty();
            statements++;
        }

        assertThat(statements).isGreaterThan(12);
        assertThat(books.count("seal where first_seq > 3")).isEqualTo(1);
        assertBookedOnce();
    }

    @Test
    void booksNothingTwiceWhenTheCommitsAnswerIsLost() {
        books.record(DAY);
        var booking = new Booking(crashes, transactions, Ledgers.partners(), Ledgers.CLOCK);
        var epoch = booking.takeOver();

        crashes.afterTheNextCommit();
        assertThatThrownBy(() -> booking.book(epoch)).hasMessageContaining("commit");
        crashes.stop();
        booking.book(booking.takeOver());

        assertBookedOnce();
    }

    @Test
    void recordsAllOrNothingWhereverItIsCutOff() {
        var ledger = new Ledger(JdbcClient.create(crashes), Ledgers.CLOCK);
        var transaction = new TransactionTemplate(transactions);

        var statements = 0;
        while (isCutOff(statements, () -> transaction.execute(status -> ledger.record(List.of(DAY))))) {
            assertThat(books.count("fact where kind <> 'terms'") + books.count("fact_due"))
                    .isZero();
            statements++;
        }
        books.bookAll();

        assertThat(statements).isGreaterThan(2);
        assertBookedOnce();
    }

    @Test
    void refusesToBookOnceAnotherHasTakenOver() {
        var before = books.booking(Ledgers.partners());
        var epoch = before.takeOver();
        var after = books.booking(Ledgers.partners());
        var nextEpoch = after.takeOver();
        books.record(DAY);

        assertThatThrownBy(() -> before.book(epoch))
                .isInstanceOf(Booking.Fenced.class)
                .hasMessage("another sequencer took over shard 0 after epoch " + epoch);
        assertThat(books.count("entry where kind <> 'terms'")).isZero();

        after.book(nextEpoch);
        assertBookedOnce();
    }

    @Test
    void numbersEntriesWithoutGapsOverManyBatches() {
        for (int batch = 0; batch < 20; batch++) {
            var number = batch;
            books.book(IntStream.rangeClosed(0, batch)
                    .mapToObj(n -> stockOrder("acme-retail", "PO-" + number + "-" + n, "2026-11-16"))
                    .toArray(Fact[]::new));
        }

        var verification = books.ledger.verify();
        assertThat(verification.firstFault()).isEmpty();
        assertThat(verification.entries()).isEqualTo(213);
        assertThat(verification.seals()).isEqualTo(23);
        assertThat(books.entries.byPartner("acme-retail", Long.MAX_VALUE, 1))
                .extracting(Entry::seq)
                .containsExactly(213L);
    }

    @Test
    void releasesADayInParts() {
        var accruals = Release.ACCRUALS_MAX + 2;
        books.book(order("acme-retail", "PO-1", ONE, "2026-11-16"));
        books.book(IntStream.rangeClosed(1, accruals)
                .mapToObj(n -> invoice("acme-retail", "INV-" + n, "PO-1", "2026-11-17", "100.00 USD"))
                .toArray(Fact[]::new));
        books.book(credit("acme-retail", "C-1", "PO-1", "INV-1", "2026-11-18", "100.00 USD"));
        books.record(
                invoice("acme-retail", "INV-0", "PO-1", "2026-11-17", "50.00 USD"),
                Ledgers.day("2026-12-31"),
                credit("acme-retail", "C-2", "PO-1", "INV-2", "2026-12-31", "100.00 USD"));

        books.booking(Ledgers.partners()).book(books.booking(Ledgers.partners()).takeOver());

        assertThat(books.count("entry where kind = 'release'")).isEqualTo(Release.ACCRUALS_MAX + 1);
        assertThat(books.count("entry where kind = 'day'")).isZero();
        assertThat(books.count("fact_due")).isEqualTo(2);
        var next = books.booking(Ledgers.partners());
        var epoch = next.takeOver();
        while (next.book(epoch) > 0) {}

        assertThat(books.count("entry where kind = 'release'")).isEqualTo(accruals);
        assertThat(books.entries.list(all(Entry.Kind.DAY)))
                .extracting(Entry::explanation)
                .containsExactly(accruals + " accruals became payable on 2026-12-31");
        assertThat(books.entries.balances("acme-retail"))
                .extracting(b -> b.account() + " " + b.amount())
                .as("12.00 for each but INV-1 and INV-2, 6.00 for INV-0")
                .containsExactly("commission held:acme-retail 0.00 USD", "commission payable:acme-retail 60006.00 USD");
        assertThat(books.ledger.verify().firstFault()).isEmpty();
    }

    private static Entries.Filter all(Entry.Kind kind) {
        return new Entries.Filter(
                "", Optional.of(kind), Optional.empty(), Optional.empty(), Long.MAX_VALUE, Entries.ROWS_MAX);
    }

    private boolean isCutOff(int after, Runnable work) {
        crashes.after(after);
        try {
            work.run();
            return false;
        } catch (RuntimeException lost) {
            assertThat(lost).hasStackTraceContaining("connection lost");
            return true;
        } finally {
            crashes.stop();
        }
    }

    private void assertBookedOnce() {
        assertThat(books.ledger.verify().firstFault()).isEmpty();
        assertThat(books.count("entry where kind <> 'terms'")).isEqualTo(12);
        assertThat(books.entries.waiting()).extracting(Unbooked::fact).containsExactly("invoice INV-0 of acme-retail");
        assertThat(books.entries.balances())
                .extracting(b -> b.account() + " " + b.amount())
                .containsExactly(
                        "commission held:acme-retail 0.00 USD",
                        "commission paid out:acme-retail 12.00 USD",
                        "commission payable:acme-retail 0.00 USD",
                        "commission expense -12.00 USD");
        assertThat(books.count("statement where paid = 1200 and released = 1200"))
                .isEqualTo(1);
    }
}

package relais.ledger;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.ledger.Outcome.Waits;
import relais.partner.Partners;

/** Books the facts that are due, a batch in one transaction: all of its entries, postings and its seal, or nothing. */
final class Booking {

    static final int SHARD = 0;

    /** Facts booked in one transaction. */
    static final int BATCH_FACTS_MAX = 2_000;

    /** After which a fact that waits is tried again even though what it waits for has not been booked. */
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    /** Another sequencer has taken over the shard; nothing was written. */
    static final class Fenced extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fenced(int shard, long epoch) {
            super("another sequencer took over shard " + shard + " after epoch " + epoch);
        }
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Bookkeeping bookkeeping;
    private final EntryWriter writer;
    private final BooksReader reader;
    private final Clock clock;

    Booking(DataSource dataSource, PlatformTransactionManager transactions, Partners partners, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.bookkeeping = new Bookkeeping(partners);
        this.writer = new EntryWriter(
                dataSource, jdbc, new Accounts(jdbc, partners.brand().id()));
        this.reader = new BooksReader(jdbc);
        this.clock = clock;
    }

    /** Makes the caller the shard's only writer, and returns the epoch to book with. */
    long takeOver() {
        return Head.takeOver(jdbc, SHARD);
    }

    /**
     * Books one batch.
     *
     * @return how many facts were looked at; fewer than {@link #BATCH_FACTS_MAX} when nothing more is due
     * @throws Fenced if a later epoch has begun
     */
    int book(long epoch) {
        return transaction.execute(status -> {
            var head = Head.lock(jdbc, SHARD, epoch).orElseThrow(() -> new Fenced(SHARD, epoch));
            var due = due();
            if (due.isEmpty()) return 0;
            return book(head, due) ? BATCH_FACTS_MAX : due.size();
        });
    }

    /** @return whether more follows from the last fact; those after it are left for later batches */
    private boolean book(Head head, List<RecordedFact> due) {
        var books = reader.read(due, head.seq());
        var drafts = new ArrayList<Draft>();
        var booked = new ArrayList<RecordedFact>();
        var waiting = new ArrayList<Waits>();
        var unfinished = Optional.<RecordedFact>empty();
        for (var fact : due) {
            var outcome = decide(fact, books);
            books.add(outcome.drafts());
            drafts.addAll(outcome.drafts());
            if (outcome.goesOn()) {
                unfinished = Optional.of(fact);
                break;
            }
            outcome.waiting().ifPresentOrElse(waiting::add, () -> booked.add(fact));
        }
        if (!drafts.isEmpty()) writer.append(head, drafts, clock.instant().truncatedTo(MICROS));
        postpone(waiting);
        finish(booked);
        unfinished.ifPresent(this::putFirst);
        return unfinished.isPresent();
    }

    private void putFirst(RecordedFact unfinished) {
        jdbc.sql("update fact_due set due_at = '-infinity' where fact = :fact")
                .param("fact", unfinished.id())
                .update();
    }

    /** What cannot be computed waits and says so; its neighbours are booked. */
    private Outcome decide(RecordedFact fact, Books books) {
        try {
            return bookkeeping.decide(fact, books);
        } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
            return new Waits(fact, "it cannot be booked: " + e.getMessage() + "; send a corrected document", "");
        }
    }

    private List<RecordedFact> due() {
        return jdbc.sql("select " + RecordedFact.COLUMNS + """
                         from fact_due d join fact f on f.id = d.fact
                        where d.due_at <= now() order by d.due_at, d.fact limit :max""")
                .param("max", BATCH_FACTS_MAX)
                .query(RecordedFact.ROW)
                .list();
    }

    private void postpone(List<Waits> waiting) {
        for (var waits : waiting)
            jdbc.sql("""
                            update fact_due set due_at = now() + make_interval(secs => :seconds),
                                awaits = :awaits, reason = :reason, attempts = attempts + 1
                            where fact = :fact""")
                    .param("seconds", RETRY_AFTER.toSeconds())
                    .param("awaits", waits.awaits())
                    .param("reason", waits.reason())
                    .param("fact", waits.fact().id())
                    .update();
    }

    /** Takes what is booked off the list, and wakes what waited for it. */
    private void finish(List<RecordedFact> booked) {
        if (booked.isEmpty()) return;
        jdbc.sql("delete from fact_due where fact = any(:facts)")
                .param("facts", booked.stream().mapToLong(RecordedFact::id).toArray())
                .update();
        jdbc.sql("update fact_due set due_at = now() where awaits = any(:keys) and awaits <> ''")
                .param("keys", keys(booked.stream()))
                .update();
    }

    private static String[] keys(Stream<RecordedFact> facts) {
        return facts.map(RecordedFact::fact).map(Booking::key).distinct().toArray(String[]::new);
    }

    /** What waits for a fact waits for its order, for a sale, or for terms. */
    private static String key(Fact fact) {
        if (fact instanceof Fact.TermsAgreed) return Books.termsOf(fact.partner());
        if (fact instanceof Fact.SaleReported) return Books.salesOf(fact.partner());
        return Books.key(fact.partner(), fact.orderNumber());
    }
}

package relais.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the day adds up: counted from the tables and from what lies at the far ends, not from what anyone remembers. */
final class DayBalance {

    /** What still moves: nothing of it may be left before the next scene. */
    private static final List<String> OPEN = List.of(
            "select count(*) from receipt where state = 'received'",
            "select count(*) from outbox where state = 'due'",
            "select count(*) from fact_due",
            // every accepted order is invoiced
            """
            select count(*) from document o where o.direction = 'in' and o.type = 'Order' and o.state = 'accepted'
               and not exists (select 1 from document i where i.direction = 'in' and i.type = 'Invoice'
                                and i.partner = o.partner and i.order_number = o.order_number)""",
            // Acme acknowledges every invoice
            """
            select count(*) from expected_acknowledgement e join document d on d.id = e.document
             where e.state = 'pending' and e.partner = 'acme-retail' and d.type = 'Invoice'""");

    private static final Duration LOOK = Duration.ofMillis(100);

    /** Looks in a row that must find nothing open, because a reply may be between two tables. */
    private static final int QUIET_LOOKS = 5;

    /**
     * @param received documents that came in, acknowledgements and repetitions not counted
     * @param delivered documents that lie at the far ends
     * @param lost receipts that became nothing, and documents that were to leave but did not arrive
     * @param duplicated arrivals beyond the first of each document, and orders accepted twice
     */
    record Day(long received, long delivered, long rejected, long lost, long duplicated) {

        boolean complete() {
            return lost == 0 && duplicated == 0;
        }

        @Override
        public String toString() {
            return "day complete: received " + received + ", delivered " + delivered + ", rejected " + rejected
                    + ", lost " + lost + ", duplicated " + duplicated;
        }
    }

    private final JdbcClient jdbc;
    private final FarEnds farEnds;

    DayBalance(JdbcClient jdbc, FarEnds farEnds) {
        this.jdbc = jdbc;
        this.farEnds = farEnds;
    }

    /** How many receipts there are. */
    long receipts() {
        return number("select count(*) from receipt");
    }

    /**
     * Waits until there are more receipts than before and nothing moves any more, or the time is over; what then is still
     * open counts as lost.
     */
    void awaitQuiet(long receiptsBefore, Duration patience) {
        var until = System.nanoTime() + patience.toNanos();
        while (receipts() <= receiptsBefore && System.nanoTime() < until) LockSupport.parkNanos(LOOK.toNanos());
        for (int quiet = 0; quiet < QUIET_LOOKS && System.nanoTime() < until; quiet = open() == 0 ? quiet + 1 : 0)
            LockSupport.parkNanos(LOOK.toNanos());
    }

    private long open() {
        return OPEN.stream().mapToLong(this::number).sum();
    }

    Day count() {
        var sent = jdbc.sql("""
                        select o.channel, case when o.resends = 0 then o.name else o.name || '-' || o.resends end as name
                          from outbox o""").query(FarEnds.Arrival.class).list();
        var arrived = farEnds.arrivals();
        var distinct = new HashSet<>(arrived);
        var missing = new ArrayList<>(sent);
        missing.removeIf(distinct::contains);
        return new Day(
                number(
                        "select count(*) from document where direction = 'in' and type not in ('Acknowledgement', 'Repetition')"),
                distinct.size(),
                number("select count(*) from document where direction = 'in' and state = 'rejected'"),
                missing.size() + number(OPEN.get(0)) + number("select count(*) from receipt where state = 'parked'"),
                arrived.size() - distinct.size() + number("""
                        select count(*) from (select 1 from document where direction = 'in' and type = 'Order'
                           and state = 'accepted' group by partner, number having count(*) > 1) twice"""));
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

package relais.ledger;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where facts go in, and where the books can be verified. What was booked is read from {@link Entries}. */
public final class Ledger {

    /** The channel on which the sequencer hears of new facts. */
    static final String CHANNEL = "ledger";

    private final JdbcClient jdbc;
    private final Clock clock;

    public Ledger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps facts in the caller's transaction, to be booked by the sequencer once that is committed. Recording again
     * what is already there changes nothing.
     *
     * @return what became of each, in the order given
     */
    public List<Recording> record(List<? extends Fact> facts) {
        if (facts.isEmpty()) return List.of();
        var given = facts.stream().map(Given::of).toList();
        var added = add(given);
        var kept = find(given);
        var recordings = IntStream.range(0, given.size())
                .mapToObj(i -> kept.get(i).recording(given.get(i), i, added))
                .toList();
        for (int i = 0; i < given.size(); i++)
            if (recordings.get(i) == Recording.CONFLICT)
                keepConflict(kept.get(i).id(), given.get(i));
        if (!added.isEmpty())
            jdbc.sql("select pg_notify(:channel, '')")
                    .param("channel", CHANNEL)
                    .query((row, n) -> "")
                    .single();
        return recordings;
    }

    /** Recomputes every leaf, root, link and balance from the rows, and names the first that does not fit. */
    public Verification verify() {
        return new Audit(jdbc).run();
    }

    private record Given(FactColumns columns, byte[] hash) {
        static Given of(Fact fact) {
            var columns = FactColumns.of(fact);
            return new Given(columns, columns.hash());
        }

        String hexHash() {
            return HexFormat.of().formatHex(hash);
        }
    }

    /** The fact that stands under the natural key of the n-th given one; {@code first} is the first given with it. */
    private record Kept(long id, byte[] hash, int first) {

        Recording recording(Given given, int index, Set<Long> added) {
            if (added.contains(id) && first == index) return Recording.NEW;
            return Arrays.equals(hash, given.hash()) ? Recording.KNOWN : Recording.CONFLICT;
        }
    }

    /** In the order given, which is the order they are booked in. Waits for a transaction that is adding one of them. */
    private Set<Long> add(List<Given> given) {
        return jdbc
                .sql("""
                        with added as (
                            insert into fact (kind, partner, number, order_number, consumer, day, content, document,
                                hash, recorded_at)
                            select kind, partner, number, order_number, consumer::uuid, day::date, content,
                                document::uuid, decode(hash, 'hex'), :at
                            from unnest(:kinds, :partners, :numbers, :orders, :consumers, :days, :contents, :documents,
                                :hashes) with ordinality
                                given (kind, partner, number, order_number, consumer, day, content, document, hash, n)
                            order by n
                            on conflict do nothing
                            returning id)
                        insert into fact_due (fact) select id from added returning fact""")
                .param("kinds", column(given, FactColumns::kind))
                .param("partners", column(given, FactColumns::partner))
                .param("numbers", column(given, FactColumns::number))
                .param("orders", column(given, FactColumns::orderNumber))
                .param("consumers", column(given, FactColumns::consumer))
                .param("days", column(given, FactColumns::day))
                .param("contents", column(given, FactColumns::content))
                .param("documents", column(given, FactColumns::document))
                .param("hashes", given.stream().map(Given::hexHash).toArray(String[]::new))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .stream()
                .collect(toSet());
    }

    private List<Kept> find(List<Given> given) {
        return jdbc.sql("""
                        select f.id, f.hash, min(n) over (partition by f.id) first
                        from unnest(:kinds, :partners, :numbers) with ordinality given (kind, partner, number, n)
                        join fact f using (kind, partner, number) order by n""")
                .param("kinds", column(given, FactColumns::kind))
                .param("partners", column(given, FactColumns::partner))
                .param("numbers", column(given, FactColumns::number))
                .query((row, n) -> new Kept(row.getLong(1), row.getBytes(2), row.getInt(3) - 1))
                .list();
    }

    private void keepConflict(long fact, Given given) {
        jdbc.sql("""
                        insert into fact_conflict (fact, order_number, consumer, day, content, document, hash,
                            recorded_at)
                        values (:fact, :order, cast(:consumer as uuid), cast(:day as date), :content,
                            cast(:document as uuid), :hash, :at)
                        on conflict do nothing""")
                .param("fact", fact)
                .param("order", given.columns().orderNumber())
                .param("consumer", given.columns().consumer())
                .param("day", given.columns().day())
                .param("content", given.columns().content())
                .param("document", given.columns().document())
                .param("hash", given.hash())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable String[] column(List<Given> given, Function<FactColumns, @Nullable String> column) {
        return given.stream().map(Given::columns).map(column).toArray(String[]::new);
    }
}

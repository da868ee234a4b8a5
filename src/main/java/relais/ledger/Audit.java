package relais.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Recomputes the whole ledger from its rows, a page at a time: entries in sequence with their leaves, seals with roots
 * and links, the head, the facts, the balances. Stops at the first that does not fit.
 */
final class Audit {

    private static final int PAGE_ROWS = 5_000;

    private final JdbcClient jdbc;
    private MerkleTree tree = MerkleTree.empty();
    private long entries;
    private long seals;
    private byte[] lastSeal = new byte[32];

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Verification run() {
        var head = Head.read(jdbc, Booking.SHARD);
        var fault = seals(head)
                .or(() -> head(head))
                .or(this::beyondHead)
                .or(this::facts)
                .or(this::unaccountedFacts)
                .or(this::balances);
        return new Verification(entries, seals, fault);
    }

    /** A row as read: what it holds, or why it cannot be read. */
    private record Row<T>(long number, Optional<T> content, String unreadable) {

        static <T> Row<T> read(long number, Reading<T> reading) throws SQLException {
            try {
                return new Row<>(number, Optional.of(reading.read()), "");
            } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
                return new Row<>(number, Optional.empty(), String.valueOf(e.getMessage()));
            }
        }

        Optional<String> check(String name, Function<T, Optional<String>> check) {
            return content.map(check).orElseGet(() -> Optional.of(name + " cannot be read: " + unreadable));
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws SQLException;
    }

    private record Placed(long seq, Draft draft, Instant bookedAt, byte[] leaf) {}

    private record Stored(Seal seal, byte[] hash) {}

    private Optional<String> seals(Head head) {
        while (seals < head.seal()) {
            var page = sealsAfter(head.shard(), seals);
            if (page.isEmpty()) return Optional.of("seal " + name(head.shard(), seals + 1) + " is missing");
            for (var stored : page) {
                var fault = seal(stored);
                if (fault.isPresent()) return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<String> seal(Stored stored) {
        var seal = stored.seal();
        var name = "seal " + name(seal.shard(), seals + 1);
        if (seal.number() != seals + 1) return Optional.of(name + " is missing");
        if (!Arrays.equals(seal.previous(), lastSeal)) return Optional.of(name + " does not link to the seal before");
        if (seal.firstSeq() != entries + 1)
            return Optional.of(name + " starts at entry " + seal.firstSeq() + " and not at " + (entries + 1));
        var fault = entriesTo(seal);
        if (fault.isPresent()) return fault;
        if (!Arrays.equals(seal.treeRoot(), tree.root()))
            return Optional.of(name + " does not match its entries " + seal.firstSeq() + " to " + seal.lastSeq());
        if (!Arrays.equals(stored.hash(), seal.hash())) return Optional.of(name + " does not match its own hash");
        lastSeal = stored.hash();
        seals++;
        return Optional.empty();
    }

    private Optional<String> entriesTo(Seal seal) {
        while (entries < seal.lastSeq()) {
            var page = entriesAfter(seal.shard(), entries, seal.lastSeq());
            if (page.isEmpty()) return Optional.of(missing(seal.shard()));
            for (var row : page) {
                var fault = entry(seal.shard(), row);
                if (fault.isPresent()) return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<String> entry(int shard, Row<Placed> row) {
        if (row.number() != entries + 1) return Optional.of(missing(shard));
        var name = "entry " + name(shard, row.number());
        var fault = row.check(name, placed -> leafFault(name, shard, placed));
        entries++;
        return fault;
    }

    private Optional<String> leafFault(String name, int shard, Placed placed) {
        var leaf = MerkleTree.leaf(placed.draft().encoded(shard, placed.seq(), placed.bookedAt()));
        if (!Arrays.equals(leaf, placed.leaf()))
            return Optional.of(name + " (" + Entries.name(placed.draft().kind()) + ", fact "
                    + placed.draft().fact().id() + ") does not match its leaf hash");
        tree.add(leaf);
        return Optional.empty();
    }

    private String missing(int shard) {
        return "entry " + name(shard, entries + 1) + " or its fact is missing";
    }

    private Optional<String> head(Head head) {
        var fits = head.seq() == entries
                && Arrays.equals(head.sealHash(), lastSeal)
                && Arrays.equals(head.frontier(), tree.frontier());
        return fits
                ? Optional.empty()
                : Optional.of("the head of shard " + head.shard() + " does not match its last seal");
    }

    private Optional<String> beyondHead() {
        return first("""
                select 'entry ' || e.shard || '/' || e.seq || ' lies beyond the head'
                from entry e join shard_head h using (shard) where e.seq > h.seq order by e.seq limit 1""");
    }

    private Optional<String> facts() {
        long last = 0;
        while (true) {
            var page = factsAfter(last);
            if (page.isEmpty()) return Optional.empty();
            for (var row : page) {
                var fault = row.check("fact " + row.number(), Audit::factFault);
                if (fault.isPresent()) return fault;
                last = row.number();
            }
        }
    }

    private static Optional<String> factFault(RecordedFact recorded) {
        var fits =
                Arrays.equals(recorded.hash(), FactColumns.of(recorded.fact()).hash());
        return fits ? Optional.empty() : Optional.of("fact " + recorded.id() + " does not match its hash");
    }

    private Optional<String> unaccountedFacts() {
        return first("""
                select 'fact ' || f.id || case when d.fact is null then ' is neither booked nor due'
                    else ' is booked and due' end
                from fact f left join fact_due d on d.fact = f.id
                where (d.fact is null) <> exists (select from entry e where e.fact = f.id)
                order by f.id limit 1""");
    }

    private Optional<String> balances() {
        return first("""
                with posted as (
                    select account, valid_on, booked_on, sum(debited) debit, sum(credited) credit
                    from posting p join entry e using (shard, seq)
                    cross join lateral (values (p.debit, p.minor_units, 0), (p.credit, 0, p.minor_units))
                        side (account, debited, credited)
                    cross join lateral (select (e.booked_at at time zone 'UTC')::date) day (booked_on)
                    group by account, valid_on, booked_on)
                select 'the balance of account ' || account || ' on ' || valid_on || ', booked on ' || booked_on
                    || ', does not match its postings'
                from posted full join balance b using (account, valid_on, booked_on)
                where (debit, credit) is distinct from (debit_minor::numeric, credit_minor::numeric)
                order by account, valid_on, booked_on limit 1""");
    }

    private Optional<String> first(String sql) {
        return jdbc.sql(sql).query(String.class).optional();
    }

    private List<Stored> sealsAfter(int shard, long number) {
        return jdbc.sql("""
                        select number, epoch, first_seq, last_seq, tree_root, previous, sealed_at, hash from seal
                        where shard = :shard and number > :number order by number limit :rows""")
                .param("shard", shard)
                .param("number", number)
                .param("rows", PAGE_ROWS)
                .query((row, n) -> new Stored(seal(shard, row), row.getBytes("hash")))
                .list();
    }

    private static Seal seal(int shard, ResultSet row) throws SQLException {
        return new Seal(
                shard,
                row.getLong("number"),
                row.getLong("epoch"),
                row.getLong("first_seq"),
                row.getLong("last_seq"),
                row.getBytes("tree_root"),
                row.getBytes("previous"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant());
    }

    private List<Row<Placed>> entriesAfter(int shard, long seq, long lastSeq) {
        return jdbc.sql(EntryRows.SELECT
                        + "where e.shard = :shard and e.seq > :seq and e.seq <= :last order by e.seq limit :rows")
                .param("shard", shard)
                .param("seq", seq)
                .param("last", lastSeq)
                .param("rows", PAGE_ROWS)
                .query((row, n) -> Row.read(row.getLong("seq"), () -> placed(row, n)))
                .list();
    }

    private static Placed placed(ResultSet row, int n) throws SQLException {
        return new Placed(
                row.getLong("seq"), EntryRows.DRAFT.mapRow(row, n), EntryRows.bookedAt(row), row.getBytes("leaf"));
    }

    private List<Row<RecordedFact>> factsAfter(long id) {
        return jdbc.sql("select " + RecordedFact.COLUMNS + " from fact f where f.id > :id order by f.id limit :rows")
                .param("id", id)
                .param("rows", PAGE_ROWS)
                .query((row, n) -> Row.read(row.getLong("fact_id"), () -> RecordedFact.ROW.mapRow(row, n)))
                .list();
    }

    private static String name(int shard, long number) {
        return shard + "/" + number;
    }
}

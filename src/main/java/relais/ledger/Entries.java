package relais.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.document.Money;

/** Reads the ledger: what stands on the accounts, and every entry with its explanation. Newest first throughout. */
public final class Entries {

    /** The most rows one call returns. */
    public static final int ROWS_MAX = 500;

    private static final RowMapper<Balance> BALANCE = (row, n) -> new Balance(
            row.getString("partner"),
            row.getString("name"),
            Money.ofMinorUnits(row.getLong("minor_units"), Currency.getInstance(row.getString("currency"))));

    private static final RowMapper<Unbooked> UNBOOKED = (row, n) -> new Unbooked(
            row.getString("kind") + ' ' + row.getString("number") + " of " + row.getString("partner"),
            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
            row.getString("reason"));

    private final JdbcClient jdbc;

    public Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every account that was ever posted to, by partner and account. */
    public List<Balance> balances() {
        return jdbc.sql(balancesWhere("true")).query(BALANCE).list();
    }

    /** The accounts of one partner. */
    public List<Balance> balances(String partner) {
        return jdbc.sql(balancesWhere("a.partner = :partner"))
                .param("partner", partner)
                .query(BALANCE)
                .list();
    }

    /**
     * @param before only entries with a smaller sequence number; {@link Long#MAX_VALUE} for the first page
     * @param rows at most this many, and at most {@link #ROWS_MAX}
     */
    public List<Entry> byPartner(String partner, long before, int rows) {
        return jdbc.sql(EntryRows.SELECT
                        + "where e.partner = :partner and e.shard = :shard and e.seq < :before"
                        + " order by e.seq desc limit :rows")
                .param("partner", partner)
                .param("shard", Booking.SHARD)
                .param("before", before)
                .param("rows", Math.min(rows, ROWS_MAX))
                .query(EntryRows.ENTRY)
                .list();
    }

    /** @param seq the entry's place */
    public Optional<Entry> find(long seq) {
        return jdbc.sql(EntryRows.SELECT + "where e.shard = :shard and e.seq = :seq")
                .param("shard", Booking.SHARD)
                .param("seq", seq)
                .query(EntryRows.ENTRY)
                .optional();
    }

    /**
     * Which entries to list.
     *
     * @param partner empty for any
     * @param from the first business day; open when empty
     * @param to the last business day; open when empty
     * @param before only entries with a smaller sequence number; {@link Long#MAX_VALUE} for the first page
     * @param rows at most this many, and at most {@link #ROWS_MAX}
     */
    public record Filter(
            String partner,
            Optional<Entry.Kind> kind,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            long before,
            int rows) {}

    public List<Entry> list(Filter filter) {
        var conditions = new StringJoiner(" and ").add("shard = :shard").add("seq < :before");
        if (!filter.partner().isEmpty()) conditions.add("partner = :partner");
        filter.kind().ifPresent(kind -> conditions.add("kind = :kind"));
        filter.from().ifPresent(day -> conditions.add("valid_on >= :from"));
        filter.to().ifPresent(day -> conditions.add("valid_on <= :to"));
        return jdbc.sql(EntryRows.SELECT + "where (e.shard, e.seq) in (select shard, seq from entry where " + conditions
                        + " order by shard, seq desc limit :rows) order by e.seq desc")
                .param("shard", Booking.SHARD)
                .param("before", filter.before())
                .param("partner", filter.partner())
                .param("kind", filter.kind().map(Entries::name).orElse(""))
                .param("from", filter.from().orElse(null))
                .param("to", filter.to().orElse(null))
                .param("rows", Math.min(filter.rows(), ROWS_MAX))
                .query(EntryRows.ENTRY)
                .list();
    }

    /** The version of a partner's terms in force on a day, by all that is booked; empty when there is none. */
    public Optional<Integer> termsVersion(String partner, LocalDate day) {
        return jdbc.sql("select version from terms where partner = :partner and upper_inf(known) and valid @> :day")
                .param("partner", partner)
                .param("day", day)
                .query(Integer.class)
                .optional();
    }

    /**
     * The consumers that a partner met, who came last first.
     *
     * @param before only those whose first entry has a smaller sequence number
     * @return each with the sequence number of its first entry with the partner
     */
    public Map<UUID, Long> consumersOf(String partner, long before, int rows) {
        var consumers = new LinkedHashMap<UUID, Long>();
        jdbc.sql("""
                        select consumer, min(seq) first from entry
                        where shard = :shard and partner = :partner and consumer is not null
                        group by consumer having min(seq) < :before order by first desc limit :rows""")
                .param("shard", Booking.SHARD)
                .param("partner", partner)
                .param("before", before)
                .param("rows", rows)
                .query(row -> {
                    consumers.put(row.getObject("consumer", UUID.class), row.getLong("first"));
                });
        return consumers;
    }

    /** The first consumer that a partner met and that a test holds for. Looks at all of them in turn. */
    public Optional<UUID> consumerOf(String partner, Predicate<UUID> test) {
        return jdbc
                .sql("select distinct consumer from entry where partner = :partner and consumer is not null")
                .param("partner", partner)
                .query(UUID.class)
                .list()
                .stream()
                .filter(test)
                .findFirst();
    }

    /** @param seller the partner (or own shop) that took the order */
    public List<Entry> byOrder(String seller, String orderNumber) {
        return jdbc.sql("with of_order as (select id from fact where partner = :seller and order_number = :order) "
                        + newest("""
                                (e.shard, e.seq) in (
                                    select shard, seq from entry where fact in (select id from of_order)
                                    union
                                    select shard, seq from entry
                                    where subject <> fact and subject in (select id from of_order))"""))
                .param("seller", seller)
                .param("order", orderNumber)
                .query(EntryRows.ENTRY)
                .list();
    }

    /** What a document caused. */
    public List<Entry> byDocument(UUID document) {
        return jdbc.sql(newest("f.document = :document"))
                .param("document", document)
                .query(EntryRows.ENTRY)
                .list();
    }

    public List<Entry> byConsumer(UUID consumer) {
        return jdbc.sql(newest("e.consumer = :consumer"))
                .param("consumer", consumer)
                .query(EntryRows.ENTRY)
                .list();
    }

    public List<Unbooked> waiting() {
        return waiting("");
    }

    public List<Unbooked> conflicts() {
        return conflicts("");
    }

    /**
     * Facts that cannot be booked yet, each with the reason.
     *
     * @param partner whose; empty for all
     */
    public List<Unbooked> waiting(String partner) {
        return jdbc.sql("""
                        select kind, number, partner, recorded_at, reason
                        from fact_due d join fact f on f.id = d.fact
                        where reason <> '' and :partner in ('', f.partner) order by f.id desc limit\s""" + ROWS_MAX)
                .param("partner", partner)
                .query(UNBOOKED)
                .list();
    }

    /**
     * Facts that came with the natural key of an earlier one but other content.
     *
     * @param partner whose; empty for all
     */
    public List<Unbooked> conflicts(String partner) {
        return jdbc.sql("""
                        select f.kind, f.number, f.partner, c.recorded_at,
                            case when c.document = :none or f.document = :none
                                then 'what came later says something else than what is booked'
                                else 'document ' || c.document || ' says something else than document ' || f.document
                                    || ', which is booked' end
                                || '; settle with the sender which one holds' reason
                        from fact_conflict c join fact f on f.id = c.fact
                        where :partner in ('', f.partner) order by c.id desc limit\s""" + ROWS_MAX)
                .param("partner", partner)
                .param("none", Agenda.NO_DOCUMENT)
                .query(UNBOOKED)
                .list();
    }

    /** The name of a kind in the tables, in hashes and on pages. */
    static String name(Entry.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String newest(String condition) {
        return EntryRows.SELECT + "where " + condition + " order by e.shard, e.seq desc limit " + ROWS_MAX;
    }

    private static String balancesWhere(String condition) {
        return """
                select a.partner, a.name, a.currency, sum(credit_minor) - sum(debit_minor) minor_units
                from account a join balance b on b.account = a.id where %s
                group by a.id order by a.partner, a.name, a.currency""".formatted(condition);
    }
}

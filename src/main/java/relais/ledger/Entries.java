package relais.ledger;

import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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

    /** Facts that cannot be booked yet, each with the reason. */
    public List<Unbooked> waiting() {
        return jdbc.sql("""
                        select kind, number, partner, recorded_at, reason
                        from fact_due d join fact f on f.id = d.fact
                        where reason <> '' order by f.id desc limit\s""" + ROWS_MAX).query(UNBOOKED).list();
    }

    /** Facts that came with the natural key of an earlier one but other content. */
    public List<Unbooked> conflicts() {
        return jdbc.sql("""
                        select f.kind, f.number, f.partner, c.recorded_at,
                            'document ' || c.document || ' says something else than document ' || f.document
                                || ', which is booked; settle with the sender which one holds' reason
                        from fact_conflict c join fact f on f.id = c.fact order by c.id desc limit\s""" + ROWS_MAX).query(UNBOOKED).list();
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

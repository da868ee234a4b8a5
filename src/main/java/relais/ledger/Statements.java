package relais.ledger;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.document.Money;

/** Reads the statements that were closed, and what they consist of. */
public final class Statements {

    private static final RowMapper<Statement> STATEMENT = (row, n) -> new Statement(
            row.getString("partner"),
            Currency.getInstance(row.getString("currency")),
            row.getInt("number"),
            row.getObject("period_from", LocalDate.class),
            row.getObject("period_to", LocalDate.class),
            row.getLong("first_seq"),
            row.getLong("seq"),
            row.getLong("opening"),
            row.getLong("released"),
            row.getLong("reversed"),
            row.getLong("tax"),
            row.getLong("withheld"),
            row.getLong("paid"),
            row.getLong("carried"),
            row.getBytes("postings"));

    /**
     * A line of a statement.
     *
     * @param seq the entry that made it payable, or took it back
     * @param validOn the day it speaks of, which may lie in an earlier period
     * @param seller and {@code orderNumber}: the order it was earned on
     * @param number of the invoice or sales report
     * @param amount less than zero when it was taken back
     */
    public record Line(
            long seq,
            LocalDate validOn,
            String seller,
            String orderNumber,
            String number,
            Money amount,
            String explanation) {}

    private final JdbcClient jdbc;

    public Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A partner's statements, newest first. */
    public List<Statement> of(String partner) {
        return jdbc.sql(
                        "select * from statement where partner = :partner order by period_to desc, currency, number desc")
                .param("partner", partner)
                .query(STATEMENT)
                .list();
    }

    public Optional<Statement> find(String partner, Currency currency, int number) {
        return jdbc.sql("""
                        select * from statement
                        where partner = :partner and currency = :currency and number = :number""")
                .param("partner", partner)
                .param("currency", currency.getCurrencyCode())
                .param("number", number)
                .query(STATEMENT)
                .optional();
    }

    /** Those that paid something out, and whose documents were not handed in yet. */
    public List<Statement> toSend() {
        return jdbc.sql(
                        "select s.* from statement s join statement_due using (partner, currency, number) order by s.seq")
                .query(STATEMENT)
                .list();
    }

    /** Its documents were handed in. */
    public void sent(Statement statement) {
        jdbc.sql("""
                        delete from statement_due
                        where partner = :partner and currency = :currency and number = :number""")
                .param("partner", statement.partner())
                .param("currency", statement.currency().getCurrencyCode())
                .param("number", statement.number())
                .update();
    }

    /** The statement that says what became payable, or was taken back of it, with an entry; empty while none was closed. */
    public Optional<Statement> saying(String partner, Currency currency, long seq) {
        return jdbc.sql("""
                        select * from statement
                        where partner = :partner and currency = :currency and first_seq <= :seq and seq > :seq""")
                .param("partner", partner)
                .param("currency", currency.getCurrencyCode())
                .param("seq", seq)
                .query(STATEMENT)
                .optional();
    }

    /** The first that paid out what a statement says: itself, or the one that what it carried on came to. */
    public Optional<Statement> paying(Statement statement) {
        return jdbc.sql("""
                        select * from statement
                        where partner = :partner and currency = :currency and number >= :number and paid > 0
                        order by number limit 1""")
                .param("partner", statement.partner())
                .param("currency", statement.currency().getCurrencyCode())
                .param("number", statement.number())
                .query(STATEMENT)
                .optional();
    }

    /** The size and root of the tree that a statement's entry is proven by: the first that was sealed with it. */
    public Sealed sealed(Statement statement) {
        return jdbc.sql("""
                        select last_seq, tree_root from seal where shard = :shard and last_seq >= :seq
                        order by last_seq limit 1""")
                .param("shard", Booking.SHARD)
                .param("seq", statement.seq())
                .query((row, n) -> new Sealed(row.getLong("last_seq"), row.getBytes("tree_root")))
                .single();
    }

    /** @param treeSize entries in the RFC 6962 tree of this root */
    public record Sealed(long treeSize, byte[] root) {}

    /** What a statement consists of, in the order booked. */
    public List<Line> lines(Statement statement) {
        return jdbc.sql("""
                        select e.seq, e.valid_on, s.partner seller, s.order_number, s.number, e.explanation,
                            case when a.id = p.credit then p.minor_units else -p.minor_units end amount
                        from entry e join posting p using (shard, seq) join account a on a.id in (p.debit, p.credit)
                        join fact s on s.id = e.subject
                        where e.partner = :partner and e.seq >= :first and e.seq < :seq
                          and e.kind in ('reversal', 'release')
                          and a.name = :account and a.currency = :currency
                        order by p.seq, p.n""")
                .param("partner", statement.partner())
                .param("first", statement.firstSeq())
                .param("seq", statement.seq())
                .param("account", AccountNames.payable(statement.partner()))
                .param("currency", statement.currency().getCurrencyCode())
                .query((row, n) -> new Line(
                        row.getLong("seq"),
                        row.getObject("valid_on", LocalDate.class),
                        row.getString("seller"),
                        row.getString("order_number"),
                        row.getString("number"),
                        statement.money(row.getLong("amount")),
                        row.getString("explanation")))
                .list();
    }
}

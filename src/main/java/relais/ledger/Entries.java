package relais.ledger;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the ledger: what stands on the accounts, and every entry with its explanation. Newest first throughout. */
public final class Entries {

    /** The most rows one call returns. */
    public static final int ROWS_MAX = 500;

    private final JdbcClient jdbc;

    public Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every account that was ever posted to, by partner and account. */
    public List<Balance> balances() {
        throw new UnsupportedOperationException();
    }

    /** The accounts of one partner. */
    public List<Balance> balances(String partner) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param before only entries with a smaller sequence number; {@link Long#MAX_VALUE} for the first page
     * @param rows at most this many, and at most {@link #ROWS_MAX}
     */
    public List<Entry> byPartner(String partner, long before, int rows) {
        throw new UnsupportedOperationException();
    }

    /** @param seller the partner (or own shop) that took the order */
    public List<Entry> byOrder(String seller, String orderNumber) {
        throw new UnsupportedOperationException();
    }

    /** What a document caused. */
    public List<Entry> byDocument(UUID document) {
        throw new UnsupportedOperationException();
    }

    public List<Entry> byConsumer(UUID consumer) {
        throw new UnsupportedOperationException();
    }

    /** Facts that cannot be booked yet, each with the reason. */
    public List<Unbooked> waiting() {
        throw new UnsupportedOperationException();
    }

    /** Facts that came with the natural key of an earlier one but other content. */
    public List<Unbooked> conflicts() {
        throw new UnsupportedOperationException();
    }
}

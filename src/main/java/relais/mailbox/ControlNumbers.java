package relais.mailbox;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers this hub gives to what it sends: per partner and kind, from 1, without gaps. */
public final class ControlNumbers {

    private final JdbcClient jdbc;

    public ControlNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next number. It is given back if the transaction is rolled back; until it ends, others that want one of the same
     * partner and kind wait.
     *
     * @param kind interchange, group or set
     */
    public long next(String partner, String kind) {
        return next(partner, kind, 1);
    }

    /** The first of {@code count} numbers in a row. */
    public long next(String partner, String kind, int count) {
        throw new UnsupportedOperationException();
    }
}

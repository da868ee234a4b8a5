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
     * @param kind interchange, group, set or file
     */
    public long next(String partner, String kind) {
        return next(partner, kind, 1);
    }

    /** The first of {@code count} numbers in a row. */
    public long next(String partner, String kind, int count) {
        return jdbc.sql("""
                        insert into control_number (partner, kind, last) values (:partner, :kind, :count)
                        on conflict (partner, kind) do update set last = control_number.last + :count
                        returning last - :count + 1
                        """)
                .param("partner", partner)
                .param("kind", kind)
                .param("count", count)
                .query(Long.class)
                .single();
    }
}

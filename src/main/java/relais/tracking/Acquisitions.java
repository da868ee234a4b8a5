package relais.tracking;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many consumers each partner brought, by day. */
public final class Acquisitions {

    private final JdbcClient jdbc;

    public Acquisitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every day on which a partner brought someone, by partner and day, from a day on. */
    public List<OfDay> since(LocalDate day) {
        return jdbc.sql("""
                        select partner, valid_on, count(*) as consumers from entry
                        where kind = 'acquisition' and valid_on >= :day
                        group by partner, valid_on order by partner, valid_on""")
                .param("day", day)
                .query((row, number) -> new OfDay(
                        row.getString("partner"), row.getObject("valid_on", LocalDate.class), row.getInt("consumers")))
                .list();
    }

    /** @param consumers whose first partner it was */
    public record OfDay(String partner, LocalDate day, int consumers) {}
}

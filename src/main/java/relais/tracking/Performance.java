package relais.tracking;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.document.Money;

/** What partners bring and what they cost, by month, beside what the brand sells itself. */
public final class Performance {

    private final JdbcClient jdbc;

    public Performance(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param acquired consumers whom it brought
     * @param orders it took from consumers, those it brought with them among them
     */
    public record Customers(String partner, YearMonth month, long acquired, long orders) {

        /** Orders of consumers who had bought before. */
        public long repeated() {
            return Math.max(0, orders - acquired);
        }
    }

    /**
     * Minor units, less what came back.
     *
     * @param turnover attributed to the partner, before any rate
     * @param commission earned on it
     */
    public record Sales(String partner, Currency currency, YearMonth month, long turnover, long commission) {

        public Money money(long minorUnits) {
            return Money.ofMinorUnits(minorUnits, currency);
        }
    }

    /**
     * @param partner empty for all, own shops among them
     * @param from the first month
     */
    public List<Customers> customers(String partner, YearMonth from) {
        return jdbc.sql("""
                        with acquired as (
                            select partner, date_trunc('month', valid_on)::date as month, count(*) consumers from entry
                            where kind = 'acquisition' and valid_on >= :from and :partner in ('', partner) group by 1, 2),
                        ordered as (
                            select partner, date_trunc('month', day)::date as month, count(*) orders from fact
                            where kind = 'order' and consumer is not null and day >= :from
                              and :partner in ('', partner) group by 1, 2)
                        select partner, month, coalesce(consumers, 0) consumers, coalesce(orders, 0) orders
                        from acquired full join ordered using (partner, month) order by partner, month""")
                .param("partner", partner)
                .param("from", from.atDay(1))
                .query((row, n) -> new Customers(
                        row.getString("partner"),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("consumers"),
                        row.getLong("orders")))
                .list();
    }

    /** @param partner empty for all */
    public List<Sales> sales(String partner, YearMonth from) {
        return jdbc.sql("""
                        select partner, currency, date_trunc('month', valid_on)::date as month, sum(turnover) turnover,
                            sum(earned) earned
                        from earning where valid_on >= :from and :partner in ('', partner)
                        group by 1, 2, 3 having sum(turnover) <> 0 or sum(earned) <> 0 order by 1, 2, 3""")
                .param("partner", partner)
                .param("from", from.atDay(1))
                .query((row, n) -> new Sales(
                        row.getString("partner"),
                        Currency.getInstance(row.getString("currency")),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("turnover"),
                        row.getLong("earned")))
                .list();
    }

    /**
     * What was invoiced on orders of shops, less what was credited, without regard to who is credited for them.
     *
     * @param shops the brand's own
     */
    public List<Sales> direct(List<String> shops, YearMonth from) {
        return jdbc.sql("""
                        with goods as (
                            select partner, day, kind,
                                case kind when 'invoice' then content::jsonb else content::jsonb -> 'goods' end goods
                            from fact where kind in ('invoice', 'credit') and partner = any (:shops) and day >= :from
                              and content <> '')
                        select partner, goods ->> 'currency' currency, date_trunc('month', day)::date as month,
                            sum(case kind when 'invoice' then 1 else -1 end * (
                                select coalesce(sum((line ->> 'net')::bigint), 0)
                                from jsonb_array_elements(goods -> 'lines') line)) turnover
                        from goods group by 1, 2, 3 order by 1, 2, 3""")
                .param("shops", shops.toArray(String[]::new))
                .param("from", from.atDay(1))
                .query((row, n) -> new Sales(
                        row.getString("partner"),
                        Currency.getInstance(row.getString("currency")),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("turnover"),
                        0))
                .list();
    }
}

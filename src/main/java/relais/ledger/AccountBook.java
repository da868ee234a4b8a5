package relais.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.document.Money;

/** Reads what stood on accounts, for any day they speak of as known on any day, and how partners' accounts went. */
public final class AccountBook {

    /** The most accounts one call returns. */
    public static final int ACCOUNTS_MAX = 100;

    private final JdbcClient jdbc;

    public AccountBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What stood on accounts at the end of a day, by all that was booked until the end of another.
     *
     * @param partner whose accounts; empty for all
     * @param after the id of the last account of the page before; 0 for the first page
     * @return in the order in which the accounts were opened; at most {@link #ACCOUNTS_MAX}
     */
    public Page asOf(String partner, LocalDate valid, LocalDate known, long after) {
        var last = new ArrayList<Long>();
        var balances = jdbc.sql("""
                        select a.id, a.partner, a.name, a.currency, cells.minor_units
                        from (select * from account where :partner in ('', partner) and id > :after
                              order by id limit :accounts) a
                        cross join lateral (
                            select coalesce(sum(credit_minor) - sum(debit_minor), 0) minor_units from balance b
                            where b.account = a.id and b.valid_on <= :valid and b.booked_on <= :known) cells
                        order by a.id""")
                .param("partner", partner)
                .param("after", after)
                .param("accounts", ACCOUNTS_MAX)
                .param("valid", valid)
                .param("known", known)
                .query((row, n) -> {
                    last.add(row.getLong("id"));
                    return new Balance(
                            row.getString("partner"),
                            row.getString("name"),
                            Money.ofMinorUnits(
                                    row.getLong("minor_units"), Currency.getInstance(row.getString("currency"))));
                })
                .list();
        return new Page(balances, balances.size() < ACCOUNTS_MAX ? 0 : last.get(last.size() - 1));
    }

    /** @param next the id to go on after; 0 on the last page */
    public record Page(List<Balance> balances, long next) {}

    /**
     * A partner's commission in a month and a currency, in minor units.
     *
     * @param accrued put on hold in the month
     * @param clawedBack taken back in the month, before or after it was paid
     * @param paid paid out in the month, with tax
     * @param held on hold at the end of the month
     * @param payable at the end of the month; less than zero when the partner owes it
     */
    public record Month(
            String partner,
            Currency currency,
            YearMonth month,
            long accrued,
            long clawedBack,
            long paid,
            long held,
            long payable) {

        public Money money(long minorUnits) {
            return Money.ofMinorUnits(minorUnits, currency);
        }
    }

    /**
     * Every month in which anything was booked for it, by partner, currency and month.
     *
     * @param partner empty for all
     */
    public List<Month> months(String partner) {
        var months = new ArrayList<Month>();
        flows(partner).forEach((account, flows) -> {
            var held = 0L;
            var payable = 0L;
            for (var flow : flows) {
                held += flow.accrued - flow.fromHeld;
                payable += flow.released - flow.fromPayable;
                months.add(new Month(
                        account.partner,
                        Currency.getInstance(account.currency),
                        flow.month,
                        flow.accrued,
                        flow.clawedBack(),
                        flow.paid,
                        held,
                        payable));
            }
        });
        return months;
    }

    private record Account(String partner, String currency) implements Comparable<Account> {
        @Override
        public int compareTo(Account other) {
            var byPartner = partner.compareTo(other.partner);
            return byPartner != 0 ? byPartner : currency.compareTo(other.currency);
        }
    }

    /** What went over a partner's accounts in a month. */
    private record Flow(
            YearMonth month,
            long accrued,
            long fromHeld,
            long released,
            long fromPayable,
            long paid,
            long withheld,
            long tax) {

        /** All that left the accounts, but for what was released, paid out and withheld. */
        long clawedBack() {
            return fromHeld - released + fromPayable - (paid - tax) - withheld;
        }
    }

    private Map<Account, List<Flow>> flows(String partner) {
        var flows = new TreeMap<Account, List<Flow>>();
        jdbc.sql("""
                        with cells as (
                            select a.partner, a.currency, date_trunc('month', b.valid_on)::date as month,
                                split_part(a.name, ':', 1) as name, sum(debit_minor) debit, sum(credit_minor) credit
                            from account a join balance b on b.account = a.id
                            where a.name like '%:%' and :partner in ('', a.partner) group by 1, 2, 3, 4),
                        taxes as (
                            select partner, currency, date_trunc('month', period_to)::date as month, sum(tax) tax
                            from statement where :partner in ('', partner) group by 1, 2, 3)
                        select partner, currency, month, coalesce(max(tax), 0) tax,
                            coalesce(sum(credit) filter (where name = 'commission held'), 0) accrued,
                            coalesce(sum(debit) filter (where name = 'commission held'), 0) from_held,
                            coalesce(sum(credit) filter (where name = 'commission payable'), 0) released,
                            coalesce(sum(debit) filter (where name = 'commission payable'), 0) from_payable,
                            coalesce(sum(credit) filter (where name = 'commission paid out'), 0) paid,
                            coalesce(sum(credit) filter (where name = 'tax withheld'), 0) withheld
                        from cells left join taxes using (partner, currency, month)
                        group by partner, currency, month order by month""").param("partner", partner).query(row -> {
            flows.computeIfAbsent(
                            new Account(row.getString("partner"), row.getString("currency")),
                            account -> new ArrayList<>())
                    .add(new Flow(
                            YearMonth.from(row.getObject("month", LocalDate.class)),
                            row.getLong("accrued"),
                            row.getLong("from_held"),
                            row.getLong("released"),
                            row.getLong("from_payable"),
                            row.getLong("paid"),
                            row.getLong("withheld"),
                            row.getLong("tax")));
        });
        return flows;
    }
}

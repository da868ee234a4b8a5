package relais.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import relais.document.Money;
import relais.ledger.AccountBook;
import relais.ledger.AccountBook.Month;
import relais.partner.Partner;
import relais.partner.Partners;
import relais.tracking.Performance;
import relais.tracking.Performance.Customers;
import relais.tracking.Performance.Sales;

/** Gathers the figures and plots that the console shows of the ledger. */
final class LedgerPages {

    private static final int MONTHS = 12;

    private final AccountBook accounts;
    private final Performance performance;
    private final Partners partners;
    private final Clock clock;

    LedgerPages(AccountBook accounts, Performance performance, Partners partners, Clock clock) {
        this.accounts = accounts;
        this.performance = performance;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * What stands on a partner's accounts in a currency now, and what was moved over them in all.
     *
     * @param payable less than zero when the partner owes it
     */
    record Account(String partner, Money held, Money payable, Money paid, Money clawedBack) {}

    /** @param partner empty for all */
    List<Account> accounts(String partner) {
        return byAccount(partner).values().stream().map(LedgerPages::account).toList();
    }

    private Map<List<String>, List<Month>> byAccount(String partner) {
        return accounts.months(partner).stream()
                .collect(Collectors.groupingBy(
                        month -> List.of(month.partner(), month.currency().getCurrencyCode()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static Account account(List<Month> months) {
        var last = months.get(months.size() - 1);
        return new Account(
                last.partner(),
                last.money(last.held()),
                last.money(last.payable()),
                last.money(months.stream().mapToLong(Month::paid).sum()),
                last.money(months.stream().mapToLong(Month::clawedBack).sum()));
    }

    /** A partner's account in a currency over time, drawn and in figures; the last month first. */
    record Course(Currency currency, Bars bars, List<Month> months) {}

    List<Course> courses(String partner) {
        return byAccount(partner).values().stream().map(LedgerPages::course).toList();
    }

    private static Course course(List<Month> months) {
        var values = new LinkedHashMap<String, Map<YearMonth, Long>>();
        values.put("held", new TreeMap<>());
        values.put("payable", new TreeMap<>());
        values.put("paid", new TreeMap<>());
        values.put("clawed back", new TreeMap<>());
        for (var month : months) {
            values.get("held").put(month.month(), month.held());
            values.get("payable").put(month.month(), month.payable());
            values.get("paid").put(month.month(), month.paid());
            values.get("clawed back").put(month.month(), month.clawedBack());
        }
        var newestFirst = months.stream()
                .sorted(Comparator.comparing(Month::month).reversed())
                .toList();
        return new Course(months.get(0).currency(), Bars.of(values), newestFirst);
    }

    /**
     * What a partner, or an own shop, brought and cost in a time.
     *
     * @param sold turnover and commission, one for each currency
     */
    record Result(String partner, boolean isDirect, long acquired, long orders, long repeated, List<Sold> sold) {

        /** "25 %" of the orders were of consumers who had bought before. */
        public String repeatRate() {
            return orders == 0 ? "–" : Math.round(100d * repeated / orders) + " %";
        }
    }

    /** @param acquired consumers that the commission is spread over */
    record Sold(Money turnover, Money commission, long acquired) {

        public Money margin() {
            return new Money(turnover.amount().subtract(commission.amount()), turnover.currency());
        }

        public String marginRate() {
            return turnover.amount().signum() <= 0
                    ? "–"
                    : Math.round(margin().amount().doubleValue()
                                    / turnover.amount().doubleValue()
                                    * 100)
                            + " %";
        }

        public Optional<Money> perCustomer() {
            return acquired == 0
                    ? Optional.empty()
                    : Optional.of(Money.ofMinorUnits(commission.minorUnits() / acquired, commission.currency()));
        }
    }

    /** A partner's results by month, the last first, with its customers and their cost drawn. */
    record Months(String partner, Result total, Map<YearMonth, Result> results, Bars acquired, List<Bars> costs) {}

    /**
     * The last twelve months.
     *
     * @param partner empty for all, own shops among them
     */
    List<Months> performance(String partner) {
        var from = YearMonth.now(clock).minusMonths(MONTHS - 1);
        var customers =
                performance.customers(partner, from).stream().collect(Collectors.groupingBy(Customers::partner));
        var sales = performance.sales(partner, from).stream().collect(Collectors.groupingBy(Sales::partner));
        if (partner.isEmpty())
            performance.direct(shops(), from).forEach(sale -> sales.computeIfAbsent(
                            sale.partner(), id -> new ArrayList<>())
                    .add(sale));
        var known = new TreeSet<>(customers.keySet());
        known.addAll(sales.keySet());
        return known.stream()
                .sorted(Comparator.comparing(this::isOfBrand))
                .map(id -> months(id, customers.getOrDefault(id, List.of()), sales.getOrDefault(id, List.of())))
                .toList();
    }

    private List<String> shops() {
        return partners.all().stream()
                .filter(Partner::isOfBrand)
                .map(Partner::id)
                .toList();
    }

    private boolean isOfBrand(String partner) {
        return partners.find(partner).filter(Partner::isOfBrand).isPresent();
    }

    private Months months(String partner, List<Customers> customers, List<Sales> sales) {
        var results = new TreeMap<YearMonth, Result>(Comparator.reverseOrder());
        customers.forEach(c -> results.put(c.month(), result(partner, List.of(c), of(sales, c.month()))));
        sales.forEach(s -> results.computeIfAbsent(s.month(), month -> result(partner, List.of(), of(sales, month))));
        var acquired = new TreeMap<YearMonth, Long>();
        customers.forEach(c -> acquired.put(c.month(), c.acquired()));
        return new Months(
                partner,
                result(partner, customers, sales),
                results,
                Bars.of(Map.of("customers", acquired)),
                costs(results));
    }

    private static List<Sales> of(List<Sales> sales, YearMonth month) {
        return sales.stream().filter(s -> s.month().equals(month)).toList();
    }

    private Result result(String partner, List<Customers> customers, List<Sales> sales) {
        var acquired = customers.stream().mapToLong(Customers::acquired).sum();
        var byCurrency = sales.stream()
                .collect(Collectors.groupingBy(s -> s.currency().getCurrencyCode(), TreeMap::new, Collectors.toList()));
        return new Result(
                partner,
                isOfBrand(partner),
                acquired,
                customers.stream().mapToLong(Customers::orders).sum(),
                customers.stream().mapToLong(Customers::repeated).sum(),
                byCurrency.values().stream().map(all -> sold(all, acquired)).toList());
    }

    private static Sold sold(List<Sales> sales, long acquired) {
        var first = sales.get(0);
        return new Sold(
                first.money(sales.stream().mapToLong(Sales::turnover).sum()),
                first.money(sales.stream().mapToLong(Sales::commission).sum()),
                acquired);
    }

    /** Commission per acquired customer by month, for each currency. */
    private static List<Bars> costs(Map<YearMonth, Result> results) {
        var costs = new TreeMap<String, Map<YearMonth, Long>>();
        results.forEach((month, result) -> result.sold().forEach(sold -> sold.perCustomer()
                .ifPresent(cost -> costs.computeIfAbsent(cost.currency().getCurrencyCode(), currency -> new TreeMap<>())
                        .put(month, cost.minorUnits()))));
        return costs.entrySet().stream()
                .map(cost -> Bars.of(Map.of(cost.getKey(), cost.getValue())))
                .filter(bars -> !bars.isEmpty())
                .toList();
    }
}

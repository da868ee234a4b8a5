package relais.ledger;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import relais.ledger.Fact.CreditIssued;
import relais.ledger.Fact.InvoiceIssued;
import relais.ledger.Fact.SaleReported;
import relais.ledger.Fact.SaleReturned;
import relais.ledger.Goods.Line;

/**
 * How much of each line that was charged came back, in minor units of net amount. It takes in what was charged and what came
 * back in the order booked, and sets what came back only against what was charged before it: nothing booked later moves it.
 *
 * <p>A credited line is set against lines of the same product, then of the same number, then against whatever is left. A
 * line that a partner reports as returned is set only against sales of the same product: the latest up to its day first,
 * then those after it. Goods are the same product by GTIN first, then by article number.
 */
final class Returned {

    /** The pseudo line of freight among the amounts of lines. */
    static final int FREIGHT = 0;

    private final Map<Long, List<Sold>> charged = new LinkedHashMap<>();
    private final Map<Long, Map<Integer, Long>> returned = new HashMap<>();
    private final Map<String, NavigableMap<Turn, Sold>> unreturned = new HashMap<>();
    private int turns;

    /** Where a line stands: invoices in the order booked, sales by their day, of one day in the order booked. */
    private record Turn(LocalDate day, int number) implements Comparable<Turn> {

        private static final Comparator<Turn> ORDER =
                Comparator.comparing(Turn::day).thenComparing(Turn::number);

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }
    }

    /** A line that was charged, or its freight. */
    private static final class Sold {
        private final RecordedFact fact;
        private final Currency currency;
        private final Line line;
        private final Turn turn;
        private long left;

        Sold(RecordedFact fact, Currency currency, Line line, Turn turn) {
            this.fact = fact;
            this.currency = currency;
            this.line = line;
            this.turn = turn;
            this.left = line.net();
        }
    }

    /** What a credit note or a report of returns is set against. */
    static final class Given {
        private final Map<Sold, Long> amounts = new LinkedHashMap<>();
        private final Map<Long, Map<Integer, Long>> byLine = new HashMap<>();
        private long excess;
        private BigDecimal unitsInExcess = BigDecimal.ZERO;

        /** Minor units by line of an invoice or sale; empty when nothing is set against it. */
        Map<Integer, Long> of(long fact) {
            return byLine.getOrDefault(fact, Map.of());
        }

        /** Minor units that were set against nothing. */
        long excess() {
            return excess;
        }

        /** Units with no amount that were set against nothing. */
        BigDecimal unitsInExcess() {
            return unitsInExcess;
        }

        /** @return what is left of an amount that is set against lines, one after the other */
        private long set(long amount, Iterable<Sold> against) {
            var left = amount;
            for (var sold : against) {
                if (left == 0) break;
                var part = Math.min(left, sold.left - amounts.getOrDefault(sold, 0L));
                if (part == 0) continue;
                amounts.merge(sold, part, Math::addExact);
                merge(byLine, sold, part);
                left -= part;
            }
            return left;
        }
    }

    /** @param recorded an invoice or a sale */
    void charge(RecordedFact recorded) {
        var goods = goods(recorded.fact());
        var day = recorded.fact() instanceof SaleReported sale ? sale.day() : LocalDate.EPOCH;
        var lines = new ArrayList<Sold>();
        for (var line : goods.lines()) lines.add(new Sold(recorded, goods.currency(), line, new Turn(day, ++turns)));
        for (var sold : lines)
            if (sold.left > 0)
                for (var key : keys(sold.currency, sold.line))
                    unreturned.computeIfAbsent(key, k -> new TreeMap<>()).put(sold.turn, sold);
        var freight = new Line(FREIGHT, "", "", "", BigDecimal.ONE, goods.freight(), 0, 0);
        lines.add(new Sold(recorded, goods.currency(), freight, new Turn(day, ++turns)));
        charged.put(recorded.id(), lines);
    }

    /** @param fact a credit note or returns */
    void take(Fact fact) {
        give(fact).amounts.forEach((sold, amount) -> {
            merge(returned, sold, amount);
            sold.left -= amount;
            if (sold.left == 0)
                keys(sold.currency, sold.line)
                        .forEach(key -> unreturned.get(key).remove(sold.turn));
        });
    }

    /**
     * @param fact a credit note or returns; it is not taken in by this
     * @return what it is set against
     */
    Given give(Fact fact) {
        return fact instanceof CreditIssued credit ? give(credit) : give((SaleReturned) fact);
    }

    private Given give(CreditIssued credit) {
        var given = new Given();
        var currency = credit.goods().currency();
        Predicate<Sold> isMeant = sold -> sold.currency.equals(currency)
                && (credit.invoiceNumber().isEmpty()
                        || credit.invoiceNumber().equals(sold.fact.fact().number()));
        var meant =
                charged.values().stream().flatMap(List::stream).filter(isMeant).toList();
        for (var line : credit.goods().lines()) {
            var left = line.net();
            for (var key : keys(currency, line))
                left = given.set(left, only(unreturned(key).values(), isMeant));
            left = given.set(left, only(meant, sold -> !isFreight(sold) && sold.line.line() == line.line()));
            given.excess += given.set(left, only(meant, sold -> !isFreight(sold)));
        }
        given.excess += given.set(credit.goods().freight(), only(meant, Returned::isFreight));
        return given;
    }

    private Given give(SaleReturned back) {
        var given = new Given();
        for (var line : back.goods().lines()) {
            var sales = new ArrayList<Collection<Sold>>();
            for (var key : keys(back.goods().currency(), line)) {
                var upToDay = new Turn(back.day(), Integer.MAX_VALUE);
                sales.add(unreturned(key).headMap(upToDay, true).descendingMap().values());
                sales.add(unreturned(key).tailMap(upToDay, false).values());
            }
            var worth = worth(line, sales.stream().flatMap(Collection::stream));
            if (worth.isEmpty()) given.unitsInExcess = given.unitsInExcess.add(line.quantity());
            var left = worth.orElse(0L);
            for (var some : sales) left = given.set(left, some);
            given.excess += left;
        }
        return given;
    }

    /** The line's amount; units with none are worth what the first of the sales sold them for. */
    private static Optional<Long> worth(Line line, Stream<Sold> sales) {
        if (line.net() > 0) return Optional.of(line.net());
        return sales.map(sold -> sold.line)
                .filter(sold -> sold.quantity().signum() > 0)
                .findFirst()
                .map(sold -> sold.worth(line.quantity()));
    }

    private static Iterable<Sold> only(Collection<Sold> lines, Predicate<Sold> test) {
        return () -> lines.stream().filter(test).iterator();
    }

    private static boolean isFreight(Sold sold) {
        return sold.line.line() == FREIGHT;
    }

    private NavigableMap<Turn, Sold> unreturned(String key) {
        return unreturned.getOrDefault(key, new TreeMap<>());
    }

    private static List<String> keys(Currency currency, Line line) {
        var keys = new ArrayList<String>();
        if (!line.gtin().isEmpty()) keys.add(currency + " gtin " + line.gtin());
        if (!line.code().isEmpty()) keys.add(currency + " code " + line.code());
        return keys;
    }

    private static void merge(Map<Long, Map<Integer, Long>> byLine, Sold sold, long amount) {
        byLine.computeIfAbsent(sold.fact.id(), id -> new TreeMap<>()).merge(sold.line.line(), amount, Math::addExact);
    }

    /** Minor units by line of an invoice or sale that came back. */
    Map<Integer, Long> of(long fact) {
        return Map.copyOf(returned.getOrDefault(fact, Map.of()));
    }

    /** The amount of a line; of all of them, with freight, for line 0. */
    static long of(Map<Integer, Long> amounts, int line) {
        return line == 0 ? sum(amounts) : amounts.getOrDefault(line, 0L);
    }

    static long sum(Map<Integer, Long> amounts) {
        return amounts.values().stream().mapToLong(amount -> amount).sum();
    }

    /** What an invoice or a sale charged, with its freight. */
    static Goods goods(Fact fact) {
        return fact instanceof InvoiceIssued invoice ? invoice.goods() : ((SaleReported) fact).goods();
    }

    /** What an invoice charged and was not given back. */
    Goods kept(RecordedFact invoice) {
        var goods = goods(invoice.fact());
        var back = of(invoice.id());
        var lines = goods.lines().stream()
                .map(line -> kept(line, line.net() - back.getOrDefault(line.line(), 0L)))
                .toList();
        return new Goods(goods.currency(), lines, goods.freight() - back.getOrDefault(FREIGHT, 0L));
    }

    private static Line kept(Line line, long net) {
        if (net == line.net()) return line;
        var part = BigDecimal.valueOf(net).divide(BigDecimal.valueOf(line.net()), MathContext.DECIMAL64);
        return new Line(
                line.line(),
                line.gtin(),
                line.code(),
                line.category(),
                line.quantity().multiply(part),
                net,
                part(line.tax(), part),
                part(line.discount(), part));
    }

    private static long part(long amount, BigDecimal part) {
        return BigDecimal.valueOf(amount)
                .multiply(part)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}

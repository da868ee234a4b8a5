package relais.ledger;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import relais.ledger.Fact.CreditIssued;
import relais.ledger.Fact.InvoiceIssued;
import relais.ledger.Fact.SaleReported;
import relais.ledger.Goods.Line;

/**
 * How much of each line of an order's invoices was given back by its credit notes, in minor units of net amount. A
 * credited line is set against lines of the same product, then of the same number, then against whatever is left.
 */
final class Returned {

    /** The pseudo line of freight. */
    private static final int FREIGHT = 0;

    private final List<RecordedFact> charged;
    private final Map<Long, Map<Integer, Long>> returned = new HashMap<>();
    private long excess;

    private Returned(List<RecordedFact> charged) {
        this.charged = charged;
    }

    /** @param credits in the order booked */
    static Returned of(List<RecordedFact> charged, List<RecordedFact> credits) {
        var returned = new Returned(charged);
        credits.forEach(credit -> returned.give((CreditIssued) credit.fact()));
        return returned;
    }

    static Goods goods(Fact fact) {
        return fact instanceof InvoiceIssued invoice ? invoice.goods() : ((SaleReported) fact).goods();
    }

    /** Minor units of a line that came back; of the whole invoice for line 0. */
    long of(long invoice, int line) {
        var lines = returned.getOrDefault(invoice, Map.of());
        return line == FREIGHT ? lines.values().stream().mapToLong(sum -> sum).sum() : lines.getOrDefault(line, 0L);
    }

    /** Minor units of a line; of the whole invoice for line 0. */
    static long charged(Goods goods, int line) {
        if (line == FREIGHT) return goods.net() + goods.freight();
        return goods.lines().stream()
                .filter(l -> l.line() == line)
                .mapToLong(Line::net)
                .sum();
    }

    /** What an invoice charged and was not given back. */
    Goods kept(RecordedFact invoice) {
        var goods = goods(invoice.fact());
        var lines = goods.lines().stream()
                .map(line -> kept(line, line.net() - of(invoice.id(), line.line())))
                .toList();
        return new Goods(goods.currency(), lines, goods.freight() - freight(invoice.id()));
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

    private long freight(long invoice) {
        return returned.getOrDefault(invoice, Map.of()).getOrDefault(FREIGHT, 0L);
    }

    /** Minor units by which the last credit note gave back more than was left. */
    long excess() {
        return excess;
    }

    private void give(CreditIssued credit) {
        excess = 0;
        var invoices = charged.stream()
                .filter(f ->
                        credit.invoiceNumber().isEmpty() || f.fact().number().equals(credit.invoiceNumber()))
                .toList();
        for (var line : credit.goods().lines()) {
            var left = give(invoices, line.net(), line::isSameProductAs);
            left = give(invoices, left, charged -> charged.line() == line.line());
            excess += give(invoices, left, charged -> true);
        }
        for (var invoice : invoices) {
            if (credit.goods().freight() == 0) break;
            give(
                    invoice,
                    FREIGHT,
                    goods(invoice.fact()).freight(),
                    credit.goods().freight());
        }
    }

    /** @return what could not be set against any line */
    private long give(List<RecordedFact> invoices, long amount, Predicate<Line> fits) {
        var left = amount;
        for (var invoice : invoices)
            for (var line : goods(invoice.fact()).lines())
                if (left > 0 && fits.test(line)) left -= give(invoice, line.line(), line.net(), left);
        return left;
    }

    private long give(RecordedFact invoice, int line, long charged, long amount) {
        var lines = returned.computeIfAbsent(invoice.id(), id -> new TreeMap<>());
        var given = Math.min(amount, charged - lines.getOrDefault(line, 0L));
        if (given > 0) lines.merge(line, given, Long::sum);
        return Math.max(0, given);
    }
}

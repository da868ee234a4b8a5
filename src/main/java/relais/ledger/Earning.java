package relais.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import relais.document.Money;
import relais.ledger.Entry.Share;
import relais.ledger.Goods.Line;
import relais.partner.CommissionTerms;
import relais.partner.CommissionTerms.ProductRate;
import relais.partner.CommissionTerms.Tiers;
import relais.partner.Terms;

/**
 * What a party earns on goods that were invoiced, line by line, by its terms. Pure, in decimal arithmetic, rounded half up
 * on minor units.
 */
final class Earning {

    /**
     * A part of what is earned, in minor units.
     *
     * @param line 0 for what is earned on all of the goods
     * @param base what a rate was applied to; 0 when it was none
     */
    record Earned(int line, long base, long amount, String reason) {}

    /**
     * What was earned before and therefore counts, in minor units.
     *
     * @param volume turnover in the tiers' period, or of the order
     * @param isFirstOfOrder whether the order was not invoiced before
     * @param isFirstSale whether it is the consumer's first order
     * @param forConsumer earned for the consumer
     * @param inPeriod earned in the cap's period
     */
    record Before(long volume, boolean isFirstOfOrder, boolean isFirstSale, long forConsumer, long inPeriod) {

        static final Before NOTHING = new Before(0, true, true, 0, 0);
    }

    private final CommissionTerms terms;
    private final Currency currency;
    private final Share share;
    private final Before before;
    private long volume;

    private Earning(CommissionTerms terms, Currency currency, Share share, Before before) {
        this.terms = terms;
        this.currency = currency;
        this.share = share;
        this.before = before;
        this.volume = before.volume();
    }

    /**
     * @param turnover what the goods add to the volume
     */
    record Result(List<Earned> parts, long turnover) {}

    static Result of(Goods goods, Share share, CommissionTerms terms, Before before) {
        var earning = new Earning(terms, goods.currency(), share, before);
        var parts = earning.capped(earning.atLeastMinimum(earning.earned(goods)));
        return new Result(parts, earning.volume - before.volume());
    }

    /** A currency other than the goods' that the terms state an amount in. */
    static Optional<Currency> otherCurrency(CommissionTerms terms, Currency currency) {
        var amounts = Stream.of(
                        terms.perOrder(),
                        terms.perUnit(),
                        terms.firstSale(),
                        terms.minimum(),
                        terms.consumerCap(),
                        terms.periodCap().map(CommissionTerms.PeriodCap::amount),
                        terms.tiers().map(tiers -> tiers.steps().get(0).from()))
                .flatMap(Optional::stream);
        return amounts.map(Money::currency).filter(c -> !c.equals(currency)).findFirst();
    }

    private List<Earned> earned(Goods goods) {
        var all = new ArrayList<Earned>();
        for (var line : goods.lines()) {
            all.add(onBase(line, base(line)));
            terms.perUnit().ifPresent(amount -> all.add(perUnit(line, amount)));
        }
        if (terms.base().freight() && goods.freight() > 0)
            all.add(atRate(0, goods.freight(), terms.ratePpm(), " freight"));
        if (before.isFirstOfOrder()) {
            terms.perOrder().ifPresent(amount -> all.add(flat(amount, "per order")));
            if (before.isFirstSale()) terms.firstSale().ifPresent(amount -> all.add(flat(amount, "first sale")));
        }
        all.removeIf(earned -> earned.amount() == 0);
        return all;
    }

    private long base(Line line) {
        return Math.addExact(
                Math.addExact(line.net(), terms.base().tax() ? line.tax() : 0),
                terms.base().beforeDiscounts() ? line.discount() : 0);
    }

    /** Every line adds to the volume, whichever rate it earns. */
    private Earned onBase(Line line, long base) {
        var from = volume;
        volume = Math.addExact(volume, rounded(shared(BigDecimal.valueOf(base))));
        var product = terms.products().stream().filter(rate -> fits(rate, line)).findFirst();
        if (product.isPresent()) return atRate(line.line(), base, product.get().ratePpm(), "");
        return terms.tiers()
                .map(tiers -> inTiers(tiers, line.line(), base, from))
                .orElseGet(() -> atRate(line.line(), base, terms.ratePpm(), ""));
    }

    private static boolean fits(ProductRate rate, Line line) {
        return (rate.category().isEmpty() || rate.category().equalsIgnoreCase(line.category()))
                && (rate.codes().isEmpty()
                        || rate.codes().stream().anyMatch(code -> fits(code, line.gtin()) || fits(code, line.code())));
    }

    private static boolean fits(String code, String of) {
        return code.endsWith("*") ? of.startsWith(code.substring(0, code.length() - 1)) : code.equals(of);
    }

    private Earned atRate(int line, long base, int ratePpm, String what) {
        var exact = shared(BigDecimal.valueOf(base)).multiply(BigDecimal.valueOf(ratePpm, 6));
        return new Earned(line, base, rounded(exact), Percent.of(ratePpm) + " of " + money(base) + what + part());
    }

    /** The line's place in the volume: what is earned up to its end less what is earned up to its beginning. */
    private Earned inTiers(Tiers tiers, int line, long base, long from) {
        var amount = rounded(cumulated(tiers, volume).subtract(cumulated(tiers, from)));
        return new Earned(line, base, amount, Percent.of(rate(tiers, volume)) + " tier, on " + money(base) + part());
    }

    /** What is earned on a volume. */
    private static BigDecimal cumulated(Tiers tiers, long volume) {
        if (!tiers.marginal()) return BigDecimal.valueOf(volume).multiply(BigDecimal.valueOf(rate(tiers, volume), 6));
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < tiers.steps().size(); i++) {
            var step = tiers.steps().get(i);
            var from = step.from().minorUnits();
            var to = i + 1 < tiers.steps().size()
                    ? tiers.steps().get(i + 1).from().minorUnits()
                    : Long.MAX_VALUE;
            var within = Math.max(0, Math.min(volume, to) - from);
            sum = sum.add(BigDecimal.valueOf(within).multiply(BigDecimal.valueOf(step.ratePpm(), 6)));
        }
        return sum;
    }

    private static int rate(Tiers tiers, long volume) {
        return tiers.steps().stream()
                .filter(step -> step.from().minorUnits() <= volume)
                .reduce((lower, higher) -> higher)
                .orElseThrow()
                .ratePpm();
    }

    private Earned perUnit(Line line, Money amount) {
        var exact = shared(BigDecimal.valueOf(amount.minorUnits()).multiply(line.quantity()));
        return new Earned(
                line.line(),
                0,
                rounded(exact),
                line.quantity().stripTrailingZeros().toPlainString() + " units at " + amount + part());
    }

    private Earned flat(Money amount, String what) {
        return new Earned(0, 0, rounded(shared(BigDecimal.valueOf(amount.minorUnits()))), amount + " " + what + part());
    }

    private List<Earned> atLeastMinimum(List<Earned> earned) {
        var total = total(earned);
        var least = terms.minimum()
                .map(amount -> rounded(shared(BigDecimal.valueOf(amount.minorUnits()))))
                .orElse(0L);
        if (total == 0 || total >= least) return earned;
        var filled = new ArrayList<>(earned);
        filled.add(new Earned(
                0, 0, least - total, "up to the minimum of " + terms.minimum().get() + part()));
        return filled;
    }

    /** Takes off from the last part what is more than the caps leave. */
    private List<Earned> capped(List<Earned> earned) {
        var left = Math.min(
                terms.consumerCap()
                        .map(cap -> Math.max(0, cap.minorUnits() - before.forConsumer()))
                        .orElse(Long.MAX_VALUE),
                terms.periodCap()
                        .map(cap -> Math.max(0, cap.amount().minorUnits() - before.inPeriod()))
                        .orElse(Long.MAX_VALUE));
        var kept = new ArrayList<Earned>();
        for (var part : earned) {
            var amount = Math.min(part.amount(), left);
            left -= amount;
            if (amount == part.amount()) kept.add(part);
            else if (amount > 0) kept.add(new Earned(part.line(), part.base(), amount, part.reason() + ", capped"));
        }
        return kept;
    }

    static long total(List<Earned> earned) {
        return earned.stream().mapToLong(Earned::amount).sum();
    }

    private BigDecimal shared(BigDecimal amount) {
        return share.sharePpm() == Terms.WHOLE_PPM ? amount : amount.multiply(BigDecimal.valueOf(share.sharePpm(), 6));
    }

    private static long rounded(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private Money money(long minorUnits) {
        return Money.ofMinorUnits(minorUnits, currency);
    }

    private String part() {
        return share.sharePpm() == Terms.WHOLE_PPM ? "" : ", share " + Percent.of(share.sharePpm());
    }
}

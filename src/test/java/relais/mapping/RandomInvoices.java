package relais.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relais.document.Charge;
import relais.document.Invoice;
import relais.document.Item;
import relais.document.Quantity;
import relais.document.Tax;

/** Invoices between two parties that are known to be right, with lines and charges at random and totals that add up. */
record RandomInvoices(Random random, Invoice between) {

    private static final List<Rate> RATES = List.of(new Rate("S", "20"), new Rate("S", "5.5"), new Rate("Z", "0"));

    private record Rate(String category, String percent) {
        BigDecimal number() {
            return new BigDecimal(percent);
        }
    }

    /** What is taxed at a rate. */
    private record Taxed(Rate rate, BigDecimal amount) {}

    Invoice next() {
        var lines = lines();
        var charges = charges(true);
        var taxes = taxes(lines, charges);
        var net = sum(taxes, Tax::baseAmount);
        var tax = sum(taxes, Tax::amount);
        return new Invoice(
                between.number(),
                between.partner(),
                between.issuedOn(),
                between.orderNumber(),
                between.orderIssuedOn(),
                between.despatchNumber(),
                between.shippedOn(),
                between.buyerReference(),
                between.currency(),
                between.dueOn(),
                between.paymentTerms(),
                between.payToAccount(),
                between.buyer(),
                between.seller(),
                between.shipTo(),
                between.note(),
                between.references(),
                charges,
                between.attachments(),
                lines,
                taxes,
                net,
                tax,
                net.add(tax),
                List.of());
    }

    private List<Invoice.Line> lines() {
        var lines = new ArrayList<Invoice.Line>();
        for (var number = 1 + random.nextInt(6); number > 0; number--) lines.add(0, line(number));
        return lines;
    }

    private Invoice.Line line(int number) {
        var rate = RATES.get(random.nextInt(RATES.size()));
        var quantity = BigDecimal.valueOf(1 + random.nextInt(5_000), random.nextInt(4));
        var price = BigDecimal.valueOf(100 + random.nextInt(1_000_000), random.nextInt(5));
        var basis = random.nextBoolean() ? Optional.<BigDecimal>empty() : Optional.of(BigDecimal.valueOf(100));
        var charges = charges(false);
        var goods = price.multiply(quantity).divide(basis.orElse(BigDecimal.ONE), 2, RoundingMode.HALF_UP);
        return new Invoice.Line(
                number,
                Optional.empty(),
                new Item("", "A-" + number, "", "Article " + number, List.of()),
                new Quantity(quantity, "KGM"),
                price,
                basis,
                charges,
                rate.category,
                Optional.of(rate.number()),
                goods.add(sum(charges, Charge::signedAmount)));
    }

    /** @param taxed those of a whole document say how they are taxed */
    private List<Charge> charges(boolean taxed) {
        return Stream.generate(() -> charge(taxed)).limit(random.nextInt(3)).toList();
    }

    private Charge charge(boolean taxed) {
        var rate = RATES.get(0);
        var kind = random.nextBoolean() ? Charge.Kind.ALLOWANCE : Charge.Kind.CHARGE;
        return new Charge(
                kind,
                kind == Charge.Kind.ALLOWANCE ? "95" : "FC",
                "Agreed",
                BigDecimal.valueOf(1 + random.nextInt(5_000), 2),
                Optional.empty(),
                Optional.empty(),
                taxed ? rate.category : "",
                taxed ? Optional.of(rate.number()) : Optional.empty());
    }

    private static List<Tax> taxes(List<Invoice.Line> lines, List<Charge> charges) {
        var taxed = Stream.concat(
                lines.stream().map(line -> taxed(line.taxRatePercent(), line.netAmount())),
                charges.stream().map(charge -> taxed(charge.taxRatePercent(), charge.signedAmount())));
        return taxed.collect(Collectors.groupingBy(Taxed::rate)).entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().number().negate()))
                .map(entry -> tax(entry.getKey(), sum(entry.getValue(), Taxed::amount)))
                .toList();
    }

    private static Taxed taxed(Optional<BigDecimal> percent, BigDecimal amount) {
        var rate = RATES.stream()
                .filter(known -> known.number().equals(percent.orElseThrow()))
                .findFirst();
        return new Taxed(rate.orElseThrow(), amount);
    }

    private static Tax tax(Rate rate, BigDecimal base) {
        var amount = base.multiply(rate.number()).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        return new Tax(rate.category, rate.number(), base, amount);
    }

    private static <T> BigDecimal sum(List<T> parts, Function<T, BigDecimal> amount) {
        return parts.stream().map(amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}

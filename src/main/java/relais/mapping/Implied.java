package relais.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import relais.document.Charge;
import relais.document.DocumentType;

/**
 * What a partner leaves out because it follows from the rest: of an invoice or a credit note the amounts that others add up to, of a
 * remittance advice the day it was issued. What is stated stays as it is, whether it adds up or not.
 */
final class Implied {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final int FRACTION_DIGITS = 2;
    private static final int PRICE_FRACTION_DIGITS = 6;

    private Implied() {}

    static void fill(DocumentType type, Draft document) {
        if (type == DocumentType.INVOICE || type == DocumentType.CREDIT_NOTE) invoice(new Part(document));
        if (type == DocumentType.REMITTANCE_ADVICE) issued(document);
    }

    /** A remittance advice without a date of its own is of the day on which it pays. */
    private static void issued(Draft advice) {
        var paidOn = Path.of(advice.shape(), "paidOn").get(advice);
        if (paidOn != null) Path.of(advice.shape(), "issuedOn").set(advice, paidOn);
    }

    private static void invoice(Part invoice) {
        var lines = invoice.items("lines");
        for (var line : lines) line(line);
        var charges = charges(invoice, sum(lines, "netAmount"));
        totals(invoice, sum(lines, "netAmount").add(charges));
        for (var tax : invoice.items("taxes")) tax(tax, invoice);
    }

    private static void line(Part line) {
        var quantity = line.number("quantity.value");
        var basis = line.number("priceBasis").filter(of -> of.signum() > 0).orElse(BigDecimal.ONE);
        var gross = quantity.flatMap(of -> line.number("unitPrice").map(of::multiply))
                .map(of -> of.divide(basis, FRACTION_DIGITS, RoundingMode.HALF_UP));
        var charges = charges(line, gross.orElse(BigDecimal.ZERO));
        gross.ifPresent(of -> line.set("netAmount", of.add(charges)));
        quantity.filter(of -> of.signum() != 0)
                .flatMap(of -> line.number("netAmount")
                        .map(net -> net.subtract(charges).multiply(basis))
                        .map(net -> net.divide(of, PRICE_FRACTION_DIGITS, RoundingMode.HALF_UP)))
                .ifPresent(price -> line.set("unitPrice", plain(price)));
    }

    private static BigDecimal plain(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return plain.scale() < FRACTION_DIGITS ? plain.setScale(FRACTION_DIGITS) : plain;
    }

    /** What the charges come to, less the allowances; one that states a percentage alone is of what it is charged on. */
    private static BigDecimal charges(Part on, BigDecimal amount) {
        var total = BigDecimal.ZERO;
        for (var charge : on.items("charges")) {
            charge.number("percent")
                    .map(percent -> percent(percent, charge.number("baseAmount").orElse(amount)))
                    .ifPresent(of -> charge.set("amount", of));
            var of = charge.number("amount").orElse(BigDecimal.ZERO);
            total = charge.isAllowance() ? total.subtract(of) : total.add(of);
        }
        return total;
    }

    private static BigDecimal percent(BigDecimal percent, BigDecimal amount) {
        return amount.multiply(percent).divide(PERCENT, FRACTION_DIGITS, RoundingMode.HALF_UP);
    }

    /** An invoice that states no tax charges none. */
    private static void totals(Part invoice, BigDecimal charged) {
        var payable = invoice.number("payableAmount");
        var net = invoice.number("netAmount");
        var taxes = sum(invoice.items("taxes"), "amount");
        invoice.set("taxAmount", payable.flatMap(of -> net.map(of::subtract)).orElse(taxes));
        var tax = invoice.number("taxAmount").orElse(BigDecimal.ZERO);
        invoice.set("netAmount", payable.map(of -> of.subtract(tax)).orElse(charged));
        invoice.set("payableAmount", net.orElse(charged).add(tax));
    }

    /** The only tax is on all of the invoice. Of several, each is what its rate says. */
    private static void tax(Part tax, Part invoice) {
        var only = invoice.items("taxes").size() == 1;
        var rate = tax.number("ratePercent").filter(of -> of.signum() != 0);
        if (only) invoice.number("netAmount").ifPresent(of -> tax.set("baseAmount", of));
        rate.flatMap(of -> tax.number("amount")
                        .map(amount -> amount.multiply(PERCENT).divide(of, FRACTION_DIGITS, RoundingMode.HALF_UP)))
                .ifPresent(of -> tax.set("baseAmount", of));
        if (only) invoice.number("taxAmount").ifPresent(of -> tax.set("amount", of));
        tax.number("ratePercent")
                .flatMap(of -> tax.number("baseAmount").map(base -> percent(of, base)))
                .ifPresent(of -> tax.set("amount", of));
    }

    private static BigDecimal sum(List<Part> parts, String path) {
        return parts.stream().flatMap(part -> part.number(path).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A draft, with paths for its names. */
    private record Part(Draft draft) {

        /** A number that was read as one. */
        Optional<BigDecimal> number(String path) {
            return Path.of(draft.shape(), path).get(draft) instanceof BigDecimal number
                    ? Optional.of(number)
                    : Optional.empty();
        }

        List<Part> items(String path) {
            return Path.of(draft.shape(), path).items(draft).stream()
                    .map(item -> new Part((Draft) item))
                    .toList();
        }

        /** Sets a number, unless something is stated there. */
        void set(String path, BigDecimal number) {
            Path.of(draft.shape(), path).set(draft, number);
        }

        boolean isAllowance() {
            return Charge.Kind.ALLOWANCE.equals(Path.of(draft.shape(), "kind").get(draft));
        }
    }
}

package relais.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import relais.document.Invoice;
import relais.finding.FindingCode;

/** The amounts of an invoice add up, to the minor unit of its currency. */
final class InvoiceTotals {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /** Digits of an amount in minor units, so that it fits a long and sums of many do too. */
    private static final int MINOR_DIGITS_MAX = 15;

    private InvoiceTotals() {}

    static void check(Invoice invoice, Violations violations) {
        violations.unless(
                invoice.netAmount().signum() >= 0,
                FindingCode.RULE_VIOLATED,
                "/netAmount",
                () -> "the amount is " + invoice.netAmount().toPlainString()
                        + ", less than zero; what is given back is no invoice");
        payable("/netAmount", invoice.netAmount(), invoice, violations);
        payable("/taxAmount", invoice.taxAmount(), invoice, violations);
        payable("/payableAmount", invoice.payableAmount(), invoice, violations);
        lines(invoice, violations);
        taxes(invoice, violations);
        var netAmount = sum(invoice.lines(), Invoice.Line::netAmount);
        agree("/netAmount", invoice.netAmount(), netAmount, "the lines add up to ", violations);
        var taxAmount = sum(invoice.taxes(), Invoice.Tax::amount);
        agree("/taxAmount", invoice.taxAmount(), taxAmount, "the taxes add up to ", violations);
        var payable = invoice.netAmount().add(invoice.taxAmount());
        agree("/payableAmount", invoice.payableAmount(), payable, "net and tax add up to ", violations);
    }

    /** An amount that somebody pays, and that the ledger counts in minor units. */
    private static void payable(String pointer, BigDecimal amount, Invoice invoice, Violations violations) {
        var minorUnits = amount.movePointRight(digits(invoice.currency())).stripTrailingZeros();
        violations.unless(
                minorUnits.scale() <= 0,
                FindingCode.RULE_VIOLATED,
                pointer,
                () -> "the amount is " + amount.toPlainString() + ", finer than the minor unit of "
                        + invoice.currency());
        violations.unless(
                minorUnits.precision() - minorUnits.scale() <= MINOR_DIGITS_MAX,
                FindingCode.RULE_VIOLATED,
                pointer,
                () -> "the amount is " + amount.toPlainString() + ", of more than " + MINOR_DIGITS_MAX
                        + " digits in minor units of " + invoice.currency());
    }

    private static void lines(Invoice invoice, Violations violations) {
        for (var i = 0; i < invoice.lines().size(); i++) {
            var line = invoice.lines().get(i);
            var netAmount = line.quantity().value().multiply(line.unitPrice());
            agree(
                    "/lines/" + i + "/netAmount",
                    line.netAmount(),
                    rounded(netAmount, invoice.currency()),
                    "quantity times unit price is ",
                    violations);
        }
    }

    /** Taxes may have been rounded line by line, so each line may be off by one minor unit. */
    private static void taxes(Invoice invoice, Violations violations) {
        var offMax = BigDecimal.valueOf(invoice.lines().size(), digits(invoice.currency()));
        for (var i = 0; i < invoice.taxes().size(); i++) {
            var tax = invoice.taxes().get(i);
            var amount = rounded(tax.baseAmount().multiply(tax.ratePercent()).divide(PERCENT), invoice.currency());
            violations.unless(
                    amount.subtract(tax.amount()).abs().compareTo(offMax) <= 0,
                    FindingCode.TOTAL_MISMATCH,
                    "/taxes/" + i + "/amount",
                    () -> "the amount is " + tax.amount().toPlainString() + ", but "
                            + tax.ratePercent().toPlainString() + " % of "
                            + tax.baseAmount().toPlainString() + " is " + amount.toPlainString());
        }
    }

    private static void agree(
            String pointer, BigDecimal stated, BigDecimal expected, String because, Violations violations) {
        violations.unless(
                stated.compareTo(expected) == 0,
                FindingCode.TOTAL_MISMATCH,
                pointer,
                () -> "the amount is " + stated.toPlainString() + ", but " + because + expected.toPlainString());
    }

    private static <T> BigDecimal sum(List<T> parts, Function<T, BigDecimal> amount) {
        return parts.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal rounded(BigDecimal amount, Currency currency) {
        return amount.setScale(digits(currency), RoundingMode.HALF_UP);
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}

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

    private InvoiceTotals() {}

    static void check(Invoice invoice, Violations violations) {
        lines(invoice, violations);
        taxes(invoice, violations);
        var netAmount = sum(invoice.lines(), Invoice.Line::netAmount);
        agree("/netAmount", invoice.netAmount(), netAmount, "the lines add up to ", violations);
        var taxAmount = sum(invoice.taxes(), Invoice.Tax::amount);
        agree("/taxAmount", invoice.taxAmount(), taxAmount, "the taxes add up to ", violations);
        var payable = invoice.netAmount().add(invoice.taxAmount());
        agree("/payableAmount", invoice.payableAmount(), payable, "net and tax add up to ", violations);
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

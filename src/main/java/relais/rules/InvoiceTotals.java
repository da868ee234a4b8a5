package relais.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import relais.document.Charge;
import relais.document.CreditNote;
import relais.document.Invoice;
import relais.document.Tax;
import relais.finding.FindingCode;

/** The amounts of an invoice or a credit note add up, to the minor unit of its currency. */
record InvoiceTotals(
        Currency currency,
        List<Invoice.Line> lines,
        List<Charge> charges,
        List<Tax> taxes,
        BigDecimal netAmount,
        BigDecimal taxAmount,
        BigDecimal payableAmount) {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /** Digits of an amount in minor units, so that it fits a long and sums of many do too. */
    private static final int MINOR_DIGITS_MAX = 15;

    static InvoiceTotals of(Invoice invoice) {
        return new InvoiceTotals(
                invoice.currency(),
                invoice.lines(),
                invoice.charges(),
                invoice.taxes(),
                invoice.netAmount(),
                invoice.taxAmount(),
                invoice.payableAmount());
    }

    static InvoiceTotals of(CreditNote note) {
        return new InvoiceTotals(
                note.currency(),
                note.lines(),
                note.charges(),
                note.taxes(),
                note.netAmount(),
                note.taxAmount(),
                note.payableAmount());
    }

    void check(Violations violations) {
        violations.unless(
                netAmount.signum() >= 0,
                FindingCode.RULE_VIOLATED,
                "/netAmount",
                () -> "the amount is " + netAmount.toPlainString()
                        + ", less than zero; what is given back is no invoice");
        payable("/netAmount", netAmount, violations);
        payable("/taxAmount", taxAmount, violations);
        payable("/payableAmount", payableAmount, violations);
        lines(violations);
        taxes(violations);
        var charged = sum(lines, Invoice.Line::netAmount).add(sum(charges, Charge::signedAmount));
        agree("/netAmount", netAmount, charged, "the lines add up to ", violations);
        agree("/taxAmount", taxAmount, sum(taxes, Tax::amount), "the taxes add up to ", violations);
        agree("/payableAmount", payableAmount, netAmount.add(taxAmount), "net and tax add up to ", violations);
    }

    /** An amount that somebody pays, and that the ledger counts in minor units. */
    private void payable(String pointer, BigDecimal amount, Violations violations) {
        var minorUnits = amount.movePointRight(digits()).stripTrailingZeros();
        violations.unless(
                minorUnits.scale() <= 0,
                FindingCode.RULE_VIOLATED,
                pointer,
                () -> "the amount is " + amount.toPlainString() + ", finer than the minor unit of " + currency);
        violations.unless(
                minorUnits.precision() - minorUnits.scale() <= MINOR_DIGITS_MAX,
                FindingCode.RULE_VIOLATED,
                pointer,
                () -> "the amount is " + amount.toPlainString() + ", of more than " + MINOR_DIGITS_MAX
                        + " digits in minor units of " + currency);
    }

    private void lines(Violations violations) {
        for (var i = 0; i < lines.size(); i++)
            agree(
                    "/lines/" + i + "/netAmount",
                    lines.get(i).netAmount(),
                    netAmount(lines.get(i)),
                    "quantity times unit price is ",
                    violations);
    }

    private BigDecimal netAmount(Invoice.Line line) {
        var price = line.quantity().value().multiply(line.unitPrice());
        var basis = line.priceBasis().filter(of -> of.signum() > 0).orElse(BigDecimal.ONE);
        return price.divide(basis, digits(), RoundingMode.HALF_UP).add(sum(line.charges(), Charge::signedAmount));
    }

    /** Taxes may have been rounded line by line, so each line may be off by one minor unit. */
    private void taxes(Violations violations) {
        var offMax = BigDecimal.valueOf(lines.size(), digits());
        for (var i = 0; i < taxes.size(); i++) {
            var tax = taxes.get(i);
            var amount = tax.baseAmount()
                    .multiply(tax.ratePercent())
                    .divide(PERCENT)
                    .setScale(digits(), RoundingMode.HALF_UP);
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

    private int digits() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}

package relais.rules;

import java.math.BigDecimal;
import relais.document.RemittanceAdvice;
import relais.finding.FindingCode;

/** What is paid is the sum of what is paid for each invoice. */
final class RemittanceTotals {

    private RemittanceTotals() {}

    static void check(RemittanceAdvice advice, Violations violations) {
        var paid = BigDecimal.ZERO;
        for (var line : advice.lines()) paid = paid.add(line.paidAmount());
        var sum = paid;
        violations.unless(
                advice.paidAmount().compareTo(sum) == 0,
                FindingCode.TOTAL_MISMATCH,
                "/paidAmount",
                () -> "the amount is " + advice.paidAmount().toPlainString() + ", but the lines add up to "
                        + sum.toPlainString());
        for (var i = 0; i < advice.lines().size(); i++) {
            var line = advice.lines().get(i);
            violations.unless(
                    !line.documentNumber().isBlank(),
                    FindingCode.VALUE_MISSING,
                    "/lines/" + i + "/documentNumber",
                    () -> "the line does not say which document it pays");
        }
    }
}

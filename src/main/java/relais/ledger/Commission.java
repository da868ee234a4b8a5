package relais.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import relais.document.Money;
import relais.ledger.Books.Decision;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Posting;
import relais.ledger.Entry.Share;
import relais.ledger.Fact.InvoiceIssued;
import relais.ledger.Outcome.Booked;
import relais.ledger.Outcome.Waits;

/** Accrues the commission that an invoice makes due, by the decision on its order. Pure, in decimal arithmetic. */
final class Commission {

    static final String EXPENSE = "commission expense";

    private Commission() {}

    static String held(String partner) {
        return "commission held:" + partner;
    }

    static Outcome decide(RecordedFact recorded, InvoiceIssued invoice, Books books) {
        return books.decision(invoice.partner(), invoice.orderNumber())
                .<Outcome>map(decision -> new Booked(accruals(recorded, invoice, decision)))
                .orElseGet(() -> new Waits(
                        recorded,
                        "order " + invoice.orderNumber() + " of " + invoice.partner() + " is not booked yet",
                        Books.key(invoice.partner(), invoice.orderNumber())));
    }

    /** Net times rate times share, half up on the currency's minor unit. */
    static Money of(Money net, Share share) {
        var exact = BigDecimal.valueOf(net.minorUnits())
                .multiply(BigDecimal.valueOf(share.ratePpm()))
                .multiply(BigDecimal.valueOf(share.sharePpm()))
                .movePointLeft(12);
        return Money.ofMinorUnits(exact.setScale(0, RoundingMode.HALF_UP).longValueExact(), net.currency());
    }

    private static List<Draft> accruals(RecordedFact recorded, InvoiceIssued invoice, Decision decision) {
        return decision.shares().stream()
                .map(share -> accrual(recorded, invoice, decision, share))
                .toList();
    }

    /** An invoice without commission is booked as well, so that one sees why there is none. */
    private static Draft accrual(RecordedFact recorded, InvoiceIssued invoice, Decision decision, Share share) {
        var commission = of(invoice.netAmount(), share);
        var posting = Optional.of(commission)
                .filter(amount -> amount.minorUnits() > 0)
                .map(amount -> new Posting(EXPENSE, held(share.party()), amount));
        return new Draft(
                Kind.ACCRUAL,
                recorded,
                share.party(),
                decision.consumer(),
                invoice.issuedOn(),
                List.of(),
                posting,
                decision.termsVersion(),
                new Canonical(Canonical.Type.INPUTS)
                        .bytes(recorded.hash())
                        .bytes(decision.inputs())
                        .text(share.party())
                        .number(share.sharePpm())
                        .number(share.ratePpm())
                        .hash(),
                explanation(invoice, decision, share));
    }

    private static String explanation(InvoiceIssued invoice, Decision decision, Share share) {
        var rate = share.ratePpm() == 0 ? "no commission" : percent(share.ratePpm()) + " commission";
        var part = share.sharePpm() == Draft.WHOLE_PPM ? "" : " for a share of " + percent(share.sharePpm());
        return rate + part + " on " + invoice.netAmount() + " net of invoice " + invoice.invoiceNumber() + ", order "
                + invoice.orderNumber() + ": " + decision.explanation();
    }

    private static String percent(int ppm) {
        return BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString() + " %";
    }
}

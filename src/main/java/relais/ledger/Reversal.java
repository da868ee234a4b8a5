package relais.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import relais.document.Money;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Place;
import relais.ledger.Entry.Posting;
import relais.ledger.Fact.CreditIssued;
import relais.ledger.OrderBooks.Accrued;
import relais.ledger.Outcome.Booked;
import relais.ledger.Outcome.Waits;

/**
 * Takes back commission for what was given back, in proportion to each line and cumulatively: whatever came before and in
 * how many parts, all of it is taken back exactly when all of it was given back. Pure: it only reads the books.
 */
final class Reversal {

    private Reversal() {}

    static Outcome decide(RecordedFact recorded, CreditIssued credit, Books books) {
        var order = books.order(credit.partner(), credit.orderNumber());
        var named = credit.invoiceNumber();
        if (order.charged().isEmpty()
                || !named.isEmpty() && order.charged(named).isEmpty())
            return new Waits(recorded, waits(credit), Books.key(credit.partner(), credit.orderNumber()));
        return new Booked(reversals(recorded, credit, order, books));
    }

    private static String waits(CreditIssued credit) {
        var number = credit.invoiceNumber();
        return (number.isEmpty() ? "no invoice" : "invoice " + number) + " of order " + credit.orderNumber() + " of "
                + credit.partner() + " is" + (number.isEmpty() ? "" : " not") + " booked yet";
    }

    private static List<Draft> reversals(RecordedFact recorded, CreditIssued credit, OrderBooks order, Books books) {
        var before = Returned.of(order.charged(), order.credits());
        var credits = new ArrayList<>(order.credits());
        credits.add(recorded);
        var after = Returned.of(order.charged(), credits);
        var drafts = new ArrayList<Draft>();
        for (var accrued : order.accruals()) {
            var charged = charged(order, accrued);
            if (!credit.invoiceNumber().isEmpty() && !charged.fact().number().equals(credit.invoiceNumber())) continue;
            drafts.add(between(recorded, order, accrued, before, after, books)
                    .explained(explanation(credit, charged, after.excess())));
        }
        return drafts;
    }

    private static RecordedFact charged(OrderBooks order, Accrued accrued) {
        return order.charged().stream()
                .filter(f -> f.id() == accrued.subject().fact())
                .findFirst()
                .orElseThrow();
    }

    private static String explanation(CreditIssued credit, RecordedFact charged, long excess) {
        var currency = credit.goods().currency();
        var more = excess == 0
                ? ""
                : "; " + Money.ofMinorUnits(excess, currency) + " more than was left of what was invoiced";
        return "credit note " + credit.number() + " gives back "
                + Money.ofMinorUnits(credit.goods().net() + credit.goods().freight(), currency) + " of "
                + charged.fact().number() + ", order " + credit.orderNumber() + more;
    }

    /** Takes back what is left of an accrual, because the order was attributed anew. */
    static Draft all(RecordedFact because, OrderBooks order, Accrued accrued, Books books, String explanation) {
        var measure = new Measure(order, accrued);
        var returned = Returned.of(order.charged(), order.credits());
        return draft(because, accrued, measure, (amount, line) -> amount - measure.part(amount, line, returned), books)
                .explained(explanation);
    }

    /** Takes back of an accrual what was given back between two states. */
    private static Draft between(
            RecordedFact because, OrderBooks order, Accrued accrued, Returned before, Returned after, Books books) {
        var measure = new Measure(order, accrued);
        return draft(
                because,
                accrued,
                measure,
                (amount, line) -> measure.part(amount, line, after) - measure.part(amount, line, before),
                books);
    }

    /** How much of an amount that stands for a line is to be taken back. */
    private interface Part {
        long of(long amount, int line);
    }

    /** Amounts in proportion to what came back of what was there when they accrued. */
    private record Measure(RecordedFact charged, Goods goods, Returned atFirst) {

        Measure(OrderBooks order, Accrued accrued) {
            this(Reversal.charged(order, accrued), order, accrued);
        }

        private Measure(RecordedFact charged, OrderBooks order, Accrued accrued) {
            this(
                    charged,
                    Returned.goods(charged.fact()),
                    Returned.of(order.charged(), order.credits().subList(0, accrued.credits())));
        }

        /** Half up. */
        long part(long amount, int line, Returned returned) {
            var before = atFirst.of(charged.id(), line);
            var whole = BigInteger.valueOf(Returned.charged(goods, line) - before);
            if (whole.signum() == 0) return 0;
            return BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(returned.of(charged.id(), line) - before))
                    .shiftLeft(1)
                    .add(whole)
                    .divide(whole.shiftLeft(1))
                    .longValueExact();
        }
    }

    private static Draft draft(RecordedFact because, Accrued accrued, Measure measure, Part part, Books books) {
        var postings = new ArrayList<Posting>();
        for (int n = 1; n <= accrued.postings().size(); n++) {
            var posting = accrued.postings().get(n - 1);
            add(postings, accrued, n, part.of(posting.amount().minorUnits(), posting.line()), books);
        }
        var currency = measure.goods().currency();
        return Draft.of(
                        Kind.REVERSAL,
                        because,
                        accrued.party(),
                        accrued.consumer(),
                        accrued.termsVersion(),
                        inputs(because, accrued, postings),
                        "takes back")
                .moving(
                        accrued.subject(),
                        Optional.of(Money.ofMinorUnits(part.of(accrued.turnover(), 0), currency)),
                        postings);
    }

    private static byte[] inputs(RecordedFact because, Accrued accrued, List<Posting> postings) {
        var inputs = new Canonical(Canonical.Type.INPUTS)
                .bytes(because.hash())
                .bytes(accrued.subject().hash())
                .number(accrued.seq());
        postings.forEach(posting -> inputs.number(posting.amount().minorUnits()));
        return inputs.hash();
    }

    private static void add(List<Posting> postings, Accrued accrued, int n, long amount, Books books) {
        if (amount == 0) return;
        var posting = accrued.postings().get(n - 1);
        var from =
                books.isReleased(accrued) ? AccountNames.payable(accrued.party()) : AccountNames.held(accrued.party());
        postings.add(new Posting(
                posting.line(),
                from,
                AccountNames.EXPENSE,
                Money.ofMinorUnits(amount, posting.amount().currency()),
                0,
                "of " + posting.amount() + " for " + posting.reason(),
                Optional.of(new Place(accrued.seq(), n))));
    }
}

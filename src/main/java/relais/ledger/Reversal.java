package relais.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relais.document.Money;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Place;
import relais.ledger.Entry.Posting;
import relais.ledger.Fact.CreditIssued;
import relais.ledger.Fact.SaleReturned;
import relais.ledger.OrderBooks.Accrued;
import relais.ledger.Outcome.Booked;
import relais.ledger.Outcome.Waits;
import relais.ledger.Returned.Given;

/**
 * Takes back commission for what came back, in proportion to each line and cumulatively: whatever came before and in how
 * many parts, all of it is taken back exactly when all of it came back. Pure: it only reads the books.
 */
final class Reversal {

    private Reversal() {}

    static Outcome decide(RecordedFact recorded, CreditIssued credit, Books books) {
        var order = books.order(credit.partner(), credit.orderNumber());
        var named = credit.invoiceNumber();
        if (order.charged().isEmpty() || !named.isEmpty() && !order.hasCharged(named))
            return new Waits(recorded, waits(credit), Books.key(credit.partner(), credit.orderNumber()));
        return new Booked(reversals(recorded, credit, order, books));
    }

    private static String waits(CreditIssued credit) {
        var number = credit.invoiceNumber();
        return (number.isEmpty() ? "no invoice" : "invoice " + number) + " of order " + credit.orderNumber() + " of "
                + credit.partner() + " is" + (number.isEmpty() ? "" : " not") + " booked yet";
    }

    private static List<Draft> reversals(RecordedFact recorded, CreditIssued credit, OrderBooks order, Books books) {
        var given = order.returned().give(credit);
        var drafts = new ArrayList<Draft>();
        for (var accrued : order.accruals()) {
            var invoice = order.charged(accrued).fact().number();
            if (credit.invoiceNumber().isEmpty() || invoice.equals(credit.invoiceNumber()))
                drafts.add(part(recorded, order, accrued, given, books).explained(explanation(credit, invoice, given)));
        }
        return drafts;
    }

    private static String explanation(CreditIssued credit, String invoice, Given given) {
        var currency = credit.goods().currency();
        return "credit note " + credit.number() + " gives back "
                + Money.ofMinorUnits(credit.goods().net() + credit.goods().freight(), currency) + " of " + invoice
                + ", order " + credit.orderNumber() + excess(given, currency, "invoiced");
    }

    /** What a partner reports as returned is set against what it reported as sold. */
    static Outcome decide(RecordedFact recorded, SaleReturned back, Books books) {
        var sales = books.sales(back.partner());
        if (sales.charged().isEmpty())
            return new Waits(
                    recorded, "no sale of " + back.partner() + " is booked yet", Books.salesOf(back.partner()));
        return new Booked(reversals(recorded, back, sales, books));
    }

    private static List<Draft> reversals(RecordedFact recorded, SaleReturned back, OrderBooks sales, Books books) {
        var given = sales.returned().give(back);
        var drafts = new ArrayList<Draft>();
        for (var accrued : sales.accruals())
            if (!given.of(accrued.subject().fact()).isEmpty())
                drafts.add(part(recorded, sales, accrued, given, books)
                        .explained(explanation(back, sales.charged(accrued), given)));
        return drafts.isEmpty() ? List.of(ofNothing(recorded, back, given)) : drafts;
    }

    private static String explanation(SaleReturned back, RecordedFact sale, Given given) {
        var currency = back.goods().currency();
        return "sales report " + back.number() + " says that "
                + Money.ofMinorUnits(Returned.sum(given.of(sale.id())), currency) + " came back of sales report "
                + sale.fact().number() + excess(given, currency, "sold");
    }

    /** An entry that moves nothing and says so. */
    private static Draft ofNothing(RecordedFact recorded, SaleReturned back, Given given) {
        var currency = back.goods().currency();
        return Draft.of(
                        Kind.REVERSAL,
                        recorded,
                        back.partner(),
                        Optional.empty(),
                        0,
                        new Canonical(Canonical.Type.INPUTS)
                                .bytes(recorded.hash())
                                .hash(),
                        "sales report " + back.number() + " says that goods came back, set against no sale"
                                + excess(given, currency, "sold"))
                .moving(Draft.Subject.of(recorded), Optional.of(Money.ofMinorUnits(0, currency)), List.of());
    }

    private static String excess(Given given, Currency currency, String charged) {
        var amount = given.excess() == 0
                ? ""
                : "; " + Money.ofMinorUnits(given.excess(), currency) + " more than was left of what was " + charged;
        var units = given.unitsInExcess().signum() == 0
                ? ""
                : "; " + given.unitsInExcess().toPlainString() + " units with no amount are of nothing that was "
                        + charged;
        return amount + units;
    }

    /** Takes back what is left of an accrual, because the order was attributed anew. */
    static Draft all(RecordedFact because, OrderBooks order, Accrued accrued, Books books, String explanation) {
        var measure = new Measure(order, accrued);
        var returned = order.returned().of(accrued.subject().fact());
        return draft(because, accrued, measure, (amount, line) -> amount - measure.part(amount, line, returned), books)
                .explained(explanation);
    }

    /** Takes back of an accrual what is given back now. */
    private static Draft part(RecordedFact because, OrderBooks order, Accrued accrued, Given given, Books books) {
        var measure = new Measure(order, accrued);
        var before = order.returned().of(accrued.subject().fact());
        var after = new HashMap<>(before);
        given.of(accrued.subject().fact()).forEach((line, amount) -> after.merge(line, amount, Math::addExact));
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

    /**
     * Amounts in proportion to what came back of what was there when they accrued.
     *
     * @param charged minor units by line; with freight as line 0
     */
    private record Measure(Currency currency, Map<Integer, Long> charged, Map<Integer, Long> atFirst) {

        Measure(OrderBooks order, Accrued accrued) {
            this(Returned.goods(order.charged(accrued).fact()), accrued);
        }

        private Measure(Goods goods, Accrued accrued) {
            this(goods.currency(), byLine(goods), accrued.returned());
        }

        private static Map<Integer, Long> byLine(Goods goods) {
            var lines = new HashMap<Integer, Long>();
            goods.lines().forEach(line -> lines.merge(line.line(), line.net(), Math::addExact));
            lines.merge(Returned.FREIGHT, goods.freight(), Math::addExact);
            return lines;
        }

        /** Half up. */
        long part(long amount, int line, Map<Integer, Long> returned) {
            var before = Returned.of(atFirst, line);
            var whole = BigInteger.valueOf(Returned.of(charged, line) - before);
            if (whole.signum() == 0) return 0;
            return BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(Returned.of(returned, line) - before))
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
                        Optional.of(Money.ofMinorUnits(part.of(accrued.turnover(), 0), measure.currency())),
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

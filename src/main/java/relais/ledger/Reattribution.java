package relais.ledger;

import java.util.ArrayList;
import java.util.List;
import relais.ledger.Books.Decision;
import relais.ledger.Entry.Kind;
import relais.ledger.Fact.OrderReattributed;
import relais.ledger.Outcome.Booked;
import relais.ledger.Outcome.Waits;

/** Books an operator's new decision on an order: what was accrued is taken back, and accrues by the new shares. */
final class Reattribution {

    private Reattribution() {}

    static Outcome decide(RecordedFact recorded, OrderReattributed anew, Books books) {
        var before = books.decision(anew.partner(), anew.orderNumber());
        if (before.isEmpty())
            return new Waits(
                    recorded,
                    "order " + anew.orderNumber() + " of " + anew.partner() + " is not booked yet",
                    Books.key(anew.partner(), anew.orderNumber()));
        var why = anew.operator() + " attributed order " + anew.orderNumber() + " anew: " + anew.reason();
        var inputs = new Canonical(Canonical.Type.INPUTS)
                .bytes(recorded.hash())
                .bytes(before.get().inputs())
                .hash();
        var decision = new Decision(
                anew.shares(), before.get().consumer(), before.get().isFirst(), inputs, why);
        for (var charged : books.order(anew.partner(), anew.orderNumber()).charged()) {
            var other = Commission.otherCurrency(
                    recorded, Returned.goods(charged.fact()).currency(), decision, books);
            if (other.isPresent()) return other.get();
        }
        var takenBack = new ArrayList<Draft>();
        takenBack.add(decided(recorded, decision));
        takenBack.addAll(takenBack(recorded, anew, books, why));
        var without = books.with(takenBack);
        var drafts = new ArrayList<>(takenBack);
        drafts.addAll(accrued(recorded, anew, decision, without));
        return new Booked(drafts);
    }

    private static Draft decided(RecordedFact recorded, Decision decision) {
        var first = decision.shares().get(0);
        return Draft.of(
                        Kind.DECISION,
                        recorded,
                        first.party(),
                        decision.consumer(),
                        first.termsVersion(),
                        decision.inputs(),
                        decision.explanation())
                .withShares(decision.shares());
    }

    private static List<Draft> takenBack(RecordedFact recorded, OrderReattributed anew, Books books, String why) {
        var order = books.order(anew.partner(), anew.orderNumber());
        return order.accruals().stream()
                .map(accrued -> Reversal.all(recorded, order, accrued, books, why))
                .toList();
    }

    /** What accrues for what was invoiced and not given back, as if the new decision had been the first. */
    private static List<Draft> accrued(RecordedFact recorded, OrderReattributed anew, Decision decision, Books books) {
        var order = books.order(anew.partner(), anew.orderNumber());
        var drafts = new ArrayList<Draft>();
        for (var charged : order.charged())
            drafts.addAll(
                    Commission.accruals(recorded, charged, order.returned().kept(charged), decision, books));
        return drafts;
    }
}

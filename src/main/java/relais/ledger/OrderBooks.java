package relais.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import relais.ledger.Entry.Posting;
import relais.ledger.Fact.OrderReattributed;
import relais.ledger.Fact.SaleReported;
import relais.ledger.Fact.SaleReturned;

/**
 * What is booked of one order, or of all that a seller sold out of its own stock: what was charged, what came back, and what
 * was accrued for it. Grows with the batch.
 */
final class OrderBooks {

    /**
     * An accrual in force.
     *
     * @param subject the invoice or sale
     * @param turnover minor units, before any rate
     * @param returned minor units by line that had come back before; it accrued for what was left
     */
    record Accrued(
            long seq,
            Draft.Subject subject,
            String party,
            Optional<UUID> consumer,
            int termsVersion,
            LocalDate dueOn,
            long turnover,
            List<Posting> postings,
            Map<Integer, Long> returned) {

        Accrued {
            postings = List.copyOf(postings);
            returned = Map.copyOf(returned);
        }

        static Accrued of(Books.Placed placed, Map<Integer, Long> returned) {
            var draft = placed.draft();
            return new Accrued(
                    placed.seq(),
                    draft.subject(),
                    draft.partner(),
                    draft.consumer(),
                    draft.termsVersion(),
                    draft.dueOn().orElseThrow(),
                    draft.turnover().orElseThrow().minorUnits(),
                    draft.postings(),
                    returned);
        }

        long total() {
            return postings.stream().mapToLong(p -> p.amount().minorUnits()).sum();
        }
    }

    private final Predicate<Fact> concerns;
    private final Map<Long, RecordedFact> charged = new LinkedHashMap<>();
    private final Set<Long> takenIn = new HashSet<>();
    private final Returned returned = new Returned();
    private final List<Accrued> accruals = new ArrayList<>();

    private OrderBooks(Predicate<Fact> concerns) {
        this.concerns = concerns;
    }

    static OrderBooks ofOrder(String seller, String orderNumber) {
        return new OrderBooks(
                fact -> fact.partner().equals(seller) && fact.orderNumber().equals(orderNumber) && !isOutOfStock(fact));
    }

    /** What a seller reported that it sold out of its own stock, and what came back of it. */
    static OrderBooks ofSales(String seller) {
        return new OrderBooks(fact -> fact.partner().equals(seller) && isOutOfStock(fact));
    }

    private static boolean isOutOfStock(Fact fact) {
        return fact instanceof SaleReported || fact instanceof SaleReturned;
    }

    /** Invoices or sales, in the order booked. */
    List<RecordedFact> charged() {
        return List.copyOf(charged.values());
    }

    RecordedFact charged(Accrued accrued) {
        return charged.get(accrued.subject().fact());
    }

    boolean hasCharged(String number) {
        return charged.values().stream().anyMatch(f -> f.fact().number().equals(number));
    }

    /** What came back so far. */
    Returned returned() {
        return returned;
    }

    /** Those in force, in the order booked. */
    List<Accrued> accruals() {
        return List.copyOf(accruals);
    }

    /** Turnover that a party was credited with, less nothing. */
    long turnover(String party) {
        return accruals.stream()
                .filter(accrued -> accrued.party().equals(party))
                .mapToLong(Accrued::turnover)
                .sum();
    }

    /** Takes in an entry if it belongs here. */
    void add(Books.Placed placed) {
        var draft = placed.draft();
        if (!concerns.test(draft.fact().fact())) return;
        switch (draft.kind()) {
            case ACCRUAL -> accrue(placed);
            case REVERSAL -> takeBack(placed);
            case TERMS, TOUCH, ACQUISITION, DECISION, CONFLICT, RELEASE, SETTLEMENT, ERASURE, DAY -> {}
        }
    }

    private void accrue(Books.Placed placed) {
        var draft = placed.draft();
        var fact = draft.fact();
        if (!(fact.fact() instanceof OrderReattributed) && charged.putIfAbsent(fact.id(), fact) == null)
            returned.charge(fact);
        accruals.add(Accrued.of(placed, returned.of(draft.subject().fact())));
    }

    private void takeBack(Books.Placed placed) {
        var fact = placed.draft().fact();
        if (fact.fact() instanceof OrderReattributed) decideAnew(placed);
        else if (takenIn.add(fact.id())) returned.take(fact.fact());
    }

    /** A new decision takes back whatever was accrued by the one before. */
    private void decideAnew(Books.Placed placed) {
        accruals.removeIf(accrued -> accrued.seq() < placed.seq()
                && accrued.subject().fact() == placed.draft().subject().fact()
                && accrued.party().equals(placed.draft().partner()));
    }
}

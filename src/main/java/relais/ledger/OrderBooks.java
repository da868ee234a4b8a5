package relais.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import relais.ledger.Entry.Posting;

/** What is booked of one order: what was invoiced and credited, and what was accrued for it. Grows with the batch. */
final class OrderBooks {

    /**
     * An accrual in force.
     *
     * @param subject the invoice or sale
     * @param turnover minor units, before any rate
     * @param credits how many credit notes of the order were booked before it; it accrued for what they left
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
            int credits) {

        Accrued {
            postings = List.copyOf(postings);
        }

        static Accrued of(Books.Placed placed, int credits) {
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
                    credits);
        }

        long total() {
            return postings.stream().mapToLong(p -> p.amount().minorUnits()).sum();
        }
    }

    private final String seller;
    private final String orderNumber;
    private final List<RecordedFact> charged = new ArrayList<>();
    private final List<RecordedFact> credits = new ArrayList<>();
    private final List<Accrued> accruals = new ArrayList<>();

    OrderBooks(String seller, String orderNumber) {
        this.seller = seller;
        this.orderNumber = orderNumber;
    }

    /** Invoices and sales, in the order booked. */
    List<RecordedFact> charged() {
        return List.copyOf(charged);
    }

    /** In the order booked. */
    List<RecordedFact> credits() {
        return List.copyOf(credits);
    }

    /** Those in force, in the order booked. */
    List<Accrued> accruals() {
        return List.copyOf(accruals);
    }

    Optional<RecordedFact> charged(String number) {
        return charged.stream().filter(f -> f.fact().number().equals(number)).findFirst();
    }

    /** Turnover that a party was credited with, less nothing. */
    long turnover(String party) {
        return accruals.stream()
                .filter(accrued -> accrued.party().equals(party))
                .mapToLong(Accrued::turnover)
                .sum();
    }

    /** Takes in an entry if it belongs to the order. */
    void add(Books.Placed placed) {
        var draft = placed.draft();
        var fact = draft.fact().fact();
        if (!fact.partner().equals(seller) || !fact.orderNumber().equals(orderNumber)) return;
        switch (draft.kind()) {
            case ACCRUAL -> accrue(placed);
            case REVERSAL -> takeBack(placed);
            case TERMS, TOUCH, ACQUISITION, DECISION, CONFLICT, RELEASE, SETTLEMENT, ERASURE, DAY -> {}
        }
    }

    private void accrue(Books.Placed placed) {
        var fact = placed.draft().fact();
        if (!(fact.fact() instanceof Fact.OrderReattributed)) once(charged, fact);
        accruals.add(Accrued.of(placed, credits.size()));
    }

    /** A new decision takes back whatever was accrued by the one before. */
    private void takeBack(Books.Placed placed) {
        var fact = placed.draft().fact();
        if (fact.fact() instanceof Fact.CreditIssued) once(credits, fact);
        else
            accruals.removeIf(accrued -> accrued.seq() < placed.seq()
                    && accrued.subject().fact() == placed.draft().subject().fact()
                    && accrued.party().equals(placed.draft().partner()));
    }

    private static void once(List<RecordedFact> facts, RecordedFact fact) {
        if (facts.stream().noneMatch(f -> f.id() == fact.id())) facts.add(fact);
    }
}

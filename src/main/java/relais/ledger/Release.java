package relais.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import relais.document.Money;
import relais.ledger.Books.Due;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Posting;
import relais.ledger.Fact.DayBegun;
import relais.ledger.Outcome.Booked;
import relais.ledger.Outcome.BookedInPart;

/** Makes payable what was held long enough, less what was taken back meanwhile. Pure: it only reads the books. */
final class Release {

    private Release() {}

    /** Accruals that become payable in one batch. */
    static final int ACCRUALS_MAX = 5_000;

    /** A day that began before, or again, changes nothing. */
    static Outcome decide(RecordedFact recorded, DayBegun day, Books books) {
        var drafts = new ArrayList<Draft>();
        if (day.day().isAfter(books.today())) {
            var releasing = books.due(day.day(), recorded.id(), ACCRUALS_MAX);
            releasing.due().forEach(due -> drafts.add(release(recorded, due)));
            if (releasing.goesOn()) return new BookedInPart(drafts);
        }
        var released = books.released(recorded.id()) + drafts.size();
        drafts.add(Draft.of(
                Kind.DAY,
                recorded,
                day.partner(),
                Optional.empty(),
                0,
                recorded.hash(),
                released + (released == 1 ? " accrual" : " accruals") + " became payable on " + day.day()));
        return new Booked(drafts);
    }

    private static Draft release(RecordedFact recorded, Due due) {
        var accrued = due.accrued();
        var amount = Money.ofMinorUnits(
                due.left(), accrued.postings().get(0).amount().currency());
        return Draft.of(
                        Kind.RELEASE,
                        recorded,
                        accrued.party(),
                        accrued.consumer(),
                        accrued.termsVersion(),
                        new Canonical(Canonical.Type.INPUTS)
                                .bytes(recorded.hash())
                                .bytes(accrued.subject().hash())
                                .number(accrued.seq())
                                .number(due.left())
                                .hash(),
                        "held until " + accrued.dueOn() + " under terms version " + accrued.termsVersion())
                .moving(
                        accrued.subject(),
                        Optional.empty(),
                        List.of(new Posting(
                                0,
                                AccountNames.held(accrued.party()),
                                AccountNames.payable(accrued.party()),
                                amount,
                                0,
                                "accrual " + accrued.seq(),
                                Optional.empty())));
    }
}

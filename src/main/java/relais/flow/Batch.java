package relais.flow;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import relais.edi.Answer;
import relais.edi.InterchangeOutcome;
import relais.edi.Position;
import relais.finding.Findings;
import relais.mailbox.Inbox;
import relais.partner.Partner;

/**
 * What one database transaction works on: a part of one receipt, of at most one interchange. The steps hand it on, each
 * adding what it found out.
 *
 * @param sender whose channel it came by; the only partner its documents can be from
 * @param interchange position of the interchange in the receipt, from 1
 * @param outcome of the whole interchange, also when this batch holds only a part of it; empty for other formats
 * @param opening whether this is the interchange's first batch, in which it is acknowledged
 * @param answers what the interchange says about interchanges that we sent (TA1)
 * @param items the transaction sets or the documents of this batch
 * @param next where the next batch starts; empty when nothing is left of the receipt
 */
public record Batch(
        Inbox.Claim claim,
        Partner sender,
        int interchange,
        Optional<InterchangeOutcome> outcome,
        boolean opening,
        List<Answer> answers,
        List<Item> items,
        Optional<Position> next) {

    public Batch {
        answers = List.copyOf(answers);
        items = List.copyOf(items);
    }

    /** A receipt that holds this one document. */
    static Batch of(Inbox.Claim claim, Partner sender, Item item) {
        return of(claim, sender, List.of(item), Optional.empty());
    }

    /** Documents of a receipt that is no interchange. */
    static Batch of(Inbox.Claim claim, Partner sender, List<Item> items, Optional<Position> next) {
        return new Batch(claim, sender, 1, Optional.empty(), false, List.of(), items, next);
    }

    /** The same with every item that may still go on replaced. */
    Batch mapAccepted(UnaryOperator<Item> step) {
        return withItems(items.stream()
                .map(item -> item.rejected() ? item : step.apply(item))
                .toList());
    }

    Batch withItems(List<Item> changed) {
        return new Batch(claim, sender, interchange, outcome, opening, answers, changed, next);
    }

    /** The flat file that Smooks has to read before it can be translated; empty for every other format. */
    Optional<Item> flatFile() {
        return items.stream()
                .filter(item -> !item.rejected() && item.format().equals(Format.SMOOKS))
                .findFirst();
    }

    /** Findings that reject the interchange as a whole. */
    Findings envelopeFindings() {
        return outcome.map(o -> new Findings(o.findings())).orElse(Findings.none());
    }
}

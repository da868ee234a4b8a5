package relais.flow;

import relais.edi.InterchangeOutcome;
import relais.mailbox.Inbox;
import relais.mailbox.Interchanges;

/** Notes how far the receipt was worked on, in the transaction of the work itself: what a crash undoes is done again. */
public final class AdvanceStep {

    private final Inbox inbox;
    private final Interchanges interchanges;

    AdvanceStep(Inbox inbox, Interchanges interchanges) {
        this.inbox = inbox;
        this.interchanges = interchanges;
    }

    public Batch advance(Batch batch) {
        if (batch.opening()) batch.outcome().ifPresent(outcome -> interchanges.save(entry(batch, outcome)));
        var receipt = batch.claim().receipt();
        if (batch.next().isPresent())
            inbox.advance(receipt, Stored.json(batch.next().get()));
        else if (isUnreadable(batch)) inbox.park(receipt, reason(batch));
        else inbox.processed(receipt);
        return batch;
    }

    /** Whether nothing of the receipt made sense, so that there is nobody to answer and it waits for an operator. */
    private static boolean isUnreadable(Batch batch) {
        return batch.claim().position().isEmpty()
                && batch.outcome().isEmpty()
                && !batch.items().isEmpty()
                && batch.items().stream().allMatch(item -> item.content() instanceof Content.Nothing);
    }

    private static String reason(Batch batch) {
        return batch.items().get(0).findings().stream()
                .map(finding -> finding.text())
                .findFirst()
                .orElse("");
    }

    private static Interchanges.Entry entry(Batch batch, InterchangeOutcome outcome) {
        var interchange = outcome.interchange();
        return new Interchanges.Entry(
                batch.claim().receipt(),
                batch.interchange(),
                batch.sender().id(),
                Format.of(interchange.standard()),
                interchange.senderQualifier() + ":" + interchange.sender(),
                interchange.receiverQualifier() + ":" + interchange.receiver(),
                interchange.controlNumber(),
                Stored.json(outcome),
                state(outcome));
    }

    private static Interchanges.State state(InterchangeOutcome outcome) {
        var sets = outcome.groups().stream()
                .flatMap(group -> group.sets().stream().map(set -> group.rejected() || set.rejected()))
                .toList();
        var nothingHolds = sets.stream().allMatch(rejected -> rejected) && !sets.isEmpty();
        if (outcome.rejected() || nothingHolds) return Interchanges.State.REJECTED;
        return sets.contains(true) ? Interchanges.State.PARTLY_ACCEPTED : Interchanges.State.ACCEPTED;
    }
}

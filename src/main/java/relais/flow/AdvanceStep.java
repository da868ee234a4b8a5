package relais.flow;

import relais.edi.GroupOutcome;
import relais.edi.InterchangeOutcome;
import relais.edi.SetOutcome;
import relais.finding.Finding;
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

    /** What a finding says of bytes that mention someone may repeat them. */
    private static String reason(Batch batch) {
        var item = batch.items().get(0);
        return item.findings().stream()
                .map(finding -> item.consumer().isEmpty()
                        ? finding.text()
                        : finding.code().advice())
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
                Stored.json(withoutWords(outcome)),
                state(outcome));
    }

    /** What was found in transaction sets is kept with their documents, sealed; here only where it was. */
    private static InterchangeOutcome withoutWords(InterchangeOutcome outcome) {
        var groups = outcome.groups().stream()
                .map(group -> new GroupOutcome(
                        group.group(),
                        group.setsSaid(),
                        group.sets().stream().map(AdvanceStep::withoutWords).toList(),
                        group.findings()))
                .toList();
        return new InterchangeOutcome(outcome.interchange(), groups, outcome.findings());
    }

    private static SetOutcome withoutWords(SetOutcome set) {
        var places = set.findings().stream()
                .map(found -> new Finding(found.code(), found.severity(), found.location(), "", ""))
                .toList();
        return new SetOutcome(
                set.type(), set.version(), set.controlNumber(), set.ordinal(), set.segments(), places, set.loops());
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

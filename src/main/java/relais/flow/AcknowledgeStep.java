package relais.flow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import relais.consumer.Vault;
import relais.edi.Acknowledgement;
import relais.edi.InterchangeOutcome;
import relais.edi.InterchangeWriter;
import relais.edi.Structures;
import relais.edi.Unwritable;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;
import relais.mailbox.ControlNumbers;
import relais.mailbox.Documents;
import relais.mailbox.Documents.Source;
import relais.mailbox.Outbox;

/** Sends the acknowledgement that an interchange is owed, once, with its first batch. */
public final class AcknowledgeStep {

    private final Structures structures;
    private final InterchangeWriter writer;
    private final Envelopes envelopes;
    private final ControlNumbers numbers;
    private final Documents documents;
    private final Outbox outbox;
    private final Vault vault;
    private final Supplier<UUID> ids;

    AcknowledgeStep(
            Structures structures,
            InterchangeWriter writer,
            Envelopes envelopes,
            ControlNumbers numbers,
            Documents documents,
            Outbox outbox,
            Vault vault,
            Supplier<UUID> ids) {
        this.structures = structures;
        this.writer = writer;
        this.envelopes = envelopes;
        this.numbers = numbers;
        this.documents = documents;
        this.outbox = outbox;
        this.vault = vault;
        this.ids = ids;
    }

    public Batch acknowledge(Batch batch) {
        var agreed = batch.sender().acknowledging();
        if (batch.opening() && !agreed.channel().isEmpty())
            batch.outcome()
                    .flatMap(outcome -> Acknowledgement.of(outcome, agreed.policy(), structures, envelopes.now()))
                    .ifPresent(acknowledgement -> send(acknowledgement, batch, agreed.channel()));
        return batch;
    }

    private void send(Acknowledgement acknowledgement, Batch batch, String channel) {
        var partner = batch.sender().id();
        var interchange = Long.toString(numbers.next(partner, "interchange"));
        var group = acknowledgement.sets().isEmpty() ? "" : Long.toString(numbers.next(partner, "group"));
        var envelope = acknowledgement.envelope(interchange, group);
        var id = ids.get();
        var control = interchange + "/" + group + "/";
        byte[] bytes;
        try {
            bytes = writer.write(envelope, acknowledgement.beforeGroups(), acknowledgement.sets());
        } catch (Unwritable e) {
            documents.register(
                    List.of(entry(id, acknowledgement, batch, control, Documents.State.PARKED, unwritable(e))));
            return;
        }
        documents.register(List.of(entry(id, acknowledgement, batch, control, Documents.State.DUE, Findings.none())));
        var name = FileNames.of(acknowledgement.type(), envelope.standard(), interchange);
        var repeats = repeats(batch);
        outbox.put(new Outbox.Payload(
                id,
                channel,
                partner + "/acknowledgements",
                name,
                FileNames.contentType(envelope.standard()),
                repeats ? Optional.of(id) : Optional.empty(),
                repeats ? vault.create(id).seal(bytes) : bytes));
    }

    /** Whether it may say again what it found wrong, which may name someone. It is not known yet whom: the key is shared out later. */
    private static boolean repeats(Batch batch) {
        return batch.outcome().stream()
                .flatMap(outcome -> outcome.groups().stream())
                .flatMap(group -> group.sets().stream())
                .anyMatch(set -> !set.findings().isEmpty());
    }

    /** What the partner wrote into its header cannot be written back; what came in goes on all the same. */
    private static Findings unwritable(Unwritable e) {
        var finding = Finding.error(
                FindingCode.INTERCHANGE_HEADER_INVALID,
                Location.nowhere(),
                "no acknowledgement can be written: " + e.getMessage());
        return Findings.of(finding).and(e.findings());
    }

    private Documents.Entry entry(
            UUID id,
            Acknowledgement acknowledgement,
            Batch batch,
            String control,
            Documents.State state,
            Findings findings) {
        var acknowledged = acknowledgement.acknowledged();
        return new Documents.Entry(
                id,
                Documents.Direction.OUT,
                batch.sender().id(),
                BookStep.ACKNOWLEDGEMENT,
                Format.of(acknowledged.standard()),
                acknowledgement.type(),
                acknowledged.controlNumber(),
                "",
                state,
                Optional.of(new Source(batch.claim().receipt(), batch.interchange(), 0, 0, 0)),
                control,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Documents.Step(
                        id,
                        envelopes.instant(),
                        "acknowledged",
                        summary(batch.outcome().orElseThrow()))),
                findings.list());
    }

    private static String summary(InterchangeOutcome outcome) {
        var sets = outcome.groups().stream()
                .flatMap(group -> group.sets().stream())
                .toList();
        var rejected = outcome.rejected()
                ? sets.size()
                : sets.stream().filter(set -> set.rejected()).count();
        return "interchange " + outcome.interchange().controlNumber() + ": " + sets.size() + " transaction sets, "
                + rejected + " rejected";
    }
}

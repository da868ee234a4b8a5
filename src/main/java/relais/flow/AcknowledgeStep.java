package relais.flow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import relais.edi.Acknowledgement;
import relais.edi.AcknowledgementPolicy;
import relais.edi.InterchangeOutcome;
import relais.edi.InterchangeWriter;
import relais.edi.Structures;
import relais.mailbox.ControlNumbers;
import relais.mailbox.Documents;
import relais.mailbox.Documents.Source;
import relais.mailbox.Outbox;
import relais.partner.Acknowledging;

/** Sends the acknowledgement that an interchange is owed, once, with its first batch. */
public final class AcknowledgeStep {

    private final Structures structures;
    private final InterchangeWriter writer;
    private final Envelopes envelopes;
    private final ControlNumbers numbers;
    private final Documents documents;
    private final Outbox outbox;
    private final Supplier<UUID> ids;

    AcknowledgeStep(
            Structures structures,
            InterchangeWriter writer,
            Envelopes envelopes,
            ControlNumbers numbers,
            Documents documents,
            Outbox outbox,
            Supplier<UUID> ids) {
        this.structures = structures;
        this.writer = writer;
        this.envelopes = envelopes;
        this.numbers = numbers;
        this.documents = documents;
        this.outbox = outbox;
        this.ids = ids;
    }

    public Batch acknowledge(Batch batch) {
        var agreed = batch.sender().acknowledging();
        if (batch.opening() && !agreed.channel().isEmpty())
            batch.outcome()
                    .flatMap(outcome -> Acknowledgement.of(outcome, policy(agreed), structures))
                    .ifPresent(acknowledgement -> send(acknowledgement, batch, agreed.channel()));
        return batch;
    }

    private static AcknowledgementPolicy policy(Acknowledging agreed) {
        return switch (agreed.send()) {
            case NONE -> AcknowledgementPolicy.NONE;
            case TECHNICAL -> AcknowledgementPolicy.TECHNICAL;
            case GROUP -> AcknowledgementPolicy.GROUP;
            case DETAIL -> AcknowledgementPolicy.DETAIL;
        };
    }

    private void send(Acknowledgement acknowledgement, Batch batch, String channel) {
        var partner = batch.sender().id();
        var interchange = Long.toString(numbers.next(partner, "interchange"));
        var group = acknowledgement.sets().isEmpty() ? "" : Long.toString(numbers.next(partner, "group"));
        var envelope = acknowledgement.envelope(interchange, group, envelopes.now());
        var bytes = writer.write(envelope, acknowledgement.beforeGroups(), acknowledgement.sets());
        var id = ids.get();
        documents.register(List.of(entry(id, acknowledgement, batch, interchange + "/" + group + "/")));
        var name = FileNames.of(acknowledgement.type(), envelope.standard(), interchange);
        outbox.put(new Outbox.Payload(
                id,
                channel,
                partner + "/acknowledgements",
                name,
                FileNames.contentType(envelope.standard()),
                Optional.empty(),
                bytes));
    }

    private Documents.Entry entry(UUID id, Acknowledgement acknowledgement, Batch batch, String control) {
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
                Documents.State.DUE,
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
                List.of());
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

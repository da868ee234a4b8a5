package relais.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import relais.consumer.Vault;
import relais.document.Document;
import relais.flow.Recipients.Recipient;
import relais.flow.Rendering.Rendered;
import relais.mailbox.Documents;
import relais.mailbox.Documents.Step;
import relais.mailbox.ExpectedAcknowledgements;
import relais.mailbox.ExpectedAcknowledgements.Sent;
import relais.mailbox.Outbox;
import relais.mapping.Json;

/** Writes every accepted document for everyone who is to get it, and puts it into the Outbox. */
public final class DispatchStep {

    private final Recipients recipients;
    private final Rendering rendering;
    private final Documents documents;
    private final ExpectedAcknowledgements expected;
    private final Outbox outbox;
    private final Vault vault;
    private final Json json;
    private final Clock clock;
    private final Supplier<UUID> ids;

    DispatchStep(
            Recipients recipients,
            Rendering rendering,
            Documents documents,
            ExpectedAcknowledgements expected,
            Outbox outbox,
            Vault vault,
            Json json,
            Clock clock,
            Supplier<UUID> ids) {
        this.recipients = recipients;
        this.rendering = rendering;
        this.documents = documents;
        this.expected = expected;
        this.outbox = outbox;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
        this.ids = ids;
    }

    public Batch dispatch(Batch batch) {
        for (var item : batch.items())
            if (!item.rejected())
                item.document().ifPresent(document -> recipients
                        .of(document, batch.sender())
                        .forEach(recipient -> send(item, document, recipient)));
        return batch;
    }

    private void send(Item item, Document document, Recipient recipient) {
        var id = ids.get();
        var rendered = rendering.of(document, recipient, id);
        documents.register(List.of(entry(id, item, document, recipient, rendered)));
        if (rendered.findings().hasErrors()) return;
        outbox.put(payload(id, item, document, recipient, rendered));
        var within = recipient.partner().acknowledging().expectWithin();
        if (within.compareTo(Duration.ZERO) > 0) rendered.sent().ifPresent(sent -> expected.expect(id, sent, within));
    }

    private Documents.Entry entry(UUID id, Item item, Document document, Recipient recipient, Rendered rendered) {
        var findings = rendered.findings();
        return new Documents.Entry(
                id,
                Documents.Direction.OUT,
                recipient.partner().id(),
                document.type().title(),
                recipient.agreement().format(),
                recipient.agreement().transactionSet(),
                document.number(),
                document.orderNumber(),
                findings.hasErrors() ? Documents.State.PARKED : Documents.State.DUE,
                findings.isEmpty() ? Optional.empty() : Optional.of(item.source()),
                rendered.sent().map(DispatchStep::control).orElse(""),
                Optional.of(item.id()),
                item.consumer(),
                Optional.of(sealed(item, json.write(document))),
                List.of(new Step(id, clock.instant(), "dispatched", rendered.name())),
                findings.list());
    }

    private static String control(Sent sent) {
        return sent.interchangeControl() + "/" + sent.groupControl() + "/" + sent.setControl();
    }

    private Outbox.Payload payload(UUID id, Item item, Document document, Recipient recipient, Rendered rendered) {
        var chain = document.orderNumber().isEmpty() ? document.type().title() : document.orderNumber();
        return new Outbox.Payload(
                id,
                recipient.agreement().channel(),
                document.partner() + "/" + chain,
                rendered.name(),
                rendered.contentType(),
                item.consumer(),
                sealed(item, rendered.bytes()));
    }

    private byte[] sealed(Item item, byte[] bytes) {
        return item.consumer().map(person -> vault.seal(person, bytes)).orElse(bytes);
    }
}

package relais.flow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import relais.document.Document;
import relais.edi.InterchangeWriter;
import relais.edi.OutgoingSet;
import relais.edi.Standard;
import relais.edi.Unwritable;
import relais.finding.Findings;
import relais.flow.Recipients.Recipient;
import relais.mailbox.ControlNumbers;
import relais.mailbox.ExpectedAcknowledgements.Sent;
import relais.mapping.Json;
import relais.mapping.Mappings;

/** A document as the bytes that its recipient agreed to get. */
final class Rendering {

    /**
     * @param name file name, or the duplicate id on a queue
     * @param sent the control numbers it leaves under; empty for formats that have none
     * @param findings what the format could not carry
     */
    record Rendered(byte[] bytes, String name, String contentType, Optional<Sent> sent, Findings findings) {}

    private final Mappings mappings;
    private final Json json;
    private final InterchangeWriter writer;
    private final Envelopes envelopes;
    private final ControlNumbers numbers;

    Rendering(Mappings mappings, Json json, InterchangeWriter writer, Envelopes envelopes, ControlNumbers numbers) {
        this.mappings = mappings;
        this.json = json;
        this.writer = writer;
        this.envelopes = envelopes;
        this.numbers = numbers;
    }

    /** @param id of the outgoing document, by which a queue tells a repetition */
    Rendered of(Document document, Recipient recipient, UUID id) {
        return switch (recipient.agreement().format()) {
            case Format.JSON ->
                new Rendered(
                        json.write(document), id.toString(), "application/json", Optional.empty(), Findings.none());
            case Format.X12 -> interchange(document, recipient, Standard.X12);
            case Format.EDIFACT -> interchange(document, recipient, Standard.EDIFACT);
            default -> file(document, recipient);
        };
    }

    private Rendered file(Document document, Recipient recipient) {
        var agreement = recipient.agreement();
        var mapping = mappings.file(agreement.format(), agreement.mapping());
        var writing = mapping.write(document);
        if (writing.findings().hasErrors()) return unwritable(writing.findings());
        return new Rendered(
                writing.bytes(),
                FileNames.of(
                        document.type(),
                        mapping.type(),
                        numbers.next(recipient.partner().id(), "file")),
                mapping.type().contentType(),
                Optional.empty(),
                writing.findings());
    }

    private Rendered interchange(Document document, Recipient recipient, Standard standard) {
        var agreement = recipient.agreement();
        var partner = recipient.partner().id();
        var writing = mappings.get(agreement.mapping(), envelopes.today()).write(document);
        if (writing.findings().hasErrors()) return unwritable(writing.findings());
        var interchange = Long.toString(numbers.next(partner, "interchange"));
        var group =
                switch (standard) {
                    case X12 -> Long.toString(numbers.next(partner, "group"));
                    case EDIFACT -> "";
                };
        var set =
                switch (standard) {
                    case X12 -> "0001";
                    case EDIFACT -> "1";
                };
        var outgoing = new OutgoingSet(agreement.transactionSet(), agreement.version(), set, writing.segments());
        var envelope = envelopes.to(recipient.partner(), standard).numbered(interchange, group);
        try {
            return new Rendered(
                    writer.write(envelope, List.of(outgoing)),
                    FileNames.of(agreement.transactionSet(), standard, interchange),
                    FileNames.contentType(standard),
                    Optional.of(new Sent(partner, Format.of(standard), interchange, group, set)),
                    writing.findings());
        } catch (Unwritable e) {
            return unwritable(writing.findings().and(e.findings()));
        }
    }

    /** Nothing to send; the document is put aside with the findings. */
    private static Rendered unwritable(Findings findings) {
        return new Rendered(new byte[0], "", "", Optional.empty(), findings);
    }
}

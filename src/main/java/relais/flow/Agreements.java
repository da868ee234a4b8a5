package relais.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import relais.edi.Answer;
import relais.edi.Interchange;
import relais.edi.InterchangeOutcome;
import relais.edi.TransactionSet;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;
import relais.mailbox.Interchanges;
import relais.mapping.Mappings;
import relais.partner.Channel.Direction;
import relais.partner.DocumentAgreement;
import relais.partner.Partner;
import relais.partner.Partners;

/** What the agreements say about an interchange and each of its transaction sets. */
final class Agreements {

    /** The agreement a transaction set comes under, or the finding that there is none. */
    record Found(Optional<DocumentAgreement> agreement, Findings findings) {}

    private final Partners partners;
    private final Mappings mappings;
    private final Interchanges interchanges;

    Agreements(Partners partners, Mappings mappings, Interchanges interchanges) {
        this.partners = partners;
        this.mappings = mappings;
        this.interchanges = interchanges;
    }

    /** Sender and receiver: the sender must be the partner whose channel it came by, the receiver the brand. */
    List<Finding> onEnvelope(Interchange interchange, Partner channelOwner) {
        var standard = Format.of(interchange.standard());
        var header = header(interchange);
        var findings = new ArrayList<Finding>();
        var sender = partners.bySender(standard, interchange.senderQualifier(), interchange.sender());
        if (sender.isEmpty())
            findings.add(Finding.error(
                    FindingCode.SENDER_UNKNOWN,
                    header,
                    "no partner goes by " + name(interchange.senderQualifier(), interchange.sender())));
        else if (!sender.get().id().equals(channelOwner.id()))
            findings.add(Finding.error(
                    FindingCode.SENDER_NOT_ON_CHANNEL,
                    header,
                    "the sender is " + name(interchange.senderQualifier(), interchange.sender())
                            + ", but the channel belongs to " + channelOwner.id()));
        var receiver = partners.bySender(standard, interchange.receiverQualifier(), interchange.receiver());
        if (receiver.filter(r -> r.role() == Partner.Role.BRAND).isEmpty())
            findings.add(Finding.error(
                    FindingCode.RECEIVER_UNKNOWN,
                    header,
                    "the receiver " + name(interchange.receiverQualifier(), interchange.receiver())
                            + " is not the brand"));
        return findings;
    }

    /** An interchange that holds takes its control number; one whose number is taken does not hold. */
    InterchangeOutcome onControlNumber(InterchangeOutcome outcome, Partner sender, UUID receipt) {
        var interchange = outcome.interchange();
        if (outcome.rejected()
                || interchanges.claimControlNumber(
                        sender.id(), Format.of(interchange.standard()), interchange.controlNumber(), receipt))
            return outcome;
        var findings = new ArrayList<>(outcome.findings());
        findings.add(Finding.error(
                FindingCode.INTERCHANGE_CONTROL_NUMBER_REUSED,
                header(interchange),
                "control number " + interchange.controlNumber() + " came before with other content"));
        return new InterchangeOutcome(interchange, outcome.groups(), findings);
    }

    /** Whether this transaction set is agreed with its sender. Acknowledgements always are. */
    Found onSet(TransactionSet set, Partner sender) {
        var agreed = sender.documents().stream()
                .filter(a -> a.direction() == Direction.IN && a.format().equals(Format.of(set.standard())))
                .filter(a ->
                        a.transactionSet().equals(set.type()) && set.version().startsWith(a.version()))
                .toList();
        var agreement = agreed.stream()
                .filter(a -> mappings.base(a.mapping()).takes(set))
                .findFirst()
                .or(() -> agreed.stream().findFirst());
        if (agreement.isPresent() || Answer.isIn(set)) return new Found(agreement, Findings.none());
        var finding = Finding.error(
                FindingCode.DOCUMENT_NOT_AGREED,
                Location.segment(set.segments().get(0).tag(), 1, set.fromOffset()),
                "no agreement with " + sender.id() + " covers " + set.type() + " in version " + set.version());
        return new Found(Optional.empty(), Findings.of(finding));
    }

    /**
     * The errors of the interchange and of the group around a transaction set. Those that reject the envelope reject the
     * set too; the others, which the acknowledgement only notes, are warnings to it.
     */
    Findings envelopeErrors(InterchangeOutcome outcome, int setOrdinal) {
        var errors = new ArrayList<>(weighed(outcome.findings(), outcome.rejected()));
        outcome.groups().stream()
                .filter(group -> group.sets().stream().anyMatch(set -> set.ordinal() == setOrdinal))
                .forEach(group -> errors.addAll(weighed(group.findings(), group.rejected())));
        return new Findings(errors);
    }

    private static List<Finding> weighed(List<Finding> findings, boolean rejecting) {
        var errors = findings.stream().filter(Finding::isError);
        return (rejecting ? errors : errors.map(f -> Finding.warning(f.code(), f.location(), f.text()))).toList();
    }

    private static Location header(Interchange interchange) {
        var tag =
                switch (interchange.standard()) {
                    case X12 -> "ISA";
                    case EDIFACT -> "UNB";
                };
        return Location.segment(tag, 1, interchange.offset());
    }

    private static String name(String qualifier, String id) {
        return qualifier.isEmpty() ? id : qualifier + ":" + id;
    }
}

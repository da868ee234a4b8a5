package relais.flow;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import relais.edi.Answer;
import relais.edi.Verdict;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;
import relais.mailbox.Documents;
import relais.mailbox.Documents.Step;
import relais.mailbox.ExpectedAcknowledgements;
import relais.mailbox.ExpectedAcknowledgements.Sent;

/** Closes what partners owed an answer for with the answers that a batch holds. */
final class Answering {

    private final ExpectedAcknowledgements expected;
    private final Documents documents;
    private final Clock clock;

    Answering(ExpectedAcknowledgements expected, Documents documents, Clock clock) {
        this.expected = expected;
        this.documents = documents;
        this.clock = clock;
    }

    /** Takes a registered batch. An answer to nothing we sent is a finding on the receipt, and no harm. */
    void close(Batch batch) {
        for (var answer : batch.answers()) close(answer, batch.items().get(0).id(), batch);
        for (var item : batch.items())
            if (!item.rejected() && item.content() instanceof Content.Segments segments)
                for (var answer : Answer.in(segments.set())) close(answer, item.id(), batch);
    }

    private void close(Answer answer, UUID acknowledgement, Batch batch) {
        var partner = batch.sender().id();
        var sent = new Sent(
                partner,
                Format.of(answer.standard()),
                answer.interchangeControl(),
                answer.groupControl(),
                answer.setControl());
        var closed = expected.close(sent, verdict(answer.verdict()), acknowledgement);
        if (closed.isEmpty()) documents.findings(batch.claim().receipt(), Findings.of(unmatched(answer)));
        documents.steps(closed.stream()
                .map(document -> new Step(document, clock.instant(), "acknowledged", answer.detail()))
                .toList());
    }

    private static Finding unmatched(Answer answer) {
        var numbers =
                String.join("/", List.of(answer.interchangeControl(), answer.groupControl(), answer.setControl()));
        return Finding.warning(
                FindingCode.ACKNOWLEDGEMENT_UNMATCHED,
                Location.nowhere(),
                "nothing was sent under control numbers " + numbers);
    }

    private static ExpectedAcknowledgements.Verdict verdict(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> ExpectedAcknowledgements.Verdict.ACCEPTED;
            case ACCEPTED_WITH_ERRORS -> ExpectedAcknowledgements.Verdict.ACCEPTED_WITH_ERRORS;
            case REJECTED -> ExpectedAcknowledgements.Verdict.REJECTED;
        };
    }
}

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
import relais.partner.Partner;

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
        if (!batch.answers().isEmpty())
            close(batch.answers(), batch.items().get(0).id(), batch);
        for (var item : batch.items())
            if (!item.rejected() && item.content() instanceof Content.Segments segments)
                close(Answer.in(segments.set()), item.id(), batch);
    }

    /** What one acknowledgement says, of transaction sets and of the group around them. */
    private void close(List<Answer> answers, UUID acknowledgement, Batch batch) {
        var closed = answers.stream()
                .flatMap(answer -> close(answer, acknowledgement, batch.sender()).stream())
                .toList();
        documents.steps(closed);
        if (closed.isEmpty() && !answers.isEmpty())
            documents.findings(batch.claim().receipt(), Findings.of(unmatched(answers.get(0))));
    }

    private List<Step> close(Answer answer, UUID acknowledgement, Partner sender) {
        var sent = new Sent(
                sender.id(),
                Format.of(answer.standard()),
                answer.interchangeControl(),
                answer.groupControl(),
                answer.setControl());
        return expected.close(sent, verdict(answer.verdict()), acknowledgement).stream()
                .map(document -> new Step(document, clock.instant(), "acknowledged", answer.detail()))
                .toList();
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

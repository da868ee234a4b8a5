package relais.edi;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import relais.edi.AcknowledgementPolicy.Type;
import relais.finding.Finding;

/**
 * Makes the TA1 of an X12 interchange. It is owed when the header asks for one (ISA14), when something is wrong with the
 * envelope, and when it is all that was agreed on for groups that are no answers themselves. Of all that is wrong it tells what weighs most, and of that the first.
 *
 * @see "ASC X12.5 Interchange Control Structures"
 */
record Ta1(InterchangeOutcome outcome) {

    List<OutgoingSegment> segments(Type agreed) {
        var header = outcome.interchange();
        var asked = header.acknowledgementRequested() || (agreed == Type.INTERCHANGE && holdsMoreThanAnswers());
        var findings = told();
        if (!asked && findings.isEmpty()) return List.of();
        var verdict = outcome.rejected() ? "R" : findings.isEmpty() ? "A" : "E";
        var note = worst(findings).map(Codes::interchange).orElse("000");
        return List.of(OutgoingSegment.of("TA1", header.controlNumber(), header.date(), header.time(), verdict, note));
    }

    private boolean holdsMoreThanAnswers() {
        return outcome.groups().stream().anyMatch(Acknowledgement::isOwed);
    }

    /** All but what is wrong with a TA1: no answer is answered. */
    private List<Finding> told() {
        return outcome.findings().stream()
                .filter(finding -> !finding.location().segment().equals("TA1"))
                .toList();
    }

    /** What rejects before what does not, errors before warnings, the first before those that follow. */
    static Optional<Finding> worst(List<Finding> findings) {
        return findings.stream()
                .min(Comparator.comparing((Finding finding) -> !Codes.rejects(finding))
                        .thenComparing(Finding::severity, Comparator.reverseOrder()));
    }
}

package relais.edi;

import java.util.List;
import relais.finding.Finding;

/** What came of one interchange: the input of {@link Acknowledgement}. Built by {@link OutcomeRecorder}. */
public record InterchangeOutcome(Interchange interchange, List<GroupOutcome> groups, List<Finding> findings) {

    public InterchangeOutcome {
        groups = List.copyOf(groups);
        findings = List.copyOf(findings);
    }

    /** Whether an error of the header, or a missing end, rejects the whole. A wrong trailer does not: what came before it was read and stands. */
    public boolean rejected() {
        return findings.stream().anyMatch(Codes::rejects);
    }
}

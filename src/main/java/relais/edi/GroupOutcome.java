package relais.edi;

import java.util.List;
import java.util.Optional;
import relais.finding.Finding;

/**
 * What came of one functional group.
 *
 * @param group empty for the transaction sets of an EDIFACT interchange without UNG
 * @param setsSaid what the trailer counts; -1 when there is none
 */
public record GroupOutcome(Optional<Group> group, int setsSaid, List<SetOutcome> sets, List<Finding> findings) {

    public GroupOutcome {
        sets = List.copyOf(sets);
        findings = List.copyOf(findings);
    }

    /** Whether an error of the group itself rejects everything in it. */
    public boolean rejected() {
        return findings.stream().anyMatch(Codes::rejects);
    }
}

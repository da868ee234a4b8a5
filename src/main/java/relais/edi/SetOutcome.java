package relais.edi;

import java.util.ArrayList;
import java.util.List;
import relais.edi.AcknowledgementPolicy.Weighing;
import relais.finding.Finding;

/**
 * What came of one transaction set: everything an acknowledgement needs, and no content.
 *
 * @param version release or directory of its structure: "004010", "D:96A:UN"
 * @param ordinal in the interchange, from 1
 */
public record SetOutcome(
        String type, String version, String controlNumber, int ordinal, int segments, List<Finding> findings) {

    public SetOutcome {
        findings = List.copyOf(findings);
    }

    public static SetOutcome of(TransactionSet set) {
        return new SetOutcome(
                set.type(),
                set.version(),
                set.controlNumber(),
                set.ordinal(),
                set.segmentCount(),
                set.findings().list());
    }

    /** The same set after later steps (mapping, rules) found more to say about it. */
    public SetOutcome and(List<Finding> more) {
        if (more.isEmpty()) return this;
        var all = new ArrayList<>(findings);
        all.addAll(more);
        return with(all);
    }

    /** The same set with its errors as they count for its sender. */
    public SetOutcome weighed(Weighing weighing) {
        return with(weighing.weigh(findings));
    }

    /** The same set with these findings. */
    SetOutcome with(List<Finding> others) {
        return new SetOutcome(type, version, controlNumber, ordinal, segments, others);
    }

    /** Whether an error keeps it from going on. */
    public boolean rejected() {
        return findings.stream().anyMatch(Finding::isError);
    }
}

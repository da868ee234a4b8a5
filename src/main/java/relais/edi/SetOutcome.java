package relais.edi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import relais.edi.AcknowledgementPolicy.Weighing;
import relais.finding.Finding;

/**
 * What came of one transaction set: everything an acknowledgement needs, and no content.
 *
 * @param version release or directory of its structure: "004010", "D:96A:UN"
 * @param ordinal in the interchange, from 1
 * @param loops by position of a segment that is in error, the identifier (LS01) of the loop that LS and LE put around it
 */
public record SetOutcome(
        String type,
        String version,
        String controlNumber,
        int ordinal,
        int segments,
        List<Finding> findings,
        Map<Integer, String> loops) {

    public SetOutcome {
        findings = List.copyOf(findings);
        loops = Map.copyOf(loops);
    }

    public static SetOutcome of(TransactionSet set) {
        return new SetOutcome(
                set.type(),
                set.version(),
                set.controlNumber(),
                set.ordinal(),
                set.segmentCount(),
                set.findings().list(),
                loops(set));
    }

    private static Map<Integer, String> loops(TransactionSet set) {
        if (set.standard() != Standard.X12 || set.findings().isEmpty()) return Map.of();
        var wrong = set.findings().stream()
                .map(finding -> finding.location().position())
                .collect(Collectors.toSet());
        var loops = new HashMap<Integer, String>();
        var open = new ArrayDeque<String>();
        for (var segment : set.segments()) {
            if (segment.tag().equals("LS")) open.push(segment.element(1));
            if (!open.isEmpty() && wrong.contains(segment.position())) loops.put(segment.position(), open.peek());
            if (segment.tag().equals("LE")) open.poll();
        }
        return loops;
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
        return new SetOutcome(type, version, controlNumber, ordinal, segments, others, loops);
    }

    /** Whether an error keeps it from going on. */
    public boolean rejected() {
        return findings.stream().anyMatch(Finding::isError);
    }
}

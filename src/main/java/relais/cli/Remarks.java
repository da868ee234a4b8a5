package relais.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import relais.edi.Explanation;
import relais.finding.Finding;

/** Findings given out to the segments they speak of, each once. */
final class Remarks {
    private final List<Finding> left;

    Remarks(List<Finding> findings) {
        left = new ArrayList<>(findings);
    }

    /** Those on a segment of a transaction set, and on what is missing before it. */
    List<Finding> of(Explanation segment) {
        return taken(left.stream()
                .filter(finding -> finding.location().position() == segment.position())
                .toList());
    }

    /** Those on a segment of the envelope, which no position tells apart. */
    List<Finding> ofEnvelope(Explanation segment) {
        return taken(left.stream()
                .filter(finding -> finding.location().segment().equals(segment.tag()))
                .toList());
    }

    /** Those on nothing that was there. */
    List<Finding> rest() {
        return taken(List.copyOf(left));
    }

    private List<Finding> taken(List<Finding> findings) {
        if (findings.isEmpty()) return findings;
        left.removeAll(findings);
        return findings.stream().sorted(Comparator.comparing(Remarks::place)).toList();
    }

    /** A place in a segment, in an order: a finding on a whole element comes behind those on its components. */
    static Long place(Finding finding) {
        var at = finding.location();
        return place(at.element(), at.repetition(), at.component() == 0 ? Short.MAX_VALUE : at.component());
    }

    static Long place(Explanation.Value value) {
        return place(value.element(), value.repetition(), value.component());
    }

    private static long place(int element, int repetition, int component) {
        return (long) element << 40 | (long) Math.max(1, repetition) << 16 | component;
    }
}

package relais.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relais.edi.Node;
import relais.edi.Segment;

/** The rules of one level: of the transaction set, or of what a loop holds. Read in the order of the segments, written in their own. */
final class Rules {

    private final List<Rule> rules;
    private final Map<String, List<Rule>> byTag = new HashMap<>();

    Rules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        for (var rule : rules)
            byTag.computeIfAbsent(rule.tag(), tag -> new ArrayList<>()).add(rule);
    }

    boolean carry() {
        return rules.stream().anyMatch(Rule::carries);
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    void read(List<Node> nodes, Draft into, ReadingRun run) {
        for (var node : nodes) {
            var head = Hierarchy.head(node);
            var hierarchy = Hierarchy.of(head.tag());
            if (hierarchy.isPresent()) {
                if (!hierarchy.get().isBelow(node, nodes))
                    readLevel(head, joined(Hierarchy.rest(node), hierarchy.get().below(node, nodes)), into, run);
                continue;
            }
            var rest = Hierarchy.rest(node);
            var rule = of(head, rest);
            if (rule.isPresent()) rule.get().read(head, rest, into, run);
        }
    }

    /** A level that no rule speaks of is looked through: an item in a tare in a pack is still an item. */
    private void readLevel(Segment head, List<Node> rest, Draft into, ReadingRun run) {
        var rule = of(head, rest);
        if (rule.isPresent()) rule.get().read(head, rest, into, run);
        else read(rest, into, run);
    }

    private static List<Node> joined(List<Node> first, List<Node> second) {
        if (second.isEmpty()) return first;
        var both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    /** The first rule that speaks of the segment. */
    private Optional<Rule> of(Segment segment, List<Node> rest) {
        for (var rule : byTag.getOrDefault(segment.tag(), List.of()))
            if (rule.speaksOf(segment, rest)) return Optional.of(rule);
        return Optional.empty();
    }

    /** Whether something of the document was written. */
    boolean write(Object from, WritingRun run) {
        var written = false;
        for (var rule : rules) written |= rule.write(from, run);
        return written;
    }
}

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
    private final List<Rule> written;
    private final Map<String, List<Rule>> byTag = new HashMap<>();

    Rules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.written = rules.stream().filter(rule -> !rule.isOnlyRead()).toList();
        for (var rule : rules)
            byTag.computeIfAbsent(rule.tag(), tag -> new ArrayList<>()).add(rule);
    }

    boolean carry() {
        return rules.stream().anyMatch(Rule::carries);
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** Whether there are rules, and none of them writes. */
    boolean areOnlyRead() {
        return !rules.isEmpty() && written.isEmpty();
    }

    void read(List<Node> nodes, Draft into, ReadingRun run) {
        for (var node : nodes) {
            var hierarchy = Hierarchy.of(Hierarchy.head(node).tag());
            if (hierarchy.isEmpty()) read(node, List.of(), into, run);
            else if (!hierarchy.get().isBelow(node, nodes)) readLevel(node, nodes, into, run);
        }
    }

    private void read(Node node, List<Node> below, Draft into, ReadingRun run) {
        var head = Hierarchy.head(node);
        var rule = of(head);
        var rest = Hierarchy.rest(node);
        if (rule.isPresent()) rule.get().read(head, below.isEmpty() ? rest : joined(rest, below), into, run);
    }

    /** A level that no rule speaks of is looked through: an item in a tare in a pack is still an item. */
    private void readLevel(Node node, List<Node> siblings, Draft into, ReadingRun run) {
        var hierarchy = Hierarchy.of(Hierarchy.head(node).tag()).orElseThrow();
        var below = hierarchy.below(node, siblings);
        if (of(Hierarchy.head(node)).isPresent()) read(node, below, into, run);
        else read(joined(Hierarchy.rest(node), below), into, run);
    }

    private static List<Node> joined(List<Node> first, List<Node> second) {
        var both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    /** The first rule that speaks of the segment. */
    private Optional<Rule> of(Segment segment) {
        for (var rule : byTag.getOrDefault(segment.tag(), List.of()))
            if (rule.speaksOf(segment)) return Optional.of(rule);
        return Optional.empty();
    }

    /** Whether something of the document was written. */
    boolean write(Object from, WritingRun run) {
        var something = false;
        for (var rule : written) something |= rule.write(from, run);
        return something;
    }
}

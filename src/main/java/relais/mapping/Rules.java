package relais.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import relais.edi.Loop;
import relais.edi.Node;
import relais.edi.Segment;
import relais.finding.FindingCode;
import relais.finding.Severity;

/** The rules of one level: of the transaction set, or of what a loop holds. Read in the order of the segments, written in their own. */
final class Rules {

    private final List<Rule> rules;
    private final List<Rule> required;
    private final Set<Rule> written = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, List<Rule>> byTag = new HashMap<>();

    Rules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.required =
                rules.stream().filter(rule -> rule.use() == Rule.Use.REQUIRED).toList();
        for (var rule : rules) if (!rule.isOnlyRead()) written.add(rule);
        for (var rule : rules)
            byTag.computeIfAbsent(rule.tag(), tag -> new ArrayList<>()).add(rule);
    }

    List<Rule> list() {
        return rules;
    }

    Rules replacing(Rule rule, Rule by) {
        return new Rules(rules.stream().map(each -> each == rule ? by : each).toList());
    }

    /** With one more rule, behind another or at the end. */
    Rules with(Rule more, Optional<Rule> behind) {
        var all = new ArrayList<>(rules);
        all.add(behind.map(rule -> rules.indexOf(rule) + 1).orElse(rules.size()), more);
        return new Rules(all);
    }

    /** Whether nothing has to stand here. */
    boolean isFree() {
        return required.isEmpty();
    }

    /** Whether what the first rule asks for stands in the first segment of its tag. */
    boolean begin(List<Segment> segments) {
        if (rules.isEmpty()) return true;
        var first = rules.get(0);
        for (var segment : segments) if (segment.tag().equals(first.tag())) return first.isAsAskedFor(segment);
        return false;
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
        var last = "";
        var missing = new ArrayList<>(required);
        for (var node : nodes) {
            var head = Hierarchy.head(node);
            var hierarchy = Hierarchy.of(head.tag());
            if (hierarchy.isPresent() && hierarchy.get().isBelow(node, nodes)) continue;
            var below = hierarchy.map(h -> h.below(node, nodes)).orElse(List.of());
            var rest = joined(Hierarchy.rest(node), below);
            var rule = of(head, rest);
            if (rule.isPresent()) {
                missing.remove(rule.get());
                read(rule.get(), head, rest, into, run);
                last = rule.get().name();
            } else if (hierarchy.isPresent()) {
                read(rest, into, run);
            } else carry(node, last, run);
        }
        for (var rule : missing)
            run.wrong(FindingCode.SEGMENT_MISSING, run.here(), "the guide requires " + rule.name(), "");
    }

    private static void read(Rule rule, Segment head, List<Node> rest, Draft into, ReadingRun run) {
        if (rule.use() == Rule.Use.FORBIDDEN)
            run.wrong(FindingCode.SEGMENT_UNEXPECTED, head.location(), "the guide forbids " + rule.name(), "");
        else rule.read(head, rest, into, run);
    }

    /** A level that no rule speaks of is looked through: an item in a tare in a pack is still an item. Anything else is kept as it is. */
    private static void carry(Node node, String last, ReadingRun run) {
        if (node instanceof Segment segment) run.carry(last, segment);
        else for (var inside : ((Loop) node).children()) carry(inside, last, run);
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
        var something = run.carry("");
        for (var rule : rules) {
            if (written.contains(rule)) something |= write(rule, from, run);
            something |= run.carry(rule.name());
        }
        return something;
    }

    private static boolean write(Rule rule, Object from, WritingRun run) {
        if (rule.use() == Rule.Use.FREE) return rule.write(from, run);
        var place = run.reserve();
        var written = rule.write(from, run);
        if (rule.use() == Rule.Use.REQUIRED) {
            run.release(place);
            if (!written)
                run.found(FindingCode.SEGMENT_MISSING, Severity.ERROR, "", "the guide requires " + rule.name());
            return written;
        }
        run.cut(place);
        if (written) run.found(FindingCode.VALUE_NOT_CARRIED, Severity.INFO, "", "the guide forbids " + rule.name());
        return false;
    }
}

package relais.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import relais.edi.Loop;
import relais.edi.Node;
import relais.edi.Segment;
import relais.finding.FindingCode;
import relais.finding.Severity;

/** The rules of one level: of the transaction set, or of what a loop holds. Read in the order of the segments, written in their own. */
final class Rules {

    /** Fewer rules are asked without looking first. */
    private static final int WORTH_A_LOOK = 4;

    private final List<Rule> rules;
    private final List<Rule> required;
    /** Of each rule, what it cannot write without; 0 when it only reads. */
    private final long[] needs;

    /** The same of all of them. */
    private final long needed;

    private final Candidates candidates;

    Rules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.required =
                rules.stream().filter(rule -> rule.use() == Rule.Use.REQUIRED).toList();
        this.needs = rules.stream()
                .mapToLong(rule -> rule.isOnlyRead() ? 0 : rule.needs())
                .toArray();
        this.needed = Arrays.stream(needs).reduce(0, (one, other) -> one | other);
        this.candidates = Candidates.of(rules);
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

    /** What the rules need, all in all. */
    long needs() {
        return needed;
    }

    boolean carry() {
        return rules.stream().anyMatch(Rule::carries);
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** Whether there are rules, and none of them writes. */
    boolean areOnlyRead() {
        return !rules.isEmpty() && rules.stream().allMatch(Rule::isOnlyRead);
    }

    void read(List<Node> nodes, Draft into, ReadingRun run) {
        var missing = required.isEmpty() ? required : new ArrayList<>(required);
        read(nodes, into, run, missing);
        for (var rule : missing)
            run.wrong(FindingCode.SEGMENT_MISSING, run.here(), "the guide requires " + rule.name(), "");
    }

    /** What stands in a level that is looked through is not missing. */
    private void read(List<Node> nodes, Draft into, ReadingRun run, List<Rule> missing) {
        var last = "";
        for (var i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            var head = Hierarchy.head(node);
            if (Hierarchy.isBelow(node, head.tag(), nodes)) continue;
            var rest = Hierarchy.rest(node, head.tag(), nodes);
            var rule = candidates.speakingOf(head, rest);
            if (rule.isPresent()) {
                if (!missing.isEmpty()) missing.remove(rule.get());
                read(rule.get(), head, rest, into, run);
                last = rule.get().name();
            } else if (Hierarchy.of(head.tag()).isPresent()) {
                read(rest, into, run, missing);
            } else carry(node, last, run);
        }
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

    /** Whether an overlay that names the rule means this one. */
    boolean isFirstOfItsName(Rule rule) {
        for (var each : rules) if (each.name().equals(rule.name())) return each == rule;
        return false;
    }

    /** The first rule that speaks of the segment. */
    Optional<Rule> of(Segment segment, List<Node> rest) {
        return candidates.speakingOf(segment, rest);
    }

    /** Whether something of the document was written. */
    boolean write(Object from, WritingRun run) {
        var something = run.carry("");
        var present = rules.size() < WORTH_A_LOOK || run.isLeftBelow() ? -1 : Present.in(from, needed);
        for (var i = 0; i < needs.length; i++) {
            var rule = rules.get(i);
            if ((needs[i] & present) != 0) something |= write(rule, from, run);
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

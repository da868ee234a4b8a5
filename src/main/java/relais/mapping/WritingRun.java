package relais.mapping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import relais.edi.OutgoingSegment;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;
import relais.finding.Severity;

/** What one writing keeps: the segments so far, its findings, where in the document it is, and the numbers of hierarchy levels. */
final class WritingRun {

    private final List<OutgoingSegment> segments = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Deque<String> pointer = new ArrayDeque<>();
    private final Deque<Object> around = new ArrayDeque<>();
    private final Deque<Integer> levels = new ArrayDeque<>();
    private int levelCount;
    private final Levels levelNames = new Levels();
    private final Map<String, List<String>> carried;

    private static final OutgoingSegment PENDING = new OutgoingSegment("", List.of());

    /** @param carried the segments to write as they came, by the level they stood in and the rule they stood behind */
    WritingRun(Map<String, List<String>> carried) {
        this.carried = carried;
    }

    // --- segments that no rule speaks of ---

    void item(int number) {
        levelNames.item(number);
    }

    void open(Rule rule) {
        if (!carried.isEmpty()) levelNames.enter(rule);
    }

    void close() {
        if (!carried.isEmpty()) levelNames.leave();
    }

    /** Writes what came behind a rule of this level; answers whether there was anything. */
    boolean carry(String after) {
        if (carried.isEmpty()) return false;
        var behind = carried.getOrDefault(levelNames + Levels.AFTER + after, List.of());
        for (var text : behind) segments.add(Notation.segment(text));
        return !behind.isEmpty();
    }

    // --- segments ---

    /** Keeps a place for a segment that is known only after what is inside its loop. */
    int reserve() {
        segments.add(PENDING);
        return segments.size() - 1;
    }

    void fill(int place, OutgoingSegment segment) {
        segments.set(place, segment);
    }

    /** Gives a reserved place up. */
    void release(int place) {
        segments.remove(place);
    }

    /** Forgets everything from a reserved place on. */
    void cut(int place) {
        segments.subList(place, segments.size()).clear();
    }

    /** What was written behind a reserved place. */
    List<OutgoingSegment> after(int place) {
        return segments.subList(place + 1, segments.size());
    }

    int count(String tag) {
        var count = 0;
        for (var segment : segments) if (segment.tag().equals(tag)) count++;
        return count;
    }

    // --- levels of a hierarchy ---

    /** Begins a level below the one that is open, and answers its number. */
    int openLevel() {
        levels.push(++levelCount);
        return levelCount;
    }

    /** The number of the level that the open one is in; empty at the top. */
    String parentLevel() {
        return levels.stream().skip(1).findFirst().map(Object::toString).orElse("");
    }

    /** Ends the open level, and says whether there were levels below it. */
    boolean closeLevel() {
        return levels.pop() < levelCount;
    }

    /** Ends the open level as if it, and all below, had never been. */
    void dropLevel() {
        levelCount = levels.pop() - 1;
    }

    // --- where in the document ---

    /** Begins an item or a part of what is being written. */
    void enter(String step, Object outer) {
        pointer.addLast(step);
        around.push(outer);
    }

    void leave() {
        pointer.removeLast();
        around.pop();
    }

    /** What the item or part that is being written is in. */
    Object outer() {
        return around.element();
    }

    void noCode(Path path, String expected) {
        found(FindingCode.CODE_UNKNOWN, Severity.ERROR, path.pointer(), path + " cannot be written as " + expected);
    }

    void notCarried(Path path, String why) {
        notCarried(path.pointer(), path + " is not carried whole: " + why);
    }

    void notCarried(Trail trail, String why) {
        notCarried(trail.pointer(), trail + " is not carried whole: " + why);
    }

    private void notCarried(String at, String text) {
        found(FindingCode.VALUE_NOT_CARRIED, Severity.INFO, at, text);
    }

    void found(FindingCode code, Severity severity, String at, String text) {
        var place = String.join("", pointer) + at;
        var location = Location.pointer(place.isEmpty() ? "/" : place);
        findings.add(new Finding(code, severity, location, text, ""));
    }

    Writing done() {
        return new Writing(segments, new Findings(findings));
    }
}

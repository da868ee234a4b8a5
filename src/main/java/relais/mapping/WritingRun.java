package relais.mapping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
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
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Deque<Object> around = new ArrayDeque<>();
    private final Deque<Integer> levels = new ArrayDeque<>();
    private int levelCount;
    private int continuation;
    private boolean goesOn;
    private final Leftovers leftovers;
    private int item;

    /** @param item of a list, from 0; {@link #PART} for a part of the document */
    private record Step(Path path, int item) {
        static final int PART = -1;

        String pointer() {
            return item == PART ? path.pointer() : path.pointer() + "/" + item;
        }
    }

    private static final OutgoingSegment PENDING = new OutgoingSegment("", List.of());

    /** @param leftovers to be written as they came */
    WritingRun(Leftovers leftovers) {
        this.leftovers = leftovers;
    }

    // --- segments that no rule speaks of ---

    void item(int number) {
        item = number;
    }

    void open(Rule rule) {
        leftovers.enter(rule, item);
    }

    void close() {
        leftovers.leave();
    }

    /** Whether anything is left over of the levels below this one. */
    boolean isLeftBelow() {
        return leftovers.areBelow();
    }

    /** Writes what came behind a rule of this level; answers whether there was anything. */
    boolean carry(String after) {
        var behind = leftovers.behind(after);
        if (behind.isEmpty()) return false;
        for (var text : behind) segments.add(Notation.segment(text));
        return true;
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
        for (var last = segments.size() - 1; last >= place; last--) segments.remove(last);
    }

    /** What was written behind a reserved place. */
    List<OutgoingSegment> after(int place) {
        return segments.subList(place + 1, segments.size());
    }

    /** Adds a segment in which a text goes on that did not end in the one before. */
    void add(OutgoingSegment segment) {
        segments.add(segment);
    }

    // --- texts over several segments ---

    /** How many segments of the rule being written are before this one. */
    int continuation() {
        return continuation;
    }

    void continuation(int number) {
        continuation = number;
    }

    /** Says that a text does not end in this segment. */
    void goOn() {
        goesOn = true;
    }

    /** Whether a text goes on, which is told once. */
    boolean goesOn() {
        var told = goesOn;
        goesOn = false;
        return told;
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

    /** Begins a part of what is being written. */
    void enter(Path part, Object outer) {
        enter(part, Step.PART, outer);
    }

    /** Begins an item of a list, which counts from 0. */
    void enter(Path list, int number, Object outer) {
        steps.addLast(new Step(list, number));
        around.push(outer);
    }

    void leave() {
        steps.removeLast();
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
        var place = steps.stream().map(Step::pointer).collect(Collectors.joining()) + at;
        var location = Location.pointer(place.isEmpty() ? "/" : place);
        findings.add(new Finding(code, severity, location, text, ""));
    }

    Writing done() {
        return new Writing(segments, new Findings(findings));
    }
}

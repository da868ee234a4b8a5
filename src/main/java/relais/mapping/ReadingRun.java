package relais.mapping;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relais.document.Carried;
import relais.edi.Segment;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;
import relais.finding.Severity;

/** What one reading keeps: its findings, and which item of a list it is in. */
final class ReadingRun {

    private final List<Segment> segments;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Carried> carried = new ArrayList<>();
    private final List<Segment> heads = new ArrayList<>();
    private final Levels levels = new Levels();
    private final Deque<Draft> around = new ArrayDeque<>();
    private final String mapping;
    private final String controlNumber;
    private final String date;
    private final List<Item> items = new ArrayList<>();
    private final List<Runnable> fallbacks = new ArrayList<>();
    private final Map<Of, Division.Text> texts = new HashMap<>();
    private int item;

    /** Which value of which part of the document a text is. */
    private record Of(Draft draft, Path path) {}

    /** An item of a list, to be looked at once everything is read. */
    private record Item(Tree shape, Draft draft, Segment head, Path list, int number) {}

    /** @param date of the envelope, as sent; empty when there is none */
    ReadingRun(String mapping, List<Segment> segments, String controlNumber, String date) {
        this.mapping = mapping;
        this.segments = segments;
        this.controlNumber = controlNumber;
        this.date = date;
    }

    String controlNumber() {
        return controlNumber;
    }

    /** The day that the envelope names; empty when it names none. */
    Optional<LocalDate> sentOn() {
        try {
            return Optional.of(Dates.read(date, ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Begins an item or a part of what is being read. */
    void enter(Draft outer) {
        around.push(outer);
    }

    void leave() {
        around.pop();
    }

    /** What the item or part that is being read is in. */
    Draft outer() {
        return around.element();
    }

    void wrong(FindingCode code, Location location, String text, String value) {
        findings.add(new Finding(code, Severity.ERROR, location, text, value));
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    /** Keeps the latest item of a list in mind, which a segment began. */
    void item(Tree shape, Draft draft, Segment head, Path list, int number) {
        items.add(new Item(shape, draft, head, list, number));
    }

    /** Reports what the items and the document lack and cannot do without, now that it is known what follows from the rest. */
    void complete(Tree shape, Draft document, Location location) {
        for (var each : items)
            for (var path : each.shape.missing(each.draft))
                missing(each.head.location(), each.list + " " + each.number + ": " + path);
        missing(shape, document, location, "");
    }

    void missing(Tree shape, Draft draft, Location location, String name) {
        for (var path : shape.missing(draft)) missing(location, name + path);
    }

    private void missing(Location location, String what) {
        wrong(FindingCode.VALUE_MISSING, location, what + " is missing", "");
    }

    /** What is known so far of a text that may take several segments. */
    Division.Text text(Draft into, Path path) {
        return texts.computeIfAbsent(new Of(into, path), of -> new Division.Text());
    }

    // --- what counts only where nothing else says it ---

    /** How many fallbacks wait. */
    int fallbacks() {
        return fallbacks.size();
    }

    void later(Runnable fallback) {
        fallbacks.add(fallback);
    }

    /** Does what waits beyond the number, the last one first: it is the more special one. */
    void fallBack(int known) {
        for (var i = fallbacks.size() - 1; i >= known; i--) fallbacks.remove(i).run();
    }

    void item(int number) {
        item = number;
        levels.item(number);
    }

    /** Goes into the loop that a segment begins. */
    void open(Rule rule, Segment head) {
        levels.enter(rule);
        heads.add(head);
    }

    void close() {
        levels.leave();
        heads.remove(heads.size() - 1);
    }

    /** The segment that began the loop that is open. */
    Location here() {
        return (heads.isEmpty() ? segments.get(0) : heads.get(heads.size() - 1)).location();
    }

    /** Keeps a segment that no rule of this level speaks of. */
    void carry(String after, Segment segment) {
        carried.add(new Carried(mapping, levels.toString(), after, Notation.text(segment)));
    }

    List<Carried> carried() {
        return carried;
    }

    /** The number of the list item being read. */
    String position() {
        return Integer.toString(item);
    }

    /** How many segments of the tag the transaction set has. */
    int count(String tag) {
        var count = 0;
        for (var segment : segments) if (segment.tag().equals(tag)) count++;
        return count;
    }

    Findings findings() {
        return new Findings(findings);
    }
}

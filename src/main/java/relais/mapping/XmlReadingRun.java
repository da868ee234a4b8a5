package relais.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;

/** What one reading keeps: its findings, the elements that a rule has taken, and what can be compared only at the end. */
final class XmlReadingRun {

    private final ReadingRun run = new ReadingRun("", List.of(), "", "");
    private final Set<XmlElement> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Consumer<Draft>> comparisons = new ArrayList<>();

    /** Takes an element, unless a rule that stands before has it. */
    boolean take(XmlElement element) {
        return taken.add(element);
    }

    boolean isTaken(XmlElement element) {
        return taken.contains(element);
    }

    /** Compares once the whole document is known: totals stand before what they add up. */
    void later(Consumer<Draft> comparison) {
        comparisons.add(comparison);
    }

    void compare(Draft document) {
        comparisons.forEach(comparison -> comparison.accept(document));
    }

    void wrong(FindingCode code, Location location, String text, String value) {
        run.wrong(code, location, text, value);
    }

    void complete(Tree shape, Draft draft, Location location, String name) {
        run.missing(shape, draft, location, name);
    }

    void item(int number) {
        run.item(number);
    }

    String position() {
        return run.position();
    }

    Findings findings() {
        return run.findings();
    }
}

package relais.mapping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import relais.document.Document;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;
import relais.finding.Severity;

/** What one writing keeps: its findings, where in the document it is, and which values have been written. */
final class XmlWritingRun {

    private final Document document;
    private final List<Finding> findings = new ArrayList<>();
    private final Deque<String> pointer = new ArrayDeque<>();
    private final List<String> carried = new ArrayList<>();

    XmlWritingRun(Document document) {
        this.document = document;
    }

    Document document() {
        return document;
    }

    void enter(String step) {
        pointer.addLast(step);
    }

    void leave() {
        pointer.removeLast();
    }

    /** Notes that a value is written where it will be read again. */
    void carried(Path path) {
        carried.add(at(path));
    }

    /** How many values have been written, to come back to by {@link #forget}. */
    int mark() {
        return carried.size();
    }

    /** Forgets what was written since a mark, because the element that held it is left out. */
    void forget(int mark) {
        carried.subList(mark, carried.size()).clear();
    }

    Set<String> carried() {
        return new HashSet<>(carried);
    }

    private String at(Path path) {
        var own = path.toString().equals(Tree.IT) ? "" : path.pointer();
        return String.join("", pointer) + own;
    }

    void noCode(Path path, String expected) {
        found(FindingCode.CODE_UNKNOWN, Severity.ERROR, at(path), path + " cannot be written as " + expected);
    }

    /** The value is written, but not all of it. */
    void notWhole(Path path, String why) {
        found(FindingCode.VALUE_NOT_CARRIED, Severity.INFO, at(path), path + " is not carried whole: " + why);
    }

    void notCarried(String at, String text) {
        found(FindingCode.VALUE_NOT_CARRIED, Severity.INFO, at, text);
    }

    private void found(FindingCode code, Severity severity, String at, String text) {
        findings.add(new Finding(code, severity, Location.pointer(at), text, ""));
    }

    Findings findings() {
        return new Findings(findings);
    }
}

package relais.mapping;

import java.util.ArrayList;
import java.util.List;
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
    private int item;

    ReadingRun(List<Segment> segments) {
        this.segments = segments;
    }

    void wrong(FindingCode code, Location location, String text, String value) {
        findings.add(new Finding(code, Severity.ERROR, location, text, value));
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    /** Reports what an item, or the document, lacks and cannot do without. */
    void complete(Tree shape, Draft draft, Location location, String name) {
        for (var path : shape.missing(draft))
            wrong(FindingCode.VALUE_MISSING, location, name + path + " is missing", "");
    }

    void item(int number) {
        item = number;
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

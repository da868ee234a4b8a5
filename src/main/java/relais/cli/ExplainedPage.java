package relais.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import relais.edi.Explanation;
import relais.edi.TransactionSet;
import relais.finding.Finding;

/** How explained segments look: names in columns, values beside them, findings below what they speak of. */
final class ExplainedPage {
    private static final int WIDTH = 100;
    private static final int DEPTH_MAX = 8;
    private static final int TEXT_MIN = 24;
    private static final int TEXT_MAX = 1000;
    private static final int PLACE = 6;
    private static final int NUMBER = 5;
    private static final int NAME = 36;
    private static final int VALUE = 14;
    private static final String NO_ELEMENT = "(the segment has no such element)";
    private static final String INDENT = "  ";
    private static final String BLANKS = " ".repeat(NAME);
    private static final char DELETE = 0x7f;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Terminal terminal;
    /** Lines not printed yet. One after the other they would take several times as long. */
    private final StringBuilder lines = new StringBuilder();

    ExplainedPage(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The line above a transaction set. */
    void title(TransactionSet set, String name) {
        var found = set.findings().stream().filter(Finding::isError).count();
        var what = set.type() + (name.isEmpty() ? "" : " " + name) + " " + set.controlNumber() + " in version "
                + set.version() + ", " + set.segmentCount() + " segments";
        print("");
        print(clean(what) + (found == 0 ? "" : ", " + terminal.red(found + (found == 1 ? " error" : " errors"))));
        flush();
    }

    /** A transaction set in which nothing is wrong. */
    void set(Stream<Explanation> segments) {
        segments.forEach(segment -> segment(0, segment, List.of(), true));
    }

    /**
     * A segment with its values.
     *
     * @param level how many levels of the envelope are around it
     * @param findings on the segment, in the order of its values
     * @param numbered whether its position says where it stands in a transaction set
     */
    void segment(int level, Explanation segment, List<Finding> findings, boolean numbered) {
        var indent = INDENT.repeat(level + Math.min(segment.depth(), DEPTH_MAX));
        var missing = findings.stream()
                .filter(finding -> !finding.location().segment().equals(segment.tag()))
                .toList();
        missing.forEach(finding -> finding(indent, finding));
        print(indent + heading(segment, numbered));
        var remarks = missing.isEmpty()
                ? findings
                : findings.stream()
                        .filter(finding -> !missing.contains(finding))
                        .toList();
        values(indent, segment, remarks);
        flush();
    }

    /** The values of a segment, each finding below the one that it speaks of. */
    private void values(String indent, Explanation segment, List<Finding> remarks) {
        var values = segment.values();
        var next = remarks(indent, remarks, 0, values.isEmpty() ? Long.MAX_VALUE : Remarks.place(values.get(0)));
        for (int i = 0; i < values.size(); i++) {
            value(indent + INDENT, values.get(i), segment.name().isEmpty() ? "" : NO_ELEMENT);
            if (next == remarks.size()) continue;
            var before = i + 1 < values.size() ? Remarks.place(values.get(i + 1)) : Long.MAX_VALUE;
            next = remarks(indent, remarks, next, before);
        }
    }

    /** Findings on nothing that is printed. */
    void findings(int level, List<Finding> findings) {
        findings.forEach(finding -> finding(INDENT.repeat(level), finding));
        flush();
    }

    static String name(Explanation segment) {
        return segment.name().isEmpty() ? "(no segment of this name is known)" : segment.name();
    }

    private String heading(Explanation segment, boolean numbered) {
        var name = name(segment);
        var loop = segment.loop().isEmpty() || segment.loop().equals(segment.tag()) ? "" : "  " + segment.loop();
        var place = (numbered ? "#" + segment.position() + " " : "") + "@" + segment.offset();
        return terminal.green(clean(segment.tag())) + "  " + name + loop + "  " + place;
    }

    /** Prints the findings from an index on that come before a place; answers the index of the first that does not. */
    private int remarks(String indent, List<Finding> findings, int from, long before) {
        var next = from;
        while (next < findings.size() && Remarks.place(findings.get(next)) < before)
            finding(indent + INDENT, findings.get(next++));
        return next;
    }

    private void value(String indent, Explanation.Value value, String nameless) {
        var text = clean(shortened(value.text().strip()));
        if (text.isEmpty()) return;
        var name = value.name().isEmpty() ? nameless : value.name();
        var start = lines.length();
        lines.append(indent);
        padded(place(value), PLACE).append(' ');
        padded(value.number(), NUMBER).append(' ');
        padded(name, NAME).append(' ');
        var label = lines.length();
        if (value.meaning().isEmpty()) lines.append(text);
        else padded(text, VALUE).append(INDENT).append(value.meaning());
        if (lines.length() - start > WIDTH) wrapFrom(start, label, " ".repeat(indent.length() + NAME + 14));
        else lines.append(System.lineSeparator());
    }

    private StringBuilder padded(String text, int width) {
        return lines.append(text).append(BLANKS, 0, Math.max(0, width - text.length()));
    }

    /** Breaks the line that begins at an index, whose label ends at another. */
    private void wrapFrom(int start, int label, String under) {
        var first = lines.substring(start, label);
        var text = lines.substring(label);
        lines.setLength(start);
        wrap(first, under, text).forEach(this::print);
    }

    /** {@code 3}, {@code 3.2}, {@code 3.2(4)} for the fourth repetition. */
    static String place(Explanation.Value value) {
        if (value.component() == 0 && value.repetition() == 1) return String.valueOf(value.element());
        return value.element()
                + (value.component() > 0 ? "." + value.component() : "")
                + (value.repetition() > 1 ? "(" + value.repetition() + ")" : "");
    }

    private void finding(String indent, Finding finding) {
        var text = clean(finding.code() + " " + shortened(finding.text()) + (finding.isError() ? "" : " (warning)"));
        for (var line : wrap(indent + "! ", indent + "  ", text))
            print(finding.isError() ? terminal.red(line) : terminal.yellow(line));
    }

    /** The text behind the first start, broken at blanks where it would go beyond the width. */
    private static List<String> wrap(String first, String start, String text) {
        var lines = new ArrayList<String>();
        var line = first;
        var rest = text;
        while (line.length() + rest.length() > WIDTH) {
            var room = Math.max(TEXT_MIN, WIDTH - line.length());
            if (rest.length() <= room) break;
            var at = rest.lastIndexOf(' ', room);
            var end = at <= 0 ? room : at;
            lines.add(line + rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
            line = start;
        }
        lines.add(line + rest);
        return lines;
    }

    /** Binary data, say, is not for reading. */
    private static String shortened(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "… (" + text.length() + " characters)";
    }

    /** Control characters would do things to a terminal. */
    private static String clean(String text) {
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) < ' ' || text.charAt(i) == DELETE)
                return CONTROL.matcher(text).replaceAll("·");
        return text;
    }

    private void print(String line) {
        lines.append(line).append(System.lineSeparator());
    }

    private void flush() {
        terminal.out().writeBytes(lines.toString().getBytes(StandardCharsets.UTF_8));
        lines.setLength(0);
    }
}

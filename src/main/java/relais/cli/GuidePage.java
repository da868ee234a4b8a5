package relais.cli;

import java.util.List;
import java.util.Optional;
import relais.edi.Explainer;
import relais.edi.Explanation;
import relais.edi.Standard;
import relais.edi.TransactionSet;
import relais.mapping.Guide;
import relais.mapping.Mapping;

/** A mapping as the table that a partner can be sent. */
final class GuidePage {

    private static final List<String> HEAD = List.of("Segment", "Element", "Name", "Use", "Holds", "Codes");
    private static final List<String> SAMPLE_HEAD = List.of("Segment", "Name", "Value", "Meaning");
    private static final int SEGMENT_WIDTH = 26;
    private static final int NAME_WIDTH = 32;
    private static final int USE_WIDTH = 9;
    private static final int VALUE_WIDTH = 44;

    private final Mapping mapping;
    private final Explainer names;
    private final String version;

    GuidePage(Mapping mapping, Explainer names) {
        this.mapping = mapping;
        this.names = names;
        this.version = mapping.standard() == Standard.X12 ? "004010" : "D:96A:UN";
    }

    String text(Terminal terminal) {
        var text = new StringBuilder(title()).append("\n\n");
        text.append(line(HEAD.get(0), HEAD.get(2), HEAD.get(3), HEAD.get(4), HEAD.get(5)))
                .append('\n');
        for (var row : Guide.of(mapping)) {
            var label = "  ".repeat(row.depth()) + (row.element() == 0 ? row.segment() : row.tag() + row.number());
            var line = line(label, name(row), row.use(), row.value(), row.codes());
            text.append(row.element() == 0 ? terminal.yellow(line) : line).append('\n');
        }
        return text.append(notCarried()).toString();
    }

    private static String line(String label, String name, String use, String value, String codes) {
        return (padded(label, SEGMENT_WIDTH)
                        + padded(name, NAME_WIDTH)
                        + padded(use, USE_WIDTH)
                        + padded(value, VALUE_WIDTH)
                        + codes)
                .stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    /** The same as a page to send. @param sample an example to show below the table */
    String html(Optional<TransactionSet> sample) {
        var page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title>
                <style>
                body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; color: #1c1c1c; background: #fff }
                table { border-collapse: collapse; width: 100%% }
                th, td { text-align: left; vertical-align: top; padding: .25rem .6rem; border-bottom: 1px solid #ddd }
                tr.segment th { background: #f2f5f8; font-weight: 600 }
                code { font: 13px/1.4 ui-monospace, monospace; overflow-wrap: anywhere }
                </style></head><body>
                <h1>%s</h1>
                <table><thead><tr>
                """.formatted(escaped(title()), escaped(title())));
        for (var head : HEAD) page.append("<th scope=\"col\">").append(head).append("</th>");
        page.append("</tr></thead><tbody>\n");
        for (var row : Guide.of(mapping)) row(row, page);
        page.append("</tbody></table>\n");
        if (!notCarried().isEmpty())
            page.append("<p>").append(escaped(notCarried())).append("</p>\n");
        sample.ifPresent(set -> sample(set, page));
        return page.append("</body></html>\n").toString();
    }

    private void sample(TransactionSet set, StringBuilder page) {
        page.append("<h2>Sample</h2>\n<table><thead><tr>");
        for (var head : SAMPLE_HEAD)
            page.append("<th scope=\"col\">").append(head).append("</th>");
        page.append("</tr></thead><tbody>\n");
        var sent = set.segments().iterator();
        names.explain(set).forEach(segment -> sample(segment, sent.next().toString(), page));
        page.append("</tbody></table>\n");
    }

    private static void sample(Explanation segment, String sent, StringBuilder page) {
        page.append("<tr class=\"segment\"><th scope=\"row\"")
                .append(indent(segment.depth()))
                .append(escaped(segment.tag()))
                .append("</th><th>")
                .append(escaped(ExplainedPage.name(segment)))
                .append("</th><th colspan=\"2\"><code>")
                .append(escaped(sent))
                .append("</code></th></tr>\n");
        for (var value : segment.values()) {
            page.append("<tr><td").append(indent(segment.depth() + 1));
            page.append(ExplainedPage.place(value)).append("</td>");
            for (var cell : List.of(value.name(), value.text(), value.meaning()))
                page.append("<td>").append(escaped(cell)).append("</td>");
            page.append("</tr>\n");
        }
    }

    /** The end of a cell's tag that has levels around it. */
    private static String indent(int depth) {
        return " style=\"padding-left: " + (0.6 + 1.2 * depth) + "rem\">";
    }

    private void row(Guide.Row row, StringBuilder page) {
        var isSegment = row.element() == 0;
        page.append(isSegment ? "<tr class=\"segment\"><th scope=\"row\"" : "<tr><td");
        page.append(indent(row.depth()));
        page.append(escaped(isSegment ? row.segment() : row.tag())).append(isSegment ? "</th>" : "</td>");
        for (var cell : List.of(row.number(), name(row), row.use(), row.value(), row.codes()))
            page.append(isSegment ? "<th>" : "<td>").append(escaped(cell)).append(isSegment ? "</th>" : "</td>");
        page.append("</tr>\n");
    }

    private String title() {
        return mapping.id() + ": " + mapping.document().title() + " as " + mapping.standard() + " "
                + mapping.transactionSet();
    }

    private String name(Guide.Row row) {
        var set = mapping.transactionSet();
        return row.element() == 0
                ? names.segmentName(mapping.standard(), version, set, row.tag())
                : names.elementName(
                        mapping.standard(), version, set, row.tag(), row.element(), Math.max(1, row.component()));
    }

    private String notCarried() {
        return mapping.notCarried().isEmpty() ? "" : "\nNot carried: " + String.join(", ", mapping.notCarried()) + "\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

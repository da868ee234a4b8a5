package relais.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import relais.finding.Finding;
import relais.finding.Severity;

/**
 * Bytes as a person reads them: each segment on a line of its own, numbered, and whatever a finding speaks of marked.
 *
 * @param lines at most {@link #LINES_MAX}
 * @param hiddenLines how many more there are
 */
record RawText(List<Line> lines, int hiddenLines) {

    /** Lines that are shown of one document. */
    static final int LINES_MAX = 3000;

    RawText {
        lines = List.copyOf(lines);
    }

    /**
     * @param bytes what is shown
     * @param offset of the first of the bytes in what was received: the findings' offsets count from there
     */
    static RawText of(byte[] bytes, long offset, List<Finding> findings) {
        var syntax = Syntax.of(bytes);
        var segments = new SegmentBounds(bytes, syntax).list();
        var marks = new Marks(bytes, syntax, segments);
        var spans = IntStream.range(0, findings.size())
                .mapToObj(i -> marks.span(i, findings.get(i), offset))
                .flatMap(Optional::stream)
                .toList();
        var decoder = Decoder.of(bytes);
        var shown = Math.min(segments.size(), LINES_MAX);
        var lines = IntStream.range(0, shown)
                .mapToObj(i -> line(i + 1, segments.get(i), spans, decoder))
                .toList();
        return new RawText(lines, segments.size() - shown);
    }

    /** Numbers of the findings that have a mark, counted from 0. */
    List<Integer> marked() {
        return lines.stream().flatMap(line -> line.findings().stream()).toList();
    }

    private static Line line(int number, Bounds bounds, List<Span> all, Decoder decoder) {
        var spans = all.stream().filter(span -> span.line() == number).toList();
        var cuts = new TreeSet<>(List.of(bounds.from(), bounds.to()));
        for (var span : spans) cuts.addAll(List.of(span.from(), span.to()));
        var pieces = new ArrayList<Piece>();
        var from = bounds.from();
        for (var to : cuts) {
            if (to > from) pieces.add(piece(from, to, spans, decoder));
            for (var span : spans)
                if (span.isEmpty() && span.from() == to)
                    pieces.add(new Piece("", span.severity(), List.of(span.finding())));
            from = to;
        }
        return new Line(
                number, pieces, spans.stream().map(Span::finding).distinct().toList());
    }

    private static Piece piece(int from, int to, List<Span> spans, Decoder decoder) {
        var covering = spans.stream()
                .filter(span -> span.from() <= from && to <= span.to() && !span.isEmpty())
                .toList();
        var severity = covering.stream().map(Span::severity).max(Comparator.naturalOrder());
        return new Piece(
                decoder.text(from, to),
                severity.orElse(Severity.INFO),
                covering.stream().map(Span::finding).toList());
    }

    /**
     * One segment, or one line of text.
     *
     * @param number from 1; the segment's position where the text starts at ST or UNH
     * @param findings that are marked in it, counted from 0
     */
    record Line(int number, List<Piece> pieces, List<Integer> findings) {}

    /**
     * Text without a break.
     *
     * @param text empty where something is missing
     * @param findings that speak of it, counted from 0; none for most pieces
     */
    record Piece(String text, Severity severity, List<Integer> findings) {

        public boolean isMarked() {
            return !findings.isEmpty();
        }

        public boolean isGap() {
            return text.isEmpty();
        }
    }

    /** Bytes from (included) to (excluded). */
    record Bounds(int from, int to) {}

    /** The bytes that a finding speaks of; none where something is missing. */
    record Span(int line, int from, int to, int finding, Severity severity) {

        boolean isEmpty() {
            return from == to;
        }
    }
}

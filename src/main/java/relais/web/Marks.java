package relais.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import relais.finding.Finding;
import relais.finding.Location;
import relais.web.RawText.Bounds;
import relais.web.RawText.Span;

/** Finds the bytes that a finding speaks of. */
final class Marks {

    /** How a place in XML ends: {@code /Invoice/cbc:ID, line 31}; or {@code line 3, column 7}. */
    private static final Pattern LINE = Pattern.compile("(?:^|, )line (\\d{1,9})(?:, column \\d+)?$");

    /** How a place in a table goes on: {@code row 3 column quantity}. */
    private static final String CELL = " column ";

    private static final String USUAL_SIGNS = ";,\t|";

    private final byte[] bytes;
    private final Syntax syntax;
    private final List<Bounds> segments;
    private final JsonPlaces json;

    Marks(byte[] bytes, Syntax syntax, List<Bounds> segments) {
        this.bytes = bytes;
        this.syntax = syntax;
        this.segments = segments;
        this.json = syntax.hasSegments() ? new JsonPlaces(Map.of()) : JsonPlaces.of(bytes);
    }

    /** @return empty if the finding speaks of the whole, or of bytes that are not shown */
    Optional<Span> span(int number, Finding finding, long offset) {
        var location = finding.location();
        var line = LINE.matcher(location.segment());
        if (line.find()) return byLine(number, finding, Integer.parseInt(line.group(1)));
        if (location.segment().startsWith("/"))
            return json.find(location.segment()).flatMap(place -> within(place, number, finding));
        if (location.offset() >= 0) return byOffset(number, finding, location.offset() - offset);
        return byPosition(number, finding, location);
    }

    private Optional<Span> byOffset(int number, Finding finding, long from) {
        if (from < 0 || from > bytes.length) return Optional.empty();
        return lineAt((int) from).map(line -> {
            var bounds = segments.get(line);
            var start = Math.min((int) from, bounds.to());
            var place = place(bounds, start, finding.location());
            return new Span(line + 1, place.from(), place.to(), number, finding.severity());
        });
    }

    private Bounds place(Bounds segment, int from, Location location) {
        if (location.segment().contains(CELL)) return new Bounds(from, cellEnd(segment, from));
        if (location.element() > 0) return new Bounds(from, elementEnd(segment, from, location.component() > 0));
        if (!location.segment().isEmpty()) return withoutTerminator(segment);
        return new Bounds(from, Math.min(from + 1, segment.to()));
    }

    private int elementEnd(Bounds segment, int from, boolean component) {
        for (var i = from; i < segment.to(); i++) {
            var b = bytes[i];
            if (b == syntax.release() && b != 0) i++;
            else if (b == syntax.segment() || b == syntax.element()) return i;
            else if (component && (b == syntax.component() || b == syntax.repetition()) && b != 0) return i;
        }
        return segment.to();
    }

    /** A cell of a table ends at its second quotation mark, or at the sign that stands before it; in a file of fixed lengths only the line ends. */
    private int cellEnd(Bounds line, int from) {
        var end = withoutTerminator(line).to();
        if (from < end && bytes[from] == '"') return Math.min(end, indexOf("\"", from + 1, end) + 1);
        if (from == line.from()) return indexOf(USUAL_SIGNS, from, end);
        var before = (char) (bytes[from - 1] & 0xff);
        return before == ' ' || Character.isLetterOrDigit(before) ? end : indexOf(String.valueOf(before), from, end);
    }

    /** Of the first of some signs; the end where there is none. */
    private int indexOf(String signs, int from, int end) {
        for (var i = from; i < end; i++) if (signs.indexOf(bytes[i]) >= 0) return i;
        return end;
    }

    private Optional<Span> byPosition(int number, Finding finding, Location location) {
        if (location.position() < 1 || location.position() > segments.size()) return Optional.empty();
        var place = withoutTerminator(segments.get(location.position() - 1));
        return Optional.of(new Span(location.position(), place.from(), place.to(), number, finding.severity()));
    }

    private Optional<Span> within(Bounds place, int number, Finding finding) {
        return lineAt(place.from()).map(line -> {
            var to = Math.min(place.to(), withoutTerminator(segments.get(line)).to());
            return new Span(line + 1, place.from(), Math.max(place.from(), to), number, finding.severity());
        });
    }

    /** The line of that number, from 1, without the blanks before it. */
    private Optional<Span> byLine(int number, Finding finding, int line) {
        var from = 0;
        for (var ends = 1; ends < line && from < bytes.length; from++) if (bytes[from] == '\n') ends++;
        while (from < bytes.length && (bytes[from] == ' ' || bytes[from] == '\t')) from++;
        return within(new Bounds(from, bytes.length), number, finding);
    }

    private Bounds withoutTerminator(Bounds segment) {
        var ended = segment.to() > segment.from() && bytes[segment.to() - 1] == syntax.segment();
        return new Bounds(segment.from(), ended ? segment.to() - 1 : segment.to());
    }

    /** The line in which a byte stands, counted from 0; what stands between lines, or after the last, belongs to the one before. */
    private Optional<Integer> lineAt(int from) {
        var low = 0;
        var high = segments.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (segments.get(middle).from() <= from) low = middle + 1;
            else high = middle;
        }
        return segments.isEmpty() ? Optional.empty() : Optional.of(Math.max(0, low - 1));
    }
}

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

    /** How findings in XML end: {@code /Invoice/cbc:ID, line 31}. */
    private static final Pattern LINE = Pattern.compile("(?:.*, )?line (\\d{1,7})(?:, column \\d+)?");

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
        if (line.matches()) return byLine(number, finding, Integer.parseInt(line.group(1)));
        if (location.segment().startsWith("/"))
            return json.find(location.segment()).flatMap(place -> within(place, number, finding));
        if (location.offset() >= 0) return byOffset(number, finding, location.offset() - offset);
        return byLine(number, finding, location.position());
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

    private Optional<Span> byLine(int number, Finding finding, int line) {
        if (line < 1 || line > segments.size()) return Optional.empty();
        var place = withoutTerminator(segments.get(line - 1));
        return Optional.of(new Span(line, place.from(), place.to(), number, finding.severity()));
    }

    private Optional<Span> within(Bounds place, int number, Finding finding) {
        return lineAt(place.from()).map(line -> {
            var to = Math.min(place.to(), withoutTerminator(segments.get(line)).to());
            return new Span(line + 1, place.from(), Math.max(place.from(), to), number, finding.severity());
        });
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

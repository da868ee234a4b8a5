package relais.web;

import java.util.ArrayList;
import java.util.List;
import relais.web.RawText.Bounds;

/** Cuts bytes into segments, terminator included; line ends between segments belong to none. */
final class SegmentBounds {

    /** A line without any end is cut here, so that a page can show it. */
    private static final int LINE_BYTES_MAX = 4096;

    private final byte[] bytes;
    private final Syntax syntax;

    SegmentBounds(byte[] bytes, Syntax syntax) {
        this.bytes = bytes;
        this.syntax = syntax;
    }

    List<Bounds> list() {
        var bounds = new ArrayList<Bounds>();
        var from = skipLineEnds(0);
        while (from < bytes.length) {
            var to = end(from);
            bounds.add(new Bounds(from, to));
            from = skipLineEnds(to);
        }
        return bounds;
    }

    private int end(int from) {
        var last = Math.min(bytes.length, from + LINE_BYTES_MAX);
        var una = from == 0 && bytes.length >= 9 && bytes[0] == 'U' && bytes[1] == 'N' && bytes[2] == 'A';
        for (var i = una ? 8 : from; i < last; i++) {
            if (syntax.release() != 0 && bytes[i] == syntax.release() && !una) i++;
            else if (bytes[i] == syntax.segment()) return i + 1;
        }
        return last;
    }

    private int skipLineEnds(int from) {
        var i = from;
        while (syntax.hasSegments() && i < bytes.length && (bytes[i] == '\r' || bytes[i] == '\n')) i++;
        return i;
    }
}

package relais.edi;

/** Brings segment after segment from the window into tokens, within the limit of a segment's bytes. */
final class SegmentSource {
    private final ByteWindow window;
    private final int segmentBytesMax;

    SegmentSource(ByteWindow window, Limits limits) {
        this.window = window;
        this.segmentBytesMax = limits.segmentBytesMax();
    }

    /** What came of looking for the next segment. */
    enum Found {
        SEGMENT,
        /** Its terminator does not come within {@link Limits#segmentBytesMax()}; nothing was added and it was not passed. */
        TOO_LONG,
        /** Nothing but line ends and blanks is left. */
        NOTHING
    }

    /** Adds the next segment to the tokens, whose base is the window's anchor. */
    Found next(Tokens tokens) {
        return skipBlanks(tokens) ? scan(tokens) : Found.NOTHING;
    }

    /** Adds those that follow, up to one of an envelope; not more than so many, and at least one unless it says otherwise. */
    Found run(Tokens tokens, int most) {
        if (!skipBlanks(tokens)) return Found.NOTHING;
        var pos = window.pos;
        if (tokens.bytes[pos] == tokens.syntax.binaryInitial) return scan(tokens);
        window.pos = tokens.scanRun(pos, Math.min(window.limit, pos + segmentBytesMax), most);
        return window.pos == pos ? scan(tokens) : Found.SEGMENT;
    }

    private Found scan(Tokens tokens) {
        while (true) {
            var pos = window.pos;
            var end = tokens.scan(pos, Math.min(window.limit, pos + segmentBytesMax));
            if (end >= 0) {
                window.pos = end;
                return Found.SEGMENT;
            }
            if (window.limit - pos >= segmentBytesMax) return Found.TOO_LONG;
            var more = window.fill();
            point(tokens);
            if (more) continue;
            window.pos = tokens.close(window.pos, window.limit);
            return Found.SEGMENT;
        }
    }

    /** Passes line ends and blanks; false at the end of the input. */
    boolean skipBlanks(Tokens tokens) {
        if (tokens.origin != window.offset(window.anchor)
                || tokens.base != window.anchor
                || tokens.bytes != window.bytes) point(tokens);
        while (true) {
            window.pos = tokens.syntax.skipBlanks(window.bytes, window.pos, window.limit);
            if (window.pos < window.limit) return true;
            var more = window.fill();
            point(tokens);
            if (!more) return false;
        }
    }

    /** Passes a segment without keeping it; false when the input ends before its terminator. */
    boolean pass(Tokens tokens) {
        passBinary(tokens.syntax);
        var classes = tokens.syntax.classes;
        while (true) {
            while (window.pos < window.limit) {
                int kind = classes[window.bytes[window.pos++] & 0xff];
                if (kind == Syntax.TERMINATOR) return true;
                if (kind == Syntax.RELEASE && window.has(1)) window.pos++;
            }
            window.drop();
            if (!window.fill()) return false;
        }
    }

    /** Passes binary data by its length; what follows it is the segment's terminator. */
    private void passBinary(Syntax syntax) {
        var separator = (byte) syntax.delimiters.element();
        var begin = syntax.standard == Standard.X12
                ? BinarySegment.begin(window.bytes, window.pos, window.limit, separator)
                : -1;
        if (begin < 0) return;
        var length = BinarySegment.end(window.bytes, begin, separator) - begin;
        window.pos = begin;
        pass(length);
    }

    /** Passes so many bytes without keeping them, or as many as there are. */
    void pass(long count) {
        var left = count;
        while (left > 0) {
            var step = (int) Math.min(left, window.limit - window.pos);
            window.pos += step;
            left -= step;
            window.drop();
            if (left > 0 && !window.fill()) return;
        }
    }

    private void point(Tokens tokens) {
        tokens.bytes = window.bytes;
        tokens.base = window.anchor;
        tokens.origin = window.offset(window.anchor);
    }
}

package relais.edi;

import java.util.Arrays;

/**
 * Where segments, elements, components and repetitions begin and end: offsets only, relative to {@code base} in a byte array that
 * somebody else holds. A segment's marks are its delimiters: the first ends the tag, each later one ends a token, the last is the
 * terminator. A mark holds the delimiter's offset and its kind ({@link Syntax}). Reused from set to set; nothing is allocated per element.
 */
final class Tokens {
    /** The segment holds release characters or line breaks, so its text is not its bytes. */
    static final int ESCAPED = 1;
    /** The segment holds bytes that may not belong to the character set. */
    static final int SUSPECT = 2;
    /** The input ended before the segment's terminator. */
    static final int UNTERMINATED = 4;

    /** As long as segments and values usually are, or shorter. */
    private static final int SEGMENT_BYTES = 16;

    private static final int VALUE_BYTES = 5;
    private static final int NOT_BINARY = -2;
    private static final int ROW_BITS = 2;
    private static final int FIRST = 1;
    private static final int LAST = 2;
    private static final int TAG = 3;
    private static final int TAG_BITS = 24;
    private static final int KIND_BITS = 3;
    private static final int KIND = 7;
    /** The bits that {@link Syntax#ELEMENT} and {@link Syntax#TERMINATOR} share, and no other kind of mark. */
    private static final int ENDS_ELEMENT = 3;

    Syntax syntax;
    byte[] bytes = new byte[0];
    /** Index of the first byte that offsets count from. */
    int base;
    /** Offset of that byte in the whole input. */
    long origin;

    /** For each segment one after the other: its start, its first mark, its last mark, and its flags above the key of its tag. */
    private int[] rows;

    private long[] shapes;
    private int[] marks;
    private int count;
    private int marked;

    Tokens(Syntax syntax) {
        this(syntax, 64, 1024);
    }

    /** With room for so many segments and marks, which grows. */
    private Tokens(Syntax syntax, int segments, int marks) {
        this.syntax = syntax;
        this.rows = new int[segments << ROW_BITS];
        this.shapes = new long[segments];
        this.marks = new int[marks];
    }

    /** Points out the segments of bytes that are known to be complete. */
    static Tokens of(Syntax syntax, byte[] bytes, long origin) {
        var tokens = new Tokens(syntax, bytes.length / SEGMENT_BYTES + 2, bytes.length / VALUE_BYTES + 8);
        tokens.bytes = bytes;
        tokens.origin = origin;
        var at = syntax.skipBlanks(bytes, 0, bytes.length);
        while (at < bytes.length) {
            var next = tokens.scanOn(at);
            at = syntax.skipBlanks(bytes, next, bytes.length);
        }
        return tokens;
    }

    /** Adds the segments from there on that follow each other without anything between; one that the end cuts off counts too. */
    private int scanOn(int from) {
        if (bytes[from] != syntax.binaryInitial) {
            var end = scanRun(from, bytes.length, bytes.length);
            if (end > from) return end;
        } else {
            var end = scanBinary(from, bytes.length);
            if (end >= 0) return end;
        }
        return close(from, bytes.length);
    }

    void clear() {
        count = 0;
        marked = 0;
    }

    /** Forgets the segment added last. */
    void removeLast() {
        count--;
        marked = first(count);
    }

    /** Adds the segment at {@code from}; answers the index after its terminator, or -1 (and adds nothing) when there is none before {@code limit}. */
    int scan(int from, int limit) {
        return bytes[from] == syntax.binaryInitial ? scanBinary(from, limit) : scanText(from, limit);
    }

    private int scanBinary(int from, int limit) {
        var binary = binary(from, limit);
        if (binary != NOT_BINARY) return binary;
        return scanAsText(from, limit);
    }

    /** Binary data that is not as long as it says has no shape. */
    private int scanAsText(int from, int limit) {
        var end = scanText(from, limit);
        if (end >= 0 && BinarySegment.is(key(count - 1))) shapes[count - 1] = Shape.OTHER;
        return end;
    }

    private int scanText(int from, int limit) {
        var end = scanRun(from, limit, 1);
        return end == from ? -1 : end;
    }

    /**
     * Adds the segments from there on, up to one that begins or ends an envelope, or has something else than text behind it; not more than so
     * many. Answers the index after the last of them: {@code from} when there is none before {@code limit}.
     */
    int scanRun(int from, int limit, int most) {
        var data = bytes;
        var classes = syntax.classes;
        var into = marks;
        var n = marked;
        var flag = 0;
        var shape = Shape.BEGUN;
        var begin = from;
        var start = from;
        var full = count + most;
        var next = syntax.characterBytes;
        for (int i = from; i < limit; i += next) {
            int kind = classes[data[i] & 0xff];
            if (kind == Syntax.TEXT) continue;
            if (kind <= Syntax.REPETITION) {
                if (n == into.length) into = marks = Arrays.copyOf(into, n * 2);
                into[n++] = (i - base) << KIND_BITS | kind;
                shape = Shape.mark(shape, begin - i >>> 31, kind);
                begin = i + 1;
            } else if (kind == Syntax.TERMINATOR) {
                var described = flag == 0 && n - marked <= Shape.VALUES_MAX;
                add(start, n, i, flag, described ? shape << 1 | begin - i >>> 31 : Shape.OTHER);
                start = begin = i + 1;
                if (count == full || isLastOfRun(start, limit)) return start;
                into = marks;
                n = marked;
                flag = 0;
                shape = Shape.BEGUN;
            } else {
                flag |= kind == Syntax.SUSPECT ? SUSPECT : ESCAPED;
                i = last(i, kind, limit);
            }
        }
        return start;
    }

    private boolean isLastOfRun(int next, int limit) {
        if (next < limit && (bytes[next] <= ' ' || bytes[next] == syntax.binaryInitial)) return true;
        return syntax.envelopes.contains(key(count - 1));
    }

    /** The last byte of what a release character or an escape sequence begins. */
    private int last(int at, int kind, int limit) {
        if (kind == Syntax.RELEASE) return at + 1;
        return syntax.extended && bytes[at] == CodeExtension.ESCAPE ? CodeExtension.end(bytes, at, limit) : at;
    }

    /** Adds a segment of binary data that is as long as it says; -1 when it goes on behind the limit. */
    private int binary(int from, int limit) {
        var separator = (byte) syntax.delimiters.element();
        var begin = BinarySegment.begin(bytes, from, limit, separator);
        if (begin < 0) return NOT_BINARY;
        var end = BinarySegment.end(bytes, begin, separator);
        if (end < 0) return NOT_BINARY;
        if (end >= limit) return -1;
        if (syntax.classes[bytes[end] & 0xff] != Syntax.TERMINATOR) return NOT_BINARY;
        var n = marked;
        if (n + 4 > marks.length) marks = Arrays.copyOf(marks, n * 2 + 4);
        for (int i = from; i < begin; i++)
            if (bytes[i] == separator) marks[n++] = (i - base) << KIND_BITS | Syntax.ELEMENT;
        add(from, n, end, 0, Shape.OTHER);
        return end + 1;
    }

    /**
     * Adds what is left of the input as a segment whose terminator is missing, or what there is up to one when it only says that it is longer
     * binary data; answers the index after it.
     */
    int close(int from, int limit) {
        var end = scanAsText(from, limit);
        if (end >= 0) return end;
        var n = marked;
        var flag = UNTERMINATED;
        for (int i = from; i < limit; i++) {
            int kind = syntax.classes[bytes[i] & 0xff];
            if (kind == Syntax.TEXT) continue;
            if (kind >= Syntax.RELEASE) {
                flag |= kind == Syntax.SUSPECT ? SUSPECT : ESCAPED;
                i = last(i, kind, limit);
                continue;
            }
            if (n == marks.length) marks = Arrays.copyOf(marks, n * 2);
            marks[n++] = (i - base) << KIND_BITS | kind;
        }
        add(from, n, limit, flag, Shape.OTHER);
        return limit;
    }

    private void add(int from, int markEnd, int terminator, int flag, long shape) {
        if (markEnd == marks.length) marks = Arrays.copyOf(marks, markEnd * 2);
        if (count == shapes.length) grow();
        marks[markEnd] = (terminator - base) << KIND_BITS | Syntax.TERMINATOR;
        shapes[count] = shape;
        var row = count++ << ROW_BITS;
        rows[row] = from - base;
        rows[row + FIRST] = marked;
        rows[row + LAST] = markEnd;
        rows[row + TAG] = flag << TAG_BITS;
        rows[row + TAG] |= flag == 0 ? Tag.key(bytes, from, base + at(marked)) : Tag.key(tag(count - 1));
        marked = markEnd + 1;
    }

    private void grow() {
        shapes = Arrays.copyOf(shapes, count * 2);
        rows = Arrays.copyOf(rows, rows.length * 2);
    }

    int count() {
        return count;
    }

    /** Of the segment's first byte, relative to the base. */
    int start(int segment) {
        return rows[segment << ROW_BITS];
    }

    /** Of the segment's terminator, relative to the base. */
    int end(int segment) {
        return at(last(segment));
    }

    boolean has(int segment, int flag) {
        return (rows[(segment << ROW_BITS) + TAG] >>> TAG_BITS & flag) != 0;
    }

    /** The mark that ends the segment's tag. */
    int first(int segment) {
        return rows[(segment << ROW_BITS) + FIRST];
    }

    /** The segment's terminator mark. */
    int last(int segment) {
        return rows[(segment << ROW_BITS) + LAST];
    }

    /** Where a place relative to the base is in the whole input. */
    long offset(int relative) {
        return origin + relative;
    }

    /** The offset of a mark, relative to the base. */
    int at(int mark) {
        return marks[mark] >>> KIND_BITS;
    }

    int kind(int mark) {
        return marks[mark] & KIND;
    }

    /** The mark that ends the element which begins at another: the next element separator, or the terminator. */
    int elementEnd(int mark) {
        var next = mark + 1;
        while ((marks[next] & ENDS_ELEMENT) != Syntax.ELEMENT) next++;
        return next;
    }

    /** The segment's tag as one number ({@link Tag}); 0 when it is longer than three characters or empty. */
    int key(int segment) {
        return rows[(segment << ROW_BITS) + TAG] & (1 << TAG_BITS) - 1;
    }

    /** What the segment's delimiters say, as a number that {@link Shape} explains; {@link Shape#OTHER} when it has none. */
    long shape(int segment) {
        return shapes[segment];
    }

    String tag(int segment) {
        return text(segment, start(segment), at(first(segment)));
    }

    /** The text between two offsets of a segment, release characters resolved and line breaks taken out. */
    String text(int segment, int from, int to) {
        if (from >= to) return "";
        if (!has(segment, ESCAPED)) return ShortTexts.of(bytes, base + from, base + to, syntax.charset());
        var plain = new byte[to - from];
        return new String(plain, 0, syntax.unescape(bytes, base + from, base + to, plain), syntax.charset());
    }

    /** The mark after which a component of a repetition of an element begins (all from 1); -1 when it was not sent. */
    int find(int segment, int element, int component, int repetition) {
        var e = 0;
        var r = 1;
        var c = 1;
        for (int mark = first(segment); mark < last(segment); mark++) {
            switch (kind(mark)) {
                case Syntax.ELEMENT -> {
                    e++;
                    r = 1;
                    c = 1;
                }
                case Syntax.REPETITION -> {
                    r++;
                    c = 1;
                }
                default -> c++;
            }
            if (e == element && r == repetition && c == component) return mark;
            if (e > element) return -1;
        }
        return -1;
    }

    /** A component's text; empty when it was not sent. */
    String component(int segment, int element, int component, int repetition) {
        var mark = find(segment, element, component, repetition);
        return mark < 0 ? "" : text(segment, at(mark) + 1, at(mark + 1));
    }
}

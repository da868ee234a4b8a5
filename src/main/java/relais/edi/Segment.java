package relais.edi;

import relais.finding.Location;

/** A segment in place: a view of the transaction set's bytes that decodes text only when asked. Elements, components and repetitions count from 1. */
public final class Segment implements Node {
    private final Tokens tokens;
    private final int index;
    /** Known once it was asked for. */
    private String tag = "";

    Segment(Tokens tokens, int index) {
        this.tokens = tokens;
        this.index = index;
    }

    public String tag() {
        if (tag.isEmpty()) tag = tokens.tag(index);
        return tag;
    }

    /** In the transaction set, ST or UNH being 1. */
    public int position() {
        return index + 1;
    }

    /** Of the first byte of its tag, in the input. */
    public long offset() {
        return tokens.offset(tokens.start(index));
    }

    /** How many elements were sent, trailing empty ones included. */
    public int elementCount() {
        return count(tokens.first(index), Syntax.ELEMENT, 0);
    }

    /** The first component of the element's first repetition; empty when absent. Release characters are resolved. */
    public String element(int element) {
        return component(element, 1, 1);
    }

    /** A component of the element's first repetition; empty when absent. */
    public String component(int element, int component) {
        return component(element, component, 1);
    }

    /** A component of a repetition of the element; empty when absent. */
    public String component(int element, int component, int repetition) {
        return tokens.component(index, element, component, repetition);
    }

    /** How many repetitions of the element were sent; 0 when the element is beyond the segment's end. */
    public int repetitions(int element) {
        var mark = tokens.find(index, element, 1, 1);
        return mark < 0 ? 0 : 1 + count(mark + 1, Syntax.REPETITION, Syntax.ELEMENT);
    }

    /** How many components a repetition of the element has; 0 when it was not sent. */
    public int components(int element, int repetition) {
        var mark = tokens.find(index, element, 1, repetition);
        if (mark < 0) return 0;
        var n = 1;
        while (tokens.kind(mark + n) == Syntax.COMPONENT) n++;
        return n;
    }

    /** The segment as a whole. */
    public Location location() {
        return Location.segment(tag(), position(), offset());
    }

    /** One of its elements; of an absent one, the place where the segment ends. */
    public Location location(int element) {
        return location(element, 0, 0);
    }

    /** One component (0: the element as a whole) of a repetition (0 or 1: the first). */
    public Location location(int element, int component, int repetition) {
        var mark = tokens.find(index, element, Math.max(component, 1), Math.max(repetition, 1));
        var at = mark < 0 ? tokens.end(index) : tokens.at(mark) + 1;
        return location().element(element, component, repetition, tokens.offset(at));
    }

    /** The segment as sent, without its terminator; line breaks and release characters resolved. */
    @Override
    public String toString() {
        return tokens.text(index, tokens.start(index), tokens.end(index));
    }

    private int count(int fromMark, int kind, int stop) {
        var n = 0;
        for (int mark = fromMark; mark < tokens.last(index) && tokens.kind(mark) != stop; mark++)
            if (tokens.kind(mark) == kind) n++;
        return n;
    }
}

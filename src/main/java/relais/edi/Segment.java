package relais.edi;

import relais.finding.Location;

/** A segment in place: a view of the transaction set's bytes that decodes text only when asked. Elements, components and repetitions count from 1. */
public final class Segment implements Node {

    Segment() {}

    public String tag() {
        throw new UnsupportedOperationException();
    }

    /** In the transaction set, ST or UNH being 1. */
    public int position() {
        throw new UnsupportedOperationException();
    }

    /** Of the first byte of its tag, in the input. */
    public long offset() {
        throw new UnsupportedOperationException();
    }

    /** How many elements were sent, trailing empty ones included. */
    public int elementCount() {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    /** How many repetitions of the element were sent; 0 when the element is beyond the segment's end. */
    public int repetitions(int element) {
        throw new UnsupportedOperationException();
    }

    /** How many components a repetition of the element has. */
    public int components(int element, int repetition) {
        throw new UnsupportedOperationException();
    }

    /** The segment as a whole. */
    public Location location() {
        throw new UnsupportedOperationException();
    }

    /** One of its elements; of an absent one, the place where the segment ends. */
    public Location location(int element) {
        return location(element, 0, 0);
    }

    /** One component (0: the element as a whole) of a repetition (0 or 1: the first). */
    public Location location(int element, int component, int repetition) {
        throw new UnsupportedOperationException();
    }

    /** The segment as sent, without its terminator. */
    @Override
    public String toString() {
        throw new UnsupportedOperationException();
    }
}

package relais.edi;

import java.util.Arrays;
import java.util.List;

/** A segment of a standard: its elements in order, and its syntax notes. Arrays, because every segment read walks them. */
final class SegmentType {
    private static final int SHAPE_BITS = 4;
    private static final Shape NO_SHAPE = Shape.none();

    final String tag;
    final String name;
    final ElementUse[] elements;
    final SyntaxNote[] notes;
    /** A bit for each mandatory element, position 1 being bit 1. */
    final long mandatory;

    /** The shapes that came lately, each in one of two slots by its number, the later first; an immutable shape may be seen late by another thread, which then works it out for itself. */
    private final Shape[] shapes = new Shape[2 << SHAPE_BITS];

    SegmentType(String tag, String name, List<ElementUse> elements, List<SyntaxNote> notes) {
        this.tag = tag;
        this.name = name;
        this.elements = elements.toArray(new ElementUse[0]);
        this.notes = notes.toArray(new SyntaxNote[0]);
        var bits = 0L;
        for (int e = 0; e < this.elements.length; e++) if (this.elements[e].mandatory()) bits |= 1L << (e + 1);
        this.mandatory = bits;
        Arrays.fill(shapes, NO_SHAPE);
    }

    /** The shape that a number stands for in a segment of this type. */
    Shape shape(long number) {
        var slot = (int) (number * 0x9E3779B97F4A7C15L >>> Long.SIZE - SHAPE_BITS) * 2;
        var shape = shapes[slot];
        if (shape.number == number) return shape;
        var other = shapes[slot + 1];
        return other.number == number ? other : shape(number, slot);
    }

    private Shape shape(long number, int slot) {
        var made = Shape.of(number, this);
        shapes[slot + 1] = shapes[slot];
        shapes[slot] = made;
        return made;
    }
}

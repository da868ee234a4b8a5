package relais.edi;

import java.util.List;

/** A segment of a standard: its elements in order, and its syntax notes. Arrays, because every segment read walks them. */
final class SegmentType {
    final String tag;
    final String name;
    final ElementUse[] elements;
    final SyntaxNote[] notes;
    /** A bit for each mandatory element, position 1 being bit 1. */
    final long mandatory;

    SegmentType(String tag, String name, List<ElementUse> elements, List<SyntaxNote> notes) {
        this.tag = tag;
        this.name = name;
        this.elements = elements.toArray(ElementUse[]::new);
        this.notes = notes.toArray(SyntaxNote[]::new);
        var bits = 0L;
        for (int e = 0; e < this.elements.length; e++) if (this.elements[e].mandatory()) bits |= 1L << (e + 1);
        this.mandatory = bits;
    }
}

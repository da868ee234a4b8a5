package relais.edi;

import java.util.List;

/** A segment of a standard: its elements in order, and its syntax notes. Arrays, because every segment read walks them. */
final class SegmentType {
    final String tag;
    final String name;
    final ElementUse[] elements;
    /**
     * For each element what a value without components must be: of a composite that needs no other component than the first, that one's
     * type; of any other composite one that no value fits.
     */
    final ElementType[] alone;

    /** The composite of each element; one that nothing fits where the element has no components. */
    final CompositeType[] composites;

    final SyntaxNote[] notes;
    /** A bit for each mandatory element, position 1 being bit 1. */
    final long mandatory;

    SegmentType(String tag, String name, List<ElementUse> elements, List<SyntaxNote> notes) {
        this.tag = tag;
        this.name = name;
        this.elements = elements.toArray(new ElementUse[0]);
        this.alone = new ElementType[this.elements.length];
        this.composites = new CompositeType[this.elements.length];
        for (int e = 0; e < this.elements.length; e++) {
            alone[e] = this.elements[e].alone();
            composites[e] =
                    this.elements[e] instanceof ElementUse.Composite composite ? composite.type() : CompositeType.NONE;
        }
        this.notes = notes.toArray(new SyntaxNote[0]);
        var bits = 0L;
        for (int e = 0; e < this.elements.length; e++) if (this.elements[e].mandatory()) bits |= 1L << (e + 1);
        this.mandatory = bits;
    }
}

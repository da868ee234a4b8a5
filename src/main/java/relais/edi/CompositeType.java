package relais.edi;

import java.util.List;

/** A composite data element: its components, and the notes that tie them together. Arrays, because every composite read walks them. */
final class CompositeType {
    /** What no components fit. */
    static final CompositeType NONE = new CompositeType("", "", List.of(), List.of());

    private static final long FIRST = 1L << 1;

    final String id;
    final String name;
    final ElementUse.Simple[] components;
    /** The type of each component. */
    final ElementType[] types;

    final SyntaxNote[] notes;
    /** A bit for each mandatory component, position 1 being bit 1. */
    final long mandatory;
    /** Whether the third component names the format of the second. */
    final boolean dateTimePeriod;

    CompositeType(String id, String name, List<ElementUse.Simple> components, List<SyntaxNote> notes) {
        this.id = id;
        this.name = name;
        this.components = components.toArray(new ElementUse.Simple[0]);
        this.types = components.stream().map(ElementUse.Simple::type).toArray(ElementType[]::new);
        this.notes = notes.toArray(new SyntaxNote[0]);
        var bits = 0L;
        for (int c = 0; c < this.components.length; c++) if (this.components[c].mandatory()) bits |= 1L << (c + 1);
        this.mandatory = bits;
        this.dateTimePeriod = id.equals(DateTimePeriod.COMPOSITE);
    }

    /** Whether the first component is all that the composite asks for. */
    boolean isWholeWithFirst() {
        return components.length > 0 && holds(FIRST);
    }

    /** Whether these components (a bit each) are all that must be there, and follow the notes. */
    boolean holds(long present) {
        if ((present & mandatory) != mandatory) return false;
        for (var note : notes) if (!note.holds(present)) return false;
        return true;
    }
}

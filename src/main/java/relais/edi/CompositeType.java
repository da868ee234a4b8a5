package relais.edi;

import java.util.List;

/** A composite data element: its components, and the notes that tie them together. Arrays, because every composite read walks them. */
final class CompositeType {
    private static final String AGENCY = "3055";

    final String id;
    final String name;
    final ElementUse.Simple[] components;

    final SyntaxNote[] notes;
    /** A bit for each mandatory component, position 1 being bit 1. */
    final long mandatory;
    /** Whether the third component names the format of the second. */
    final boolean dateTimePeriod;
    /** The position of the component that names who keeps the list of the codes before it (3055); 0 for none. */
    final int agency;

    CompositeType(String id, String name, List<ElementUse.Simple> components, List<SyntaxNote> notes) {
        this.id = id;
        this.name = name;
        this.components = components.toArray(new ElementUse.Simple[0]);
        this.notes = notes.toArray(new SyntaxNote[0]);
        var bits = 0L;
        for (int c = 0; c < this.components.length; c++) if (this.components[c].mandatory()) bits |= 1L << (c + 1);
        this.mandatory = bits;
        this.agency = 1 + components.stream().map(ElementUse::id).toList().indexOf(AGENCY);
        this.dateTimePeriod = id.equals(DateTimePeriod.COMPOSITE);
    }
}

package relais.edi;

import java.util.List;

/** A composite data element: its components, and the notes that tie them together. */
record CompositeType(String id, String name, List<ElementUse.Simple> components, List<SyntaxNote> notes) {
    CompositeType {
        components = List.copyOf(components);
        notes = List.copyOf(notes);
    }
}

package relais.edi;

import java.util.Set;

/** Where names, addresses and numbers of people stand: their values are not repeated in findings. */
public final class Personal {
    private static final Set<String> SEGMENTS =
            Set.of("N1", "N2", "N3", "N4", "PER", "NM1", "DMG", "NAD", "CTA", "COM", "ADR", "PNA", "MSG", "NTE", "FTX");

    private Personal() {}

    /** Whether segments of a tag may speak of people: parties, contacts, free text. */
    public static boolean mayStandIn(String tag) {
        return SEGMENTS.contains(tag);
    }

    static boolean holds(String tag, ElementType type) {
        return mayStandIn(tag) && type.kind() != ElementType.Kind.CODE;
    }
}

package relais.edi;

import java.util.Set;

/** Where names, addresses and numbers of people stand: their values are not repeated in findings. */
final class Personal {
    private static final Set<String> SEGMENTS =
            Set.of("N1", "N2", "N3", "N4", "PER", "NM1", "DMG", "NAD", "CTA", "COM", "ADR", "PNA", "MSG", "NTE", "FTX");

    private Personal() {}

    static boolean holds(String tag, ElementType type) {
        return SEGMENTS.contains(tag) && type.kind() != ElementType.Kind.CODE;
    }
}

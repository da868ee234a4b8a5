package relais.edi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import relais.finding.Severity;

/**
 * How a partner's interchanges are read where its agreement says more than the standard, or asks for less.
 *
 * @param charset of X12 text; EDIFACT names its own in UNB S001
 * @param isaWidths how an ISA weighs whose elements have other widths than the fixed ones: {@link Severity#ERROR} rejects the interchange
 * @param unknownSets how a transaction set weighs whose structure nobody knows: short of {@link Severity#ERROR} it is read, counted and
 *     accepted
 */
public record Convention(Charset charset, Severity isaWidths, Severity unknownSets) {
    private static final Convention STANDARD = new Convention(StandardCharsets.UTF_8, Severity.WARNING, Severity.ERROR);

    /** UTF-8, other widths noted, unknown transaction sets rejected. */
    public static Convention standard() {
        return STANDARD;
    }
}

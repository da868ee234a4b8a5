package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlate.edi.schema.Schema;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smooks.api.SmooksException;
import relais.edi.GeneratedSet.Part;
import relais.finding.FindingCode;

/**
 * Reads orders in D.96A with the EDIFACT cartridge of Smooks too: where both accept, the same groups, segments and elements. Where their
 * verdicts differ, StAEDI decides, with the same structure.
 *
 * <ul>
 *   <li>Smooks breaks down on, or rejects, sets that follow its own schema: {@code CUX++++NYC} before an {@code APR}. StAEDI accepts them.
 *   <li>Smooks checks neither lengths nor codes nor all that is mandatory: {@code DTM+:0111131404:201}. StAEDI finds them.
 *   <li>Smooks takes a composite with empty components inside for the text of the next element: {@code FTX+QQD+4++X9A:X:::YB}. StAEDI cuts it.
 *   <li>Smooks writes numbers anew ({@code 000} is 0), so that they are compared as numbers; and it cuts {@code ??} wrongly, so that none is here.
 * </ul>
 */
class SmooksDifferentialTest {
    private static final int SETS = 45;
    private static final int READ_MIN = 15;

    private final SetType orders =
            Interchanges.STRUCTURES.find(Standard.EDIFACT, "D:96A:UN", "ORDERS").orElseThrow();
    private final Schema schema = StaediReading.schema(orders);

    @Test
    void agreesAboutOrders() {
        var random = new Random(42);
        var generator = new SetGenerator(random, "ABXYZabc019", false, 15);
        var mistakes = PlantedMistake.values();
        var read = 0;
        try (var smooks = new SmooksReading()) {
            for (int i = 0; i < SETS; i++) {
                var mistake = i % 2 == 0 ? PlantedMistake.NONE : mistakes[i / 2 % mistakes.length];
                var set = mistake.plant(generator.set(orders, "D:96A:UN"), random);
                if (agree(smooks, Wire.edifact(Delimiters.edifact(), "UNOC:3", List.of(set)))) read++;
            }
        }

        assertThat(read).isGreaterThan(READ_MIN);
    }

    /** Whether both read the set. */
    private boolean agree(SmooksReading smooks, byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var ours = Interchanges.sets(text).get(0);
        var accepted = !ours.findings().hasErrors();
        var theirs = theirs(smooks, bytes);
        var read = theirs.isPresent() && theirs.get().stream().noneMatch(line -> line.contains(":"));
        if (accepted && read) assertThat(plain(lines(ours))).as(text).isEqualTo(plain(theirs.get()));
        else if (accepted || theirs.isPresent()) decides(ours, bytes);
        return accepted && read;
    }

    /** StAEDI says what we say. */
    private void decides(TransactionSet ours, byte[] bytes) {
        var read = StaediReading.of(bytes, "ISO-8859-1", number -> Optional.of(schema))
                .sets()
                .get(0);
        assertThat(ours.segments()).extracting(Part::of).isEqualTo(read.parts());
        if (!onlyCalendar(ours))
            assertThat(ours.findings().hasErrors()).isEqualTo(!read.errors().isEmpty());
    }

    private static Optional<List<String>> theirs(SmooksReading smooks, byte[] bytes) {
        try {
            return smooks.sets(bytes).get(0);
        } catch (SmooksException brokenDown) {
            return Optional.empty();
        }
    }

    /** Dates that do not exist are found by neither of the others. */
    private static boolean onlyCalendar(TransactionSet set) {
        return set.findings().stream().allMatch(finding -> finding.code() == FindingCode.DATE_INVALID)
                && set.findings().hasErrors();
    }

    private static List<String> plain(List<String> lines) {
        return lines.stream().map(SmooksDifferentialTest::plain).toList();
    }

    private static String plain(String line) {
        var value = line.indexOf('=') + 1;
        try {
            return line.substring(0, value)
                    + new BigDecimal(line.substring(value)).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return line;
        }
    }

    private static List<String> lines(TransactionSet set) {
        var lines = new ArrayList<String>();
        lines(set.root(), lines);
        return lines;
    }

    private static void lines(Loop loop, List<String> lines) {
        for (var node : loop.children()) {
            if (node instanceof Loop inner) {
                lines.add("(" + inner.name());
                lines(inner, lines);
                lines.add(")");
            } else segment((Segment) node, lines);
        }
    }

    private static void segment(Segment segment, List<String> lines) {
        lines.add(segment.tag());
        for (int e = 1; e <= segment.elementCount(); e++)
            for (int c = 1; c <= segment.components(e, 1); c++) {
                var value = segment.component(e, c);
                if (!value.isEmpty()) lines.add(element(segment.tag(), e, c) + "=" + value);
            }
    }

    private static String element(String tag, int element, int component) {
        return Interchanges.STRUCTURES
                .element(Standard.EDIFACT, "D:96A:UN", tag, element, component)
                .orElseThrow()
                .id();
    }
}

package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of an interchange on its way, reading it ends, raises nothing, and leaves every set readable. */
class MutationTest {
    private static final byte[] REPLACEMENTS = "\0*~+':?>^\nA9 \u00ff".getBytes(StandardCharsets.ISO_8859_1);
    private static final int EVENTS_MAX = 1000;
    private static final int RANDOM_MUTATIONS = 20_000;

    private static byte[] seed(String standard) {
        var text = standard.equals("x12")
                ? Interchanges.x12(2, Interchanges.ORDER + Interchanges.ORDER.replace("0001", "0002"))
                : Interchanges.edifact(1, Interchanges.ORDERS);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x12", "edifact"})
    void survivesEverySingleByteChanged(String standard) {
        var seed = seed(standard);
        for (int at = 0; at < seed.length; at++)
            for (var replacement : REPLACEMENTS) {
                var mutant = seed.clone();
                mutant[at] = replacement;
                read(mutant);
            }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x12", "edifact"})
    void findsEveryTruncation(String standard) {
        var seed = seed(standard);
        for (int length = 0; length < seed.length; length++) {
            var found = read(Arrays.copyOf(seed, length));
            assertThat(found).as("cut at %d", length).isTrue();
            read(Arrays.copyOfRange(seed, length, seed.length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x12", "edifact"})
    void survivesManyChangesAtOnce(String standard) {
        var random = new Random(42);
        for (int i = 0; i < RANDOM_MUTATIONS; i++) {
            var mutant = seed(standard);
            for (int n = random.nextInt(6); n >= 0; n--)
                mutant[random.nextInt(mutant.length)] = REPLACEMENTS[random.nextInt(REPLACEMENTS.length)];
            read(Arrays.copyOfRange(mutant, 0, mutant.length - random.nextInt(20)));
        }
    }

    /** Reads to the end and looks at everything; answers whether anything was found. */
    private static boolean read(byte[] bytes) {
        var reader = Interchanges.reader(bytes);
        var events = 0;
        var found = false;
        for (var event = reader.next(); !(event instanceof Event.EndOfInput); event = reader.next()) {
            if (++events > EVENTS_MAX) fail("no end: " + new String(bytes, StandardCharsets.ISO_8859_1));
            found |= Interchanges.findings(event).findAny().isPresent();
            if (!(event instanceof Event.SetRead read)) continue;
            read.set().root();
            for (var segment : read.set().segments())
                assertThat(segment.location(1).offset()).isNotNegative();
        }
        return found;
    }
}

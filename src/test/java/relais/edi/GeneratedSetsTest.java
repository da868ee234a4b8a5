package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.edi.GeneratedSet.Part;

/** Sets made from the structure are read as they were made, and nothing is found wrong with them: the other tests begin with these. */
class GeneratedSetsTest {
    private static final int SETS = 40;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "004010 810",
                "004010 850",
                "004010 855",
                "004010 856",
                "004010 997",
                "005010 810",
                "005010 850",
                "005010 855",
                "005010 856",
                "005010 997",
                "005010 999"
            })
    void areAcceptedInX12(String name) {
        var words = name.split(" ");
        var type =
                Interchanges.STRUCTURES.find(Standard.X12, words[0], words[1]).orElseThrow();
        var repeats = words[0].equals("005010");
        var delimiters = repeats ? Delimiters.x12().withRepetition('^') : Delimiters.x12();
        var sets = sets(new SetGenerator(new Random(42), "ABCXYZabcxyz019.,-()/:+?", repeats), type, words[0]);

        check(Wire.x12(delimiters, type.functionalId, sets), sets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORDERS", "ORDRSP", "DESADV", "INVOIC", "APERAK", "CONTRL"})
    void areAcceptedInEdifact(String name) {
        var version = name.equals("CONTRL") ? "D:3:UN" : "D:96A:UN";
        var type = Interchanges.STRUCTURES.find(Standard.EDIFACT, version, name).orElseThrow();
        var sets = sets(new SetGenerator(new Random(42), "ABCXYZabcxyz019.,-()/:+?'éÄß", false), type, version);

        check(Wire.edifact(Delimiters.edifact(), "UNOC:3", sets), sets);
    }

    private static List<GeneratedSet> sets(SetGenerator generator, SetType type, String version) {
        return IntStream.range(0, SETS)
                .mapToObj(i -> generator.set(type, version))
                .toList();
    }

    private static void check(byte[] bytes, List<GeneratedSet> sets) {
        for (var event : Interchanges.events(bytes)) {
            assertThat(Interchanges.findings(event)).isEmpty();
            if (!(event instanceof Event.SetRead read)) continue;
            var segments = read.set().segments();
            assertThat(segments.subList(1, segments.size() - 1))
                    .extracting(Part::of)
                    .isEqualTo(sets.get(read.set().ordinal() - 1).parts());
        }
    }
}

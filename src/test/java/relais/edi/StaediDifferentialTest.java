package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlate.edi.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.edi.GeneratedSet.Part;
import relais.finding.Finding;

/**
 * Reads the same bytes with StAEDI, from the same structure: the same segments, the same elements, and the same verdict. Where the two differ,
 * the difference is listed here with the clause that decides it; another one fails.
 */
class StaediDifferentialTest {
    private static final Map<SetType, Schema> SCHEMAS = new ConcurrentHashMap<>();

    /** Sets on which the two disagree: our errors, StAEDI's errors, and why ours is right. */
    private static final Map<String, String> VERDICTS = Map.of(
            "[DATE_INVALID] []",
            "UN/EDIFACT C507: element 2379 names the format of 2380. StAEDI knows nothing of C507; DTM+137:20260231:102.",
            "[HIERARCHY_INVALID] []",
            "X12.22 HL: HL01 is a number of its own in the set, HL02 an earlier one. StAEDI does not look; HL*1*7*O without an HL 7.",
            "[] [INVALID_CODE_VALUE]",
            "UN/EDIFACT 3055: another agency than UN/ECE keeps the list of the code before it. StAEDI knows one list; BGM+73E::9.",
            "[SET_CONTROL_NUMBER_REUSED] []",
            "ISO 9735: UNH 0062 is unique within the interchange. StAEDI does not look; UNH+2266 twice.",
            "[CHARACTER_NOT_ALLOWED] []",
            "ISO 9735: UNB S001 0001 names the character set. StAEDI reads in the one it is given; UNOA has no byte C3.",
            "[DATE_INVALID, CHARACTER_NOT_ALLOWED] []",
            "Both of these.");

    /** StAEDI's list of UNH 0054 ends with the releases it was made with; ISO 9735 leaves the element to the directories. */
    private static final String RELEASE_UNKNOWN = "INVALID_CODE_VALUE UNH 1 2";

    /** A sample with other segments here than there: X12.6 BIN02 is as many bytes as BIN01 says, which StAEDI splits at delimiters all the same. */
    private static final String BINARY = "sample275_with_HL7_valid_BIN01.edi";

    /** Why StAEDI gives up where we read on, by what it says. */
    private static final Map<String, String> GIVES_UP = Map.of(
            "previous: INITIAL",
                    "Bytes before the first header. X12.5 and ISO 9735 say nothing of them; here they are a finding, or a byte-order mark.",
            "X12 header",
                    "X12.5: ISA has fixed widths. Partners send others; here each is a note, and the delimiters are found all the same.",
            "Unable to obtain version",
                    "ISO 9735: UNB S001 is mandatory. Here that is an error on the header, and reading goes on.",
            "Unexpected end of stream", "The last terminator is missing. Here that is a note on the trailer.",
            "previous: TAG_",
                    "A line wrapped inside a tag, or a tag that is none. Here line ends are no text, and the segment is unknown.",
            "previous: HEADER", "A message without UNB. Here that is an error, and reading goes on behind it.",
            "previous: TRAILER", "Two terminators in a row at the end.",
            "TRADACOMS", "Another standard; StAEDI reads it, we say that it is neither X12 nor EDIFACT.",
            "segment CCD", "Another standard: TRADACOMS.");

    /** A set, what is planted in it, and the seed of both. */
    record Case(String version, String type, PlantedMistake mistake, long seed) {}

    @Property(tries = 600, seed = "42", shrinking = ShrinkingMode.OFF)
    void agreesAboutGeneratedSets(@ForAll("cases") Case generated) {
        var standard = generated.version.startsWith("D:") ? Standard.EDIFACT : Standard.X12;
        var type = Interchanges.STRUCTURES
                .find(standard, generated.version, generated.type)
                .orElseThrow();
        var random = new Random(generated.seed);
        var repeats = generated.version.equals("005010");
        var right = new SetGenerator(random, "ABXYZabxyz019.,-()/+?'=!", repeats).set(type, generated.version);
        if (right.parts().isEmpty()) return;
        var set = generated.mistake.plant(right, random);

        var bytes = standard == Standard.EDIFACT
                ? Wire.edifact(Delimiters.edifact(), "UNOC:3", List.of(set))
                : Wire.x12(
                        repeats ? Delimiters.x12().withRepetition('^') : Delimiters.x12(),
                        type.functionalId,
                        List.of(set));

        var ours = Interchanges.sets(new String(bytes, StandardCharsets.ISO_8859_1))
                .get(0);
        var theirs = StaediReading.of(bytes, "ISO-8859-1", number -> Optional.of(schema(type)));
        assertThat(parts(ours)).isEqualTo(theirs.sets().get(0).parts());
        agree(ours, theirs.sets().get(0));
    }

    @Provide
    Arbitrary<Case> cases() {
        var sets = Arbitraries.of(
                "004010 850",
                "004010 810",
                "004010 855",
                "004010 856",
                "004010 997",
                "005010 850",
                "005010 810",
                "005010 999",
                "D:96A:UN ORDERS",
                "D:96A:UN INVOIC",
                "D:96A:UN DESADV",
                "D:96A:UN ORDRSP");
        return Combinators.combine(sets, Arbitraries.of(PlantedMistake.class), Arbitraries.longs())
                .as((set, mistake, seed) -> new Case(set.split(" ")[0], set.split(" ")[1], mistake, seed));
    }

    private static Schema schema(SetType type) {
        return SCHEMAS.computeIfAbsent(type, StaediReading::schema);
    }

    private static List<Part> parts(TransactionSet set) {
        return set.segments().stream().map(Part::of).toList();
    }

    private static void agree(TransactionSet ours, StaediReading.Read theirs) {
        var errors = theirs.errors().stream()
                .filter(error -> !error.startsWith(RELEASE_UNKNOWN))
                .map(error -> error.split(" ")[0])
                .distinct()
                .toList();
        if (ours.findings().hasErrors() == !errors.isEmpty()) return;
        var codes = ours.findings().stream()
                .filter(Finding::isError)
                .map(Finding::code)
                .distinct()
                .toList();
        assertThat(VERDICTS)
                .as(
                        "%s / %s in %s",
                        ours.findings().list(), theirs.errors(), new String(ours.bytes(), StandardCharsets.ISO_8859_1))
                .containsKey(codes + " " + errors);
    }

    /** Envelopes, right and wrong; the last column says whether both must find something, or "ours" or "theirs" alone. */
    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GE*2*7~|GE*2*7~|none",
                "GE*2*7~|GE*3*7~|both",
                "GE*2*7~|GE*2*8~|both",
                "GE*2*7~|GE*two*7~|both",
                "GE*2*7~|''|both",
                "IEA*1*000000042~|IEA*2*000000042~|both",
                "IEA*1*000000042~|IEA*1*000000043~|both",
                "IEA*1*000000042~|''|both",
                "SE*8*0001~|SE*9*0001~|both",
                "SE*8*0001~|SE*8*0002~|both",
                "SE*8*0001~|''|both",
                "ST*850*0002~|ST*850*0001~|both",
                "ST*850*0002~|ST*850*2~|both",
                "ST*850*0002~|ST*850~|both",
                "UNT+10+1'|UNT+10+1'|none",
                "UNT+10+1'|UNT+11+1'|both",
                "UNT+10+1'|UNT+10+2'|both",
                "UNT+10+1'|''|both",
                "UNZ+2+77'|UNZ+3+77'|both",
                "UNZ+2+77'|UNZ+2+78'|both",
                "UNZ+2+77'|''|both",
                "UNH+2+|UNH+1+|both",
            })
    void agreesAboutEnvelopes(String part, String becomes, String who) {
        var x12 = Interchanges.x12(2, Interchanges.ORDER + Interchanges.ORDER.replace("*0001~", "*0002~"));
        var edifact = Interchanges.edifact(
                2,
                Interchanges.ORDERS
                        + Interchanges.ORDERS.replace("UNH+1+", "UNH+2+").replace("UNT+10+1'", "UNT+10+2'"));
        var edi = part.contains("'") || part.contains("+");
        var text = (edi ? edifact : x12).replaceFirst(java.util.regex.Pattern.quote(part), becomes);
        var type = edi
                ? Interchanges.STRUCTURES.find(Standard.EDIFACT, "D:96A:UN", "ORDERS")
                : Interchanges.STRUCTURES.find(Standard.X12, "004010", "850");

        var found = !Interchanges.findings(text).isEmpty();
        var theirs = staediRejects(text, schema(type.orElseThrow()));

        assertThat(found).isEqualTo(List.of("both", "ours").contains(who));
        assertThat(theirs).isEqualTo(List.of("both", "theirs").contains(who));
    }

    private static boolean staediRejects(String text, Schema schema) {
        try {
            var read = StaediReading.of(
                    text.getBytes(StandardCharsets.ISO_8859_1), "ISO-8859-1", number -> Optional.of(schema));
            return !read.outside().isEmpty()
                    || read.sets().stream().anyMatch(set -> !set.errors().isEmpty());
        } catch (IllegalStateException givenUp) {
            return true;
        }
    }

    @Test
    void agreesAboutSamples() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(CorpusTest.folder()), "no samples in " + CorpusTest.folder());
        try (Stream<Path> files = Files.walk(CorpusTest.folder())) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList())
                if (!file.endsWith("manifest.csv") && !file.endsWith(BINARY)) agreesAbout(file);
        }
    }

    private static void agreesAbout(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var sets = Interchanges.sets(new String(bytes, StandardCharsets.ISO_8859_1));
        try {
            var theirs = StaediReading.of(bytes, "ISO-8859-1", number -> schema(sets, number))
                    .sets();
            if (sets.isEmpty()) return;
            assertThat(theirs).as(file.toString()).hasSameSizeAs(sets);
            for (int i = 0; i < sets.size(); i++) {
                assertThat(unwrapped(parts(sets.get(i))))
                        .as(file.toString())
                        .isEqualTo(unwrapped(theirs.get(i).parts()));
                if (schema(sets, i + 1).isPresent()) agree(sets.get(i), theirs.get(i));
            }
        } catch (IllegalStateException givenUp) {
            assertThat(GIVES_UP.keySet())
                    .as(file + " " + givenUp.getMessage())
                    .anyMatch(givenUp.getMessage()::contains);
        }
    }

    private static Optional<Schema> schema(List<TransactionSet> sets, int number) {
        if (number > sets.size()) return Optional.empty();
        var set = sets.get(number - 1);
        return Interchanges.STRUCTURES
                .find(set.interchange(), set.version(), set.type())
                .map(StaediDifferentialTest::schema);
    }

    /** StAEDI keeps the line ends of wrapped lines as text; the character sets of X12.6 and ISO 9735 hold none. */
    private static String unwrapped(List<Part> parts) {
        return parts.toString().replaceAll("[\r\n]", "");
    }
}

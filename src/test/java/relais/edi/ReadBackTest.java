package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import relais.edi.GeneratedSet.Part;

/** What is written is read as it was, whatever the set, the delimiters, the character set and the line breaks. */
class ReadBackTest {
    private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 5, 9, 30);
    private static final InterchangeWriter WRITER = new InterchangeWriter(Interchanges.STRUCTURES, Limits.standard());
    private static final String DELIMITERS = "!\"#$%&'()*+,./:;<=>?@[]^_`{|}~\\";
    private static final String LEVEL_A_MARKS = ".,-()/='+:?!\"%&*;<>";
    private static final String ASCII = "ABCXYZabcxyz0189";

    /** A set, how it goes on the wire, and the seed of its content. */
    record Sent(String version, String type, Delimiters delimiters, String syntax, String lineBreak, long seed) {

        GeneratedSet set(String alphabet, boolean repeats) {
            var standard = version.startsWith("D:") ? Standard.EDIFACT : Standard.X12;
            var structure =
                    Interchanges.STRUCTURES.find(standard, version, type).orElseThrow();
            return new SetGenerator(new Random(seed), alphabet, repeats, 15).set(structure, version);
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void x12IsReadAsItWasWritten(@ForAll("x12") Sent sent) {
        var set = sent.set(ASCII + "éßΩя語-", false);
        var envelope = Envelope.x12("ZZ", "SENDER", "ZZ", "RECEIVER", AT)
                .versioned(sent.syntax)
                .written(sent.delimiters, sent.lineBreak);

        var bytes = WRITER.write(envelope, List.of(set.outgoing("0001")));

        assertThat(read(bytes)).isEqualTo(set.parts());
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void edifactIsReadAsItWasWritten(@ForAll("edifact") Sent sent) {
        var set = sent.set(alphabet(sent.syntax), false);
        var envelope = Envelope.edifact("14", "SENDER", "14", "RECEIVER", AT)
                .versioned(sent.syntax)
                .written(sent.delimiters, sent.lineBreak);

        var bytes = WRITER.write(envelope, List.of(set.outgoing("1")));

        assertThat(read(bytes)).isEqualTo(set.parts());
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void repetitionsAreReadAsTheyCame(@ForAll("x12") Sent sent) {
        var type = Interchanges.STRUCTURES.find(Standard.X12, "005010", "999").orElseThrow();
        var set = new SetGenerator(new Random(sent.seed), ASCII, true, 15).set(type, "005010");

        var bytes = Wire.x12(sent.delimiters, type.functionalId, List.of(set));

        assertThat(read(bytes)).isEqualTo(set.parts());
    }

    /** The set of an interchange in which nothing is wrong. */
    private static List<Part> read(byte[] bytes) {
        var events = Interchanges.events(bytes);
        assertThat(events.stream().flatMap(Interchanges::findings)).isEmpty();
        var set = events.stream()
                .filter(Event.SetRead.class::isInstance)
                .map(event -> ((Event.SetRead) event).set())
                .findFirst()
                .orElseThrow();
        var segments = set.segments();
        return segments.subList(1, segments.size() - 1).stream().map(Part::of).toList();
    }

    /** What the standard allows in the texts of a syntax. */
    private static String alphabet(String syntax) {
        if (syntax.startsWith("UNOA")) return "ABCXYZ0189" + LEVEL_A_MARKS;
        if (syntax.startsWith("UNOB")) return ASCII + LEVEL_A_MARKS;
        return ASCII + DELIMITERS + "-" + letters(syntax);
    }

    /** Letters beyond ASCII that the character set of a syntax has. */
    private static String letters(String syntax) {
        var charset = Syntax.charset(syntax.substring(0, 4));
        if (charset.equals(StandardCharsets.UTF_8)) return "éßΩя語";
        return eightBit(charset);
    }

    private static String eightBit(Charset charset) {
        var letters = new StringBuilder();
        for (int b = 0xa1; b < 0x100; b++) {
            var text = new String(new byte[] {(byte) b}, charset);
            if (Character.isLetter(text.charAt(0))) letters.append(text);
        }
        return letters.toString();
    }

    @Provide
    Arbitrary<Sent> x12() {
        var sets = Arbitraries.of("004010 850", "004010 810", "004010 856", "005010 850", "005010 997");
        var delimiters = distinct(DELIMITERS.replace(".", "") + "\u0007\t\u001c\u001d\u001e\u001f", 4)
                .map(c -> new Delimiters(c.get(0), c.get(1), c.get(2), '\0', c.get(3), '.'));
        return Combinators.combine(sets, delimiters, Arbitraries.of("", "\n", "\r\n"), Arbitraries.longs())
                .as((set, with, lineBreak, seed) -> new Sent(
                        set.split(" ")[0],
                        set.split(" ")[1],
                        with,
                        set.startsWith("005") ? "00501" : "00401",
                        lineBreak,
                        seed));
    }

    @Provide
    Arbitrary<Sent> edifact() {
        var sets = Arbitraries.of(
                "D:96A:UN ORDERS", "D:96A:UN INVOIC", "D:96A:UN DESADV", "D:01B:UN ORDERS", "D:11A:UN ORDRSP");
        var delimiters =
                distinct(DELIMITERS, 4).map(c -> new Delimiters(c.get(0), c.get(1), '\0', c.get(2), c.get(3), '.'));
        var syntax = Arbitraries.of(
                "UNOA:1", "UNOB:2", "UNOC:3", "UNOD:3", "UNOE:3", "UNOF:3", "UNOG:3", "UNOH:3", "UNOI:3", "UNOJ:3",
                "UNOK:3", "UNOL:3", "UNOW:4", "UNOY:4", "UNOC:4");
        return Combinators.combine(sets, delimiters, syntax, Arbitraries.of("", "\n", "\r\n"), Arbitraries.longs())
                .as((set, with, in, lineBreak, seed) ->
                        new Sent(set.split(" ")[0], set.split(" ")[1], with, in, lineBreak, seed));
    }

    private static Arbitrary<List<Character>> distinct(String from, int count) {
        return Arbitraries.of(from.chars().mapToObj(c -> (char) c).toList())
                .list()
                .uniqueElements()
                .ofSize(count);
    }
}

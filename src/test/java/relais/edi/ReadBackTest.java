package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
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

    private static final Interchange SYNTAX_4 = Interchanges.outcome("UNB+UNOC:4+A:14+B:14+20260305:0912+77'UNZ+0+77'")
            .interchange();

    /** A set, how it goes on the wire, and the seed of its content. */
    record Sent(String version, String type, Delimiters delimiters, String syntax, String lineBreak, long seed) {

        GeneratedSet set() {
            var structure = syntax.endsWith(":4")
                    ? Interchanges.STRUCTURES.find(SYNTAX_4, version, type)
                    : Interchanges.STRUCTURES.find(standard(), version, type);
            return new SetGenerator(new Random(seed), alphabet(this), repeats(), 15)
                    .set(structure.orElseThrow(), version);
        }

        /** The first set from the seed on in which an element is repeated. */
        GeneratedSet repeatingSet() {
            return LongStream.iterate(seed, next -> next + 1)
                    .mapToObj(next -> new Sent(version, type, delimiters, syntax, lineBreak, next).set())
                    .filter(Sent::repeats)
                    .findFirst()
                    .orElseThrow();
        }

        private static boolean repeats(GeneratedSet set) {
            return set.parts().stream()
                    .flatMap(part -> part.elements().stream())
                    .anyMatch(repetitions -> repetitions.size() > 1);
        }

        private boolean repeats() {
            return syntax.equals("00501") || syntax.endsWith(":4");
        }

        private Standard standard() {
            return version.startsWith("D:") ? Standard.EDIFACT : Standard.X12;
        }

        byte[] written(GeneratedSet set) {
            var envelope =
                    switch (standard()) {
                        case X12 -> Envelope.x12("ZZ", "SENDER", "ZZ", "RECEIVER", AT);
                        case EDIFACT -> Envelope.edifact("14", "SENDER", "14", "RECEIVER", AT);
                    };
            return WRITER.write(
                    envelope.versioned(syntax).written(delimiters, lineBreak), List.of(set.outgoing("0001")));
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void x12IsReadAsItWasWritten(@ForAll("x12") Sent sent) {
        var set = sent.set();

        assertThat(read(sent.written(set))).isEqualTo(set.parts());
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void edifactIsReadAsItWasWritten(@ForAll("edifact") Sent sent) {
        var set = sent.set();

        assertThat(read(sent.written(set))).isEqualTo(set.parts());
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void repetitionsAreReadAsTheyWereWritten(@ForAll("repeating") Sent sent) {
        var set = sent.repeatingSet();

        assertThat(read(sent.written(set))).isEqualTo(set.parts());
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
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

    /** What the standard allows in texts; X12 has no release character for delimiters. */
    private static String alphabet(Sent sent) {
        if (sent.standard() == Standard.X12) return ASCII + "éßΩя語-";
        var syntax = sent.syntax;
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
        return x12("004010 850", "004010 810", "004010 856", "005010 850", "005010 997");
    }

    @Provide
    Arbitrary<Sent> edifact() {
        var sets = Arbitraries.of(
                "D:96A:UN ORDERS", "D:96A:UN INVOIC", "D:96A:UN DESADV", "D:01B:UN ORDERS", "D:11A:UN ORDRSP");
        var syntax = Arbitraries.of(
                "UNOA:1", "UNOB:2", "UNOC:3", "UNOD:3", "UNOE:3", "UNOF:3", "UNOG:3", "UNOH:3", "UNOI:3", "UNOJ:3",
                "UNOK:3", "UNOL:3", "UNOW:4", "UNOY:4", "UNOC:4");
        return edifact(sets, syntax);
    }

    @Provide
    Arbitrary<Sent> repeating() {
        var syntax4 = Arbitraries.of("UNOW:4", "UNOY:4", "UNOC:4");
        return Arbitraries.oneOf(
                x12("005010 824", "005010 999"),
                edifact(Arbitraries.of("D:01B:UN ORDERS", "D:11A:UN ORDRSP"), syntax4));
    }

    private static Arbitrary<Sent> x12(String... sets) {
        var delimiters = distinct(DELIMITERS.replace(".", "") + "\u0007\t\u001c\u001d\u001e\u001f", 4)
                .map(c -> new Delimiters(c.get(0), c.get(1), c.get(2), '\0', c.get(3), '.'));
        var syntax = Arbitraries.of("");
        return sent(Arbitraries.of(sets), delimiters, syntax);
    }

    private static Arbitrary<Sent> edifact(Arbitrary<String> sets, Arbitrary<String> syntax) {
        var delimiters =
                distinct(DELIMITERS, 5).map(c -> new Delimiters(c.get(0), c.get(1), c.get(4), c.get(2), c.get(3), '.'));
        return sent(sets, delimiters, syntax);
    }

    /** @param syntax empty for the version of X12's controls that goes with the set's */
    private static Arbitrary<Sent> sent(
            Arbitrary<String> sets, Arbitrary<Delimiters> delimiters, Arbitrary<String> syntax) {
        return Combinators.combine(sets, delimiters, syntax, Arbitraries.of("", "\n", "\r\n"), Arbitraries.longs())
                .as((set, with, in, lineBreak, seed) -> {
                    var version = set.split(" ")[0];
                    var controls = version.startsWith("005") ? "00501" : "00401";
                    return new Sent(version, set.split(" ")[1], with, in.isEmpty() ? controls : in, lineBreak, seed);
                });
    }

    private static Arbitrary<List<Character>> distinct(String from, int count) {
        return Arbitraries.of(from.chars().mapToObj(c -> (char) c).toList())
                .list()
                .uniqueElements()
                .ofSize(count);
    }
}

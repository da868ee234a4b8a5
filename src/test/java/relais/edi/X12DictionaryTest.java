package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.finding.Finding;

/**
 * The X12 dictionary: what every release holds, and which transaction sets it takes for right. Those are in {@code x12-sets.txt}, written
 * from the standard; together they fill every place of every set in every release.
 */
class X12DictionaryTest {
    private static final List<String> RELEASES = List.of("004010", "004030", "005010");
    private static final String SETS = "180 810 812 820 824 832 846 850 852 855 856 860 861 864 865 867 940 945 997";
    private static final Pattern HEADING = Pattern.compile("(\\d{3}) (\\w\\w) ([^\\[]+)(?:\\[(.+)])?");

    /** A transaction set of the resource in one release, and what is to be found in it. */
    record Sample(String what, String release, String input, List<String> expected) {
        @Override
        public String toString() {
            return what.strip() + ", " + release;
        }
    }

    // ---- what is there

    @ParameterizedTest
    @CsvSource({"004010, 19, 187, 446", "004030, 19, 192, 466", "005010, 20, 197, 473"})
    void holdsEverySetWithItsSegmentsAndElements(String release, int sets, int segments, int elements) {
        var types = sets(release);
        var segmentTypes = new HashSet<SegmentType>();
        var elementIds = new HashSet<String>();
        for (var type : types) gather(type.root, segmentTypes);
        for (var segment : segmentTypes) gather(segment, elementIds);

        assertThat(types).hasSize(sets);
        assertThat(segmentTypes)
                .extracting(type -> type.tag)
                .doesNotHaveDuplicates()
                .hasSize(segments);
        assertThat(elementIds).hasSize(elements);
    }

    @ParameterizedTest
    @ValueSource(strings = {"004010", "004030", "005010"})
    void saysNothingThatCannotBe(String release) {
        for (var set : sets(release)) {
            possible(set.type, set.root);
            var keys = set.keys;
            assertThat(set.totals).allMatch(total -> keys.contains(total.segment()) && keys.contains(total.counted()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "004010VICS, 850, 004010",
        "004030UCS, 940, 004030",
        "005010AIAG, 856, 005010",
        "005010X306, 820, 005010"
    })
    void findsTheReleaseByTheFirstSixCharactersOfTheVersion(String version, String type, String release) {
        var found = set(version, type);

        assertThat(found).isSameAs(set(release, type));
        assertThat(Interchanges.STRUCTURES.element(Standard.X12, version, "ST", 3, 0))
                .isEqualTo(Interchanges.STRUCTURES.element(Standard.X12, release, "ST", 3, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "REF, 2, 127 1..30, 127 1..50, 127 1..50",
        "PER, 4, 364 1..80, 364 1..256, 364 1..256",
        "N1, 4, 67 2..80, 67 2..80, 67 2..80",
        "PID, 5, 352 1..80, 352 1..80, 352 1..80",
        "NM1, 3, 1035 1..35, 1035 1..60, 1035 1..60",
        "IT1, 2, 358 1..10, 358 1..10, 358 1..15",
        "PO1, 2, 330 1..15, 330 1..15, 380 1..15",
        "LS, 1, 447 1..6, 447 1..6, 447 1..4",
        "ISA, 11, I10 1..1, I65 1..1, I65 1..1",
        "TA1, 5, I18 3..3, I18 3..3, I18 3..3",
        "GS, 8, 480 1..12, 480 1..12, 480 1..12"
    })
    void knowsWhichElementStandsWhereAndHowLongItMayBe(
            String tag, int element, String in4010, String in4030, String in5010) {
        assertThat(RELEASES)
                .extracting(release -> element(release, tag, element))
                .containsExactly(in4010, in4030, in5010);
    }

    @Test
    void countsImpliedDecimalsAndComponents() {
        var amount = (ElementUse.Simple) use("004010", "TDS", 1);
        var unit = (ElementUse.Composite) use("004010", "QTY", 3);
        var position = (ElementUse.Composite) use("004030", "AK4", 1);
        var context = (ElementUse.Composite) use("005010", "CTX", 1);

        assertThat(amount.type().decimals()).isEqualTo(2);
        assertThat(unit.type().components).hasSize(15);
        assertThat(position.type().components).hasSize(3);
        assertThat(context.repetitionsMax()).isEqualTo(10);
    }

    // ---- what it takes for right

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void acceptsAndRejects(Sample sample) {
        var found = Interchanges.findings(sample.input()).stream()
                .map(X12DictionaryTest::brief)
                .toList();

        assertThat(found).isEqualTo(sample.expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"004010", "004030", "005010"})
    void triesEveryPlaceOfEverySet(String release) throws IOException {
        var tried = new TreeSet<String>();
        samples()
                .filter(sample ->
                        sample.release().equals(release) && sample.expected().isEmpty())
                .flatMap(sample -> Interchanges.sets(sample.input()).stream())
                .forEach(set -> paths(set.type(), set.root(), tried));

        var places = new TreeSet<String>();
        for (var set : sets(release)) paths(set.type, set.root, places);

        assertThat(tried).isEqualTo(places);
    }

    @ParameterizedTest
    @ValueSource(strings = {"004010", "004030", "005010"})
    void triesAWrongOneOfEverySet(String release) throws IOException {
        var wrong = samples()
                .filter(sample -> sample.release().equals(release))
                .filter(sample -> sample.expected().stream().anyMatch(finding -> !finding.startsWith("note")))
                .map(sample -> sample.what().substring(0, 3))
                .collect(Collectors.toSet());

        assertThat(wrong)
                .containsAll(sets(release).stream().map(set -> set.type).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"00401", "00403", "00501"})
    void readsAnInterchangeAcknowledgmentInEveryVersionOfTheEnvelope(String version) {
        var input = envelope("PO", "004010")
                .replace("*00401*", "*" + version + "*")
                .replace("~GS", "~TA1*000000041*260304*0911*A*000~GS");

        assertThat(Interchanges.findings(input)).isEmpty();
        assertThat(Interchanges.events(input)).hasAtLeastOneElementOfType(Event.InterchangeAnswered.class);
    }

    static Stream<Sample> samples() throws IOException {
        var samples = new ArrayList<Sample>();
        try (var in = X12DictionaryTest.class.getResourceAsStream("x12-sets.txt")) {
            for (var entry : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n")) {
                var lines = entry.lines().filter(line -> !line.startsWith("#")).toList();
                if (!lines.isEmpty()) samples.addAll(samples(lines));
            }
        }
        return samples.stream();
    }

    /** A heading, indented segments, and what is found; once for each release. */
    private static List<Sample> samples(List<String> lines) {
        var heading = HEADING.matcher(lines.get(0));
        if (!heading.matches()) throw new IllegalArgumentException("no heading: " + lines.get(0));
        var releases =
                heading.group(4) == null ? RELEASES : List.of(heading.group(4).split(" "));
        var segments = lines.stream()
                .filter(line -> line.startsWith("  "))
                .map(String::strip)
                .toList();
        var expected =
                lines.stream().skip(1).filter(line -> !line.startsWith("  ")).toList();
        var set = "ST*" + heading.group(1) + "*0001~" + String.join("", segments) + "SE*" + (segments.size() + 2)
                + "*0001~";
        var what = heading.group(1) + " " + heading.group(3);
        return releases.stream()
                .map(release -> new Sample(
                        what, release, envelope(heading.group(2), release).replace(Interchanges.ORDER, set), expected))
                .toList();
    }

    /** An order in a group of this kind and release. */
    private static String envelope(String functionalId, String release) {
        return Interchanges.x12(1, Interchanges.ORDER)
                .replace("GS*PO*", "GS*" + functionalId + "*")
                .replace("*X*004010~", "*X*" + release + "~");
    }

    private static String brief(Finding finding) {
        return ((finding.isError() ? "" : "note ") + finding.code() + " " + finding.location()).strip();
    }

    private static List<SetType> sets(String release) {
        return Stream.concat(
                        Arrays.stream(SETS.split(" ")), release.equals("005010") ? Stream.of("999") : Stream.empty())
                .map(type -> set(release, type))
                .toList();
    }

    private static SetType set(String release, String type) {
        return Interchanges.STRUCTURES
                .find(Standard.X12, release, type)
                .orElseThrow(() -> new AssertionError("no " + type));
    }

    private static ElementUse use(String release, String tag, int element) {
        return Interchanges.STRUCTURES
                .element(Standard.X12, release, tag, element, 0)
                .orElseThrow();
    }

    private static String element(String release, String tag, int element) {
        var type = ((ElementUse.Simple) use(release, tag, element)).type();
        return type.id() + " " + type.lengthMin() + ".." + type.lengthMax();
    }

    /** Loops and segment of every place, such as {@code 850 PO1 N1 N3}; HL loops are written once, however deep they nest. */
    private static void paths(String to, Place place, Set<String> paths) {
        for (var child : place.children)
            if (child.loop) paths(to + " " + child.name, child, paths);
            else paths.add(to + " " + child.type.tag);
    }

    private static void paths(String to, Loop loop, Set<String> paths) {
        for (var segment : loop.segments()) paths.add(to + " " + segment.tag());
        for (var child : loop.loops())
            paths(to.endsWith(" HL") && child.name().equals("HL") ? to : to + " " + child.name(), child, paths);
    }

    private static void gather(Place place, Set<SegmentType> segments) {
        if (!place.isRoot()) segments.add(place.type);
        for (var child : place.children) gather(child, segments);
    }

    private static void gather(SegmentType segment, Set<String> elements) {
        for (var use : segment.elements) {
            elements.add(use.id());
            if (use instanceof ElementUse.Composite composite)
                for (var component : composite.type().components) elements.add(component.id());
        }
    }

    private static void possible(String set, Place place) {
        var what = set + " " + place.name;
        assertThat(place.min).as(what).isBetween(0, place.max);
        if (!place.isRoot()) possible(place.type);
        if (place.loop) assertThat(place.children).as(what).isNotEmpty();
        for (var child : place.children) possible(set, child);
    }

    private static void possible(SegmentType segment) {
        assertThat(segment.elements).as(segment.tag).isNotEmpty();
        for (var use : segment.elements) possible(segment.tag, use);
        for (var note : segment.notes)
            assertThat(note.positions())
                    .as(segment.tag + " " + note.text())
                    .allMatch(at -> at >= 1 && at <= segment.elements.length);
    }

    private static void possible(String tag, ElementUse use) {
        assertThat(use.repetitionsMax()).as(tag).isPositive();
        if (use instanceof ElementUse.Composite composite)
            for (var component : composite.type().components) possible(tag, component);
        if (!(use instanceof ElementUse.Simple simple)) return;
        var type = simple.type();
        assertThat(type.name()).as(tag + " " + type.id()).isNotBlank();
        assertThat(type.lengthMin()).as(tag + " " + type.id()).isBetween(1, type.lengthMax());
    }
}

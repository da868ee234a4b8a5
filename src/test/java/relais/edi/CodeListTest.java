package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import relais.finding.Finding;
import relais.finding.FindingCode;

class CodeListTest {

    private static final List<String> X12_004010 = List.of("x12/004010");
    private static final List<String> X12_005010 = List.of("x12/004010", "x12/004030", "x12/005010");

    @ParameterizedTest
    @MethodSource("folders")
    void holdsCodesThatFitTheirElement(List<String> folders) {
        var elements = TextResource.read(folders, "elements.txt");
        for (var entry : entries(folders)) {
            var codes = list(folders, entry.key()).names().keySet();
            var element = TextResource.entry(elements, entry.key())
                    .map(found -> found.head().split(" ", 5));
            var min = element.map(words -> Integer.parseInt(words[2])).orElse(1);
            var max = element.map(words -> Integer.parseInt(words[3])).orElse(8);

            assertThat(codes).as(entry.head()).isNotEmpty();
            assertThat(codes).as(entry.head()).allMatch(code -> code.length() >= min && code.length() <= max);
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void namesNoCodeTwice(List<String> folders) {
        for (var entry : entries(folders.subList(0, 1))) {
            var codes = entry.lines().stream()
                    .filter(line -> !line.startsWith("  = "))
                    .map(line -> line.strip().split(" ")[0]);

            assertThat(codes).as(entry.head()).doesNotHaveDuplicates();
        }
    }

    static Stream<List<String>> folders() {
        return Stream.of(X12_004010, X12_005010, List.of("edifact/service"), List.of("edifact/names"));
    }

    @ParameterizedTest
    @CsvSource({
        "98, ST, Ship to",
        "128, PO, Purchase order number",
        "374, 002, Delivery requested",
        "235, UP, UPC-12 (GTIN-12)",
        "I18, 025, Duplicate interchange control number"
    })
    void namesACode(String element, String code, String name) {
        assertThat(list(X12_004010, element).name(code)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "0065, DESADV, Despatch advice",
        "3035, BY, Buyer",
        "2005, 137, Document/message date/time",
        "6411, KGM, Kilogram",
        "segment, LIN, Line item"
    })
    void namesACodeOfEdifact(String element, String code, String name) {
        assertThat(list(List.of("edifact/names"), element).name(code)).contains(name);
    }

    @Test
    void acceptsACodeWithoutAName() {
        var list = list(X12_004010, "98");

        assertThat(list.name("0B")).isEmpty();
        assertThat(contains(X12_004010, "98", "0B")).isTrue();
    }

    @Test
    void refusesWhatAClosedListDoesNotHold() {
        assertThat(contains(X12_004010, "98", "QQQ")).isFalse();
    }

    @Test
    void acceptsEverythingInAnOpenList() {
        var list = list(X12_004010, "140");

        assertThat(list.open()).isTrue();
        assertThat(list.name("UPSN")).contains("United Parcel Service");
        assertThat(contains(X12_004010, "140", "QQQQ")).isTrue();
    }

    @Test
    void addsTheCodesOfLaterReleases() {
        assertThat(contains(X12_004010, "378", "D")).isFalse();
        assertThat(contains(X12_005010, "378", "D")).isTrue();
        assertThat(contains(X12_005010, "378", "1")).isTrue();
    }

    @Test
    void namesAnewWhatALaterReleaseUsesOtherwise() {
        assertThat(list(X12_005010, "718").name("I5")).contains("Implementation: one or more segments in error");
        assertThat(list(X12_005010, "718").name("1")).contains("Transaction set not supported");
    }

    @Test
    void findsACodeThatAClosedListDoesNotHold() {
        var order = Interchanges.ORDER.replace("N1*ST*", "N1*QQQ*");

        assertThat(Interchanges.findings(Interchanges.x12(1, order)))
                .extracting(Finding::code)
                .containsExactly(FindingCode.CODE_UNKNOWN);
    }

    /** Every list of the folders. */
    private static List<TextResource.Entry> entries(List<String> folders) {
        var lists = TextResource.read(folders, "codes.txt");
        return folders.stream()
                .flatMap(folder -> lines(folder + "/codes.txt"))
                .filter(line -> !line.isBlank() && line.charAt(0) != ' ' && line.charAt(0) != '#')
                .map(line -> TextResource.entry(lists, line.split(" ")[0]).orElseThrow())
                .toList();
    }

    private static Stream<String> lines(String resource) {
        try (var in = CodeListTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CodeList list(List<String> folders, String element) {
        return CodeList.find(TextResource.read(folders, "codes.txt"), element).orElseThrow();
    }

    private static boolean contains(List<String> folders, String element, String code) {
        var bytes = code.getBytes(StandardCharsets.US_ASCII);
        return CodeSet.of(TextResource.read(folders, "codes.txt"), element).contains(bytes, 0, bytes.length);
    }
}

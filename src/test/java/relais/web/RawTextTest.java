package relais.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.finding.Severity;

class RawTextTest {

    private static final String SET = "ST*850*0001~\nBEG*00*DS*4711~\nPO1*1*3*QQ*9.50**EN*1~\nSE*9*0001~\n";

    @Test
    void putsEachSegmentOnALineOfItsOwn() {
        var text = RawText.of(SET.replace("\n", "").getBytes(UTF_8), 0, List.of());

        assertThat(text.lines())
                .extracting(RawTextTest::plain)
                .containsExactly("ST*850*0001~", "BEG*00*DS*4711~", "PO1*1*3*QQ*9.50**EN*1~", "SE*9*0001~");
        assertThat(text.lines()).extracting(RawText.Line::number).containsExactly(1, 2, 3, 4);
    }

    @Test
    void marksExactlyTheElementAtTheOffset() {
        var from = 4000 + SET.indexOf("QQ");

        var text = RawText.of(
                SET.getBytes(UTF_8),
                4000,
                List.of(at(Location.segment("PO1", 3, 0).element(3, 0, 1, from))));

        assertThat(shown(text))
                .containsExactly("ST*850*0001~", "BEG*00*DS*4711~", "PO1*1*3*[QQ]*9.50**EN*1~", "SE*9*0001~");
        assertThat(text.marked()).containsExactly(0);
    }

    @ParameterizedTest
    @CsvSource({
        "UNH+1+ORDERS:D:96A:UN'LIN+1++541?'2:EN', 541, 3, 1, UNH+1+ORDERS:D:96A:UN'|LIN+1++[541?'2]:EN'",
        "UNH+1+ORDERS:D:96A:UN'LIN+1++541?'2:EN', 541, 3, 0, UNH+1+ORDERS:D:96A:UN'|LIN+1++[541?'2:EN]'",
        "UNB+UNOC:3+A:14+B:14+260302:0905+88'UNZ+1+88', 14+B, 2, 2, UNB+UNOC:3+A:[14]+B:14+260302:0905+88'|UNZ+1+88'",
        "UNA|*.? 'UNB*UNOC|3*A'UNZ*1', UNOC, 1, 1, UNA|*.? '|UNB*[UNOC]|3*A'|UNZ*1'",
    })
    void endsAMarkAtTheSeparatorOfItsKind(String raw, String place, int element, int component, String expected) {
        var location = Location.segment("X", 1, 0).element(element, component, 1, raw.indexOf(place));

        assertThat(String.join("|", shown(RawText.of(raw.getBytes(UTF_8), 0, List.of(at(location))))))
                .isEqualTo(expected);
    }

    @Test
    void showsThatSomethingIsMissingWhereItShouldBe() {
        var place = SET.indexOf("**EN") + 1;

        var text = RawText.of(
                SET.getBytes(UTF_8), 0, List.of(at(Location.segment("PO1", 3, 0).element(5, 0, 1, place))));

        assertThat(shown(text).get(2)).isEqualTo("PO1*1*3*QQ*9.50*[]*EN*1~");
    }

    @Test
    void marksTheWholeSegmentWhenNoElementIsNamed() {
        var byOffset = at(Location.segment("BEG", 2, SET.indexOf("BEG")));
        var byPosition = at(Location.segment("SE", 4, -1));

        var text = RawText.of(SET.getBytes(UTF_8), 0, List.of(byOffset, byPosition));

        assertThat(shown(text)).contains("[BEG*00*DS*4711]~", "[SE*9*0001]~");
    }

    @Test
    void keepsFindingsOfOnePlaceTogetherUnderTheWorse() {
        var place = Location.segment("PO1", 3, 0).element(3, 0, 1, SET.indexOf("QQ"));
        var warning = Finding.warning(FindingCode.ELEMENT_TOO_LONG, place, "long");

        var text = RawText.of(SET.getBytes(UTF_8), 0, List.of(warning, at(place)));

        var piece = text.lines().get(2).pieces().get(1);
        assertThat(piece.severity()).isEqualTo(Severity.ERROR);
        assertThat(piece.findings()).containsExactly(0, 1);
    }

    @Test
    void leavesOutWhatLiesBeyondTheBytesShown() {
        var text = RawText.of(SET.getBytes(UTF_8), 100, List.of(at(Location.offset(99)), at(Location.offset(5000))));

        assertThat(text.marked()).isEmpty();
    }

    @Test
    void marksTheValueThatAJsonPointerNames() {
        var json = "{\n  \"currency\": \"EURO\",\n  \"lines\": [{\"quantity\": 12, \"unit\": \"EA\"}]\n}\n";
        var findings = List.of(at(Location.pointer("/currency")), at(Location.pointer("/lines/0/quantity")));

        assertThat(shown(RawText.of(json.getBytes(UTF_8), 0, findings)))
                .containsExactly(
                        "{␊",
                        "  \"currency\": [\"EURO\"],␊",
                        "  \"lines\": [{\"quantity\": [12], \"unit\": \"EA\"}]␊",
                        "}␊");
    }

    @Test
    void marksWhatIsAroundAMissingJsonValue() {
        var text =
                RawText.of("{\"lines\":[{}]}".getBytes(UTF_8), 0, List.of(at(Location.pointer("/lines/0/item/gtin"))));

        assertThat(shown(text)).containsExactly("{\"lines\":[[{]}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4711;zwei;PC   | zwei   | 4711;[zwei];PC
            4711;2;PC      | PC     | 4711;2;[PC]
            4711;"a;b";PC  | "a;b"  | 4711;["a;b"];PC
            4711;;PC       | ;PC    | 4711;[];PC
            4711;2;PC      | 4711   | [4711];2;PC
            0001EA05X      | 05X    | 0001EA[05X]
            """)
    void marksTheCellOfATable(String row, String cell, String expected) {
        var place = Location.row(1, "qty", row.indexOf(cell));

        assertThat(shown(RawText.of(row.getBytes(UTF_8), 0, List.of(at(place)))))
                .containsExactly(expected);
    }

    @Test
    void marksTheLineThatAFindingInXmlNames() {
        var xml = "<Order>\n  <ID>1</ID>\n  <Date>soon</Date>\n</Order>\n";
        var findings = List.of(at(Location.pointer("/Order/Date, line 3")), at(Location.pointer("line 4, column 3")));

        assertThat(shown(RawText.of(xml.getBytes(UTF_8), 0, findings)))
                .containsExactly("<Order>␊", "  <ID>1</ID>␊", "  [<Date>soon</Date>]␊", "[</Order>]␊");
    }

    @Test
    void survivesAnyBytes() {
        var bytes = new byte[70_000];
        for (var i = 0; i < bytes.length; i++) bytes[i] = (byte) (i * 31 + i / 256);

        var text = RawText.of(bytes, 0, List.of(at(Location.offset(7)), at(Location.offset(69_999))));

        assertThat(text.lines().size() + text.hiddenLines()).isPositive();
        assertThat(RawText.of(new byte[0], 0, List.of(at(Location.offset(0)))).lines())
                .isEmpty();
    }

    @Test
    void readsLatin1WhereItIsNotUtf8() {
        var text = RawText.of("UNH+1+ORDERS:D:96A:UN'NAD+DP+Hélène'".getBytes(ISO_8859_1), 0, List.of());

        assertThat(plain(text.lines().get(1))).isEqualTo("NAD+DP+Hélène'");
    }

    private static Finding at(Location location) {
        return Finding.error(FindingCode.CODE_UNKNOWN, location, "wrong");
    }

    /** Marks in square brackets. */
    private static List<String> shown(RawText text) {
        return text.lines().stream()
                .map(line -> line.pieces().stream()
                        .map(piece -> piece.isMarked() ? "[" + piece.text() + "]" : piece.text())
                        .collect(joining()))
                .toList();
    }

    private static String plain(RawText.Line line) {
        return line.pieces().stream().map(RawText.Piece::text).collect(joining());
    }
}

package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainerTest {

    private final Explainer explainer = new Explainer(Interchanges.STRUCTURES);

    @Test
    void namesSegmentElementAndCode() {
        var beginning = x12("BEG*00*DS*PO-1001**20260305~").get(1);

        assertThat(beginning)
                .extracting(Explanation::tag, Explanation::name, Explanation::position, Explanation::offset)
                .containsExactly("BEG", "Beginning Segment for Purchase Order", 2, 171L);
        assertThat(beginning.values())
                .containsExactly(
                        new Explanation.Value(1, 0, 1, "353", "Transaction Set Purpose Code", "00", "Original"),
                        new Explanation.Value(2, 0, 1, "92", "Purchase Order Type Code", "DS", "Dropship"),
                        new Explanation.Value(3, 0, 1, "324", "Purchase Order Number", "PO-1001", ""),
                        new Explanation.Value(5, 0, 1, "373", "Date", "20260305", "2026-03-05"));
    }

    @Test
    void namesTheTransactionSet() {
        var set =
                Interchanges.sets(Interchanges.edifact(1, Interchanges.ORDERS)).get(0);

        assertThat(explainer.name(set)).isEqualTo("Purchase order");
    }

    @Test
    void saysHowDeepASegmentLiesAndWhichLoopItBegins() {
        var segments = x12("BEG*00*DS*1**20260305~N1*ST*One~N3*Street~PO1*1*2*EA*3~PID*F****Lamp~CTT*1~");

        assertThat(segments).extracting(Explanation::depth).containsExactly(0, 0, 0, 1, 0, 1, 0, 0);
        assertThat(segments).extracting(Explanation::loop).containsExactly("", "", "N1", "", "PO1", "PID", "CTT", "");
    }

    @Test
    void nestsHierarchicalLevelsAsTheySay() {
        var segments = explain("ST*856*0001~BSN*00*1*20260305*0912~HL*1**S~HL*2*1*O~HL*3*2*I~LIN**UP*012345678905~"
                + "HL*4*1*O~SE*8*0001~");

        assertThat(segments).extracting(Explanation::depth).containsExactly(0, 0, 0, 1, 2, 3, 1, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "20260305, 102, 2026-03-05",
        "202603050915, 203, 2026-03-05 09:15",
        "20260305091530, 204, 2026-03-05 09:15:30",
        "2026030520260307, 718, 2026-03-05 to 2026-03-07",
        "050326, 2, 2026-03-05",
        "202603, 610, 2026-03",
        "0915, 401, 09:15",
        "991231, 101, 1999-12-31"
    })
    void readsADateInTheFormatThatIsNamedBesideIt(String value, String format, String read) {
        var values = edifact("DTM+137:" + value + ":" + format + "'").get(1).values();

        assertThat(values).extracting(Explanation.Value::meaning).element(1).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"2026, 102", "someday!, 102", "20260305, 999", "20260305, ''"})
    void leavesADateThatIsNone(String value, String format) {
        var values = edifact("DTM+137:" + value + ":" + format + "'").get(1).values();

        assertThat(values).extracting(Explanation.Value::meaning).element(1).isEqualTo("");
    }

    @Test
    void readsARangeOfDates() {
        var values = x12("DTM*007****RD8*20260305-20260307~").get(1).values();

        assertThat(values).extracting(Explanation.Value::meaning).last().isEqualTo("2026-03-05 to 2026-03-07");
    }

    @ParameterizedTest
    @CsvSource({"1250, 12.50", "5, 0.05", "-1250, -12.50", "x, ''"})
    void readsImpliedDecimals(String value, String read) {
        var values = x12("TDS*" + value + "~").get(1).values();

        assertThat(values).extracting(Explanation.Value::meaning).containsExactly(read);
    }

    @Test
    void namesCurrenciesAndCountries() {
        var values = x12("N4*Lyon**69001*FR~CUR*BY*EUR~").stream()
                .flatMap(segment -> segment.values().stream())
                .map(Explanation.Value::meaning);

        assertThat(values).contains("France", "Euro");
    }

    @Test
    void keepsWhatASegmentHasNoElementFor() {
        var values = x12("CTT*1******x*y~").get(1).values();

        assertThat(values).last().isEqualTo(new Explanation.Value(8, 0, 1, "", "", "y", ""));
    }

    @Test
    void keepsASegmentThatNobodyKnows() {
        var unknown = x12("QQQ*1*2~").get(1);

        assertThat(unknown.name()).isEmpty();
        assertThat(unknown.values()).extracting(Explanation.Value::text).containsExactly("1", "2");
    }

    @Test
    void countsComponentsAndRepetitions() {
        var set = "UNH+1+ORDERS:D:96A:UN'BGM+220+1+9'PIA+1+A:SA+B:BP'UNT+4+1'";

        assertThat(message(set).get(2).values())
                .extracting(Explanation.Value::element, Explanation.Value::component, Explanation.Value::text)
                .containsExactly(
                        tuple(1, 0, "1"), tuple(2, 1, "A"), tuple(2, 2, "SA"), tuple(3, 1, "B"), tuple(3, 2, "BP"));
    }

    @Test
    void readsTheEnvelopeSegmentByEventInTheOrderOfTheBytes() {
        var reader = Interchanges.reader(bytes("UNA:+.? '" + Interchanges.edifact(1, Interchanges.ORDERS)));
        var tags = new ArrayList<String>();
        for (var event = reader.next(); !(event instanceof Event.EndOfInput); event = reader.next())
            if (!(event instanceof Event.SetRead)) reader.segments().forEach(segment -> tags.add(segment.tag()));

        assertThat(tags).containsExactly("UNA", "UNB", "UNZ");
    }

    @Test
    void hasNoEnvelopeSegmentWhereATrailerIsMissing() {
        var reader = Interchanges.reader(bytes(Interchanges.ISA + Interchanges.GS + Interchanges.ORDER));
        for (int events = 0; events < 3; events++) reader.next();

        assertThat(reader.next()).isInstanceOf(Event.GroupEnded.class);
        assertThat(reader.segments()).isEmpty();
    }

    @Test
    void neverThrowsWhateverWasRead() {
        var random = new Random(7);
        var text = Interchanges.x12(1, Interchanges.ORDER) + Interchanges.edifact(1, Interchanges.ORDERS);
        for (int round = 0; round < 2_000; round++) {
            var bytes = bytes(text);
            for (int n = 0; n < 3; n++) bytes[random.nextInt(bytes.length)] = bytes[random.nextInt(bytes.length)];

            for (var event : Interchanges.events(bytes))
                if (event instanceof Event.SetRead read)
                    assertThat(explainer.explain(read.set()))
                            .hasSize(read.set().segments().size());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private List<Explanation> x12(String segments) {
        return explain("ST*850*0001~" + segments + "SE*3*0001~");
    }

    private List<Explanation> explain(String set) {
        return explainer
                .explain(Interchanges.sets(Interchanges.x12(1, set)).get(0))
                .toList();
    }

    private List<Explanation> edifact(String segments) {
        return message("UNH+1+ORDERS:D:96A:UN'" + segments + "UNT+3+1'");
    }

    private List<Explanation> message(String set) {
        return explainer
                .explain(Interchanges.sets(Interchanges.edifact(1, set)).get(0))
                .toList();
    }
}

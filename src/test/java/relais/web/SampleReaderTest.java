package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.document.DocumentType;
import relais.finding.FindingCode;
import relais.mapping.Mappings;
import relais.partner.Acknowledging;
import relais.partner.Channel;
import relais.partner.DocumentAgreement;
import relais.partner.Identifier;
import relais.partner.Partner;
import relais.partner.Partner.Role;
import relais.partner.Partners;

class SampleReaderTest {

    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));
    private static final Instant NOW = Instant.parse("2026-03-05T09:30:00Z");

    private static final String ORDER = """
            ISA*00*          *00*          *01*081466849      *01*RECEIVER       *260305*1030*U*00401*000000001*0*P*>~
            GS*PO*081466849*RECEIVER*20260305*1030*1*X*004010~
            ST*850*0001~
            BEG*00*SA*4711**20260305~
            PO1*1*2*EA*49.5**VN*LAMP-1~
            CTT*1~
            SE*5*0001~
            GE*1*1~
            IEA*1*000000001~
            """;

    private final SampleReader reader = new SampleReader(MAPPINGS, partners(), Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x12/850/examples/drop-ship.edi             | Read by x12/850: 1 document, no errors
            x12/860/examples/rejected-cancellation.edi | Read by x12/860-cancellation: 1 document, no errors
            edifact/INVRPT-D01B/examples/two-lines.edi | Read by edifact/INVRPT-D01B: 1 document, no errors
            ubl/Invoice/examples/two-lines.xml         | Read by ubl/Invoice: 1 document, no errors
            cii/Invoice/examples/two-lines.xml         | Read by cii/Invoice: 1 document, no errors
            ubl/Invoice/examples/two-lines.json        | Read by the canonical JSON: 1 document, no errors
            csv/Order/examples/two-lines.csv           | No mapping reads it: 0 documents, 1 error
            """)
    void findsTheMappingThatFits(String example, String summary) {
        assertThat(reader.read(example(example), "").summary()).isEqualTo(summary);
    }

    @Test
    void readsByTheOverlayThatTheSendersAgreementNames() {
        var reading = reader.read(ORDER, "");

        assertThat(reading.summary()).isEqualTo("Read by partners/acme-retail/850: 0 documents, 1 error");
        assertThat(texts(reading)).containsExactly("the guide requires REF[1=CO]");
    }

    @Test
    void readsByTheMappingThatIsChosen() {
        var reading = reader.read(ORDER, "x12/850");

        assertThat(reading.summary()).isEqualTo("Read by x12/850: 1 document, no errors");
        assertThat(reading.documents().get(0).title()).isEqualTo("Order 4711");
        assertThat(reading.documents().get(0).json())
                .contains("\"partner\" : \"acme-retail\"", "\"currency\" : \"USD\"");
    }

    @Test
    void saysSoWhenTheMappingThatIsChosenIsAboutSomethingElse() {
        assertThat(texts(reader.read(ORDER, "x12/855"))).containsExactly("no mapping that was chosen reads X12 850");
    }

    @Test
    void readsATableByTheMappingThatIsChosen() {
        var reading = reader.read(example("csv/Order/examples/received-two-orders.csv"), "csv/Order");

        assertThat(reading.summary()).isEqualTo("Read by csv/Order: 2 documents, no errors");
    }

    @Test
    void countsBytesAsTheSyntaxIdentifierHasThem() {
        var text = """
                UNB+UNOC:3+SENDER:14+RECEIVER:14+260305:0915+77'
                UNH+1+ORDERS:D:96A:UN'
                BGM+220+Été+9'
                LIN+1++4012345000023:EN'
                QTY+21:40:QQQ'
                UNS+S'
                UNT+6+1'
                UNZ+1+77'
                """;

        var reading = reader.read(text, "");

        var place = reading.notes().stream()
                .filter(note -> note.finding().value().equals("QQQ"))
                .findFirst()
                .orElseThrow();
        assertThat(place.finding().location().offset()).isEqualTo(text.indexOf("QQQ"));
        assertThat(place.marked()).isTrue();
    }

    @Test
    void marksTheLineOfXml() {
        var reading = reader.read(example("ubl/Invoice/examples/rejected-unknown-unit.xml"), "");

        var lines = reading.raw().orElseThrow().text().lines();
        var marked = lines.stream().filter(line -> !line.findings().isEmpty()).toList();
        assertThat(marked).hasSize(1);
        assertThat(marked.get(0).pieces().get(1).text()).contains("unitCode=");
    }

    @Test
    void saysWhereXmlBreaksOff() {
        var reading = reader.read("<Invoice>\n  <ID>1</ID", "");

        assertThat(reading.summary()).isEqualTo("No mapping reads it: 0 documents, 1 error");
        assertThat(reading.notes().get(0).finding().code()).isEqualTo(FindingCode.XML_INVALID);
    }

    /** As an operator types it, letter by letter. */
    @ParameterizedTest
    @CsvSource({
        "x12/850/examples/full.edi,",
        "edifact/ORDERS/examples/full.edi,",
        "ubl/Invoice/examples/two-lines.xml,",
        "ubl/Invoice/examples/two-lines.json,",
        "csv/Order/examples/two-lines.csv, csv/Order"
    })
    void readsEveryBeginningOfASample(String example, String chosen) {
        var text = example(example);
        for (var end = 1; end < text.length(); end += 11) {
            var reading = reader.read(text.substring(0, end), chosen == null ? "" : chosen);

            assertThat(reading.raw()).as(text.substring(0, end)).isPresent();
        }
    }

    @Test
    void passesOverBlanksAndAByteOrderMarkBeforeASample() {
        assertThat(reader.read("\ufeff\n  " + ORDER, "x12/850").summary())
                .isEqualTo("Read by x12/850: 1 document, no errors");
    }

    @Test
    void readsNothingOfNothing() {
        assertThat(reader.read(" \n", "")).isEqualTo(SampleReading.nothing());
    }

    @Test
    void doesNotReadWhatIsTooLarge() {
        var reading = reader.read("é".repeat(SampleReader.SAMPLE_BYTES_MAX / 2) + "x", "");

        assertThat(texts(reading)).containsExactly("the sample has 262145 bytes, and sampleBytesMax is 262144");
        assertThat(reading.raw()).isEmpty();
    }

    @Test
    void translatesNoMoreTransactionSetsThanTheLimit() {
        var reading = reader.read(ORDER.repeat(SampleSets.SETS_MAX + 2), "x12/850");

        assertThat(reading.documents()).hasSize(50);
        assertThat(texts(reading))
                .contains("from here on transaction sets are checked, and not translated: setsMax is 50");
    }

    @Test
    void stopsTranslatingWhenTheTimeIsOver() {
        var ticks = new AtomicLong();
        InstantSource seconds = () -> NOW.plusSeconds(ticks.getAndIncrement());
        var slow = new SampleReader(MAPPINGS, partners(), seconds.withZone(ZoneOffset.UTC));

        var reading = slow.read(ORDER.repeat(9), "x12/850");

        assertThat(Duration.ofSeconds(ticks.get())).isBetween(SampleSets.TIME_MAX, Duration.ofSeconds(7));
        assertThat(reading.documents()).hasSizeBetween(1, 4);
        assertThat(texts(reading))
                .contains("from here on transaction sets are checked, and not translated: timeMax is 3 s");
    }

    private static List<String> texts(SampleReading reading) {
        return reading.notes().stream().map(note -> note.finding().text()).toList();
    }

    private static String example(String name) {
        try {
            var charset = name.endsWith(".edi") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
            return Files.readString(Path.of("mappings").resolve(name), charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Partners partners() {
        var orders = new DocumentAgreement(
                DocumentType.ORDER, Channel.Direction.IN, "x12", "850", "004010", "partners/acme-retail/850", "");
        var acme = new Identifier("x12", "01", "081466849");
        return new Partners(List.of(
                partner("acme-retail", Role.RETAILER, List.of(acme), List.of(orders)),
                partner("maison-lumen", Role.BRAND, List.of(), List.of())));
    }

    private static Partner partner(
            String id, Role role, List<Identifier> identifiers, List<DocumentAgreement> documents) {
        return new Partner(
                id,
                id,
                role,
                Currency.getInstance("USD"),
                identifiers,
                List.of(),
                documents,
                List.of(),
                Acknowledging.none(),
                List.of());
    }
}

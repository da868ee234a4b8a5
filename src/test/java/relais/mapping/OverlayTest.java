package relais.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.finding.Finding;
import relais.finding.Findings;
import relais.yaml.InvalidFiles;

/** A partner's companion guide holds its differences only. */
class OverlayTest {

    private static final String BASE = """
            standard: X12
            transactionSet: "850"
            document: Order
            segments:
              - BEG: {1: {only: "00"}, 2: {const: SA}, 3: number, 5: issuedOn}
              - REF[1=CO]: {2: consumerOrderNumber}
              - N1[1=ST] in shipTo: {2: name, 3/4: {92: id}}
              - PO1 each lines:
                  1: lineNumber
                  2: quantity.value
                  3: quantity.unit
                  4: unitPrice
                  6+: {VN: item.sellerCode}
                  PID: {1: {const: F}, 5: item.description}
            notCarried: [currency, requestedOn, shipNotBefore, cancelAfter, buyer, seller, billTo, consumer, promotionCode,
              referralCode, shippingService, giftMessage, note, paymentTerms, references, charges, attachments, shipTo.gln,
              shipTo.taxId, shipTo.address, shipTo.contact, lines.priceBasis, lines.requestedOn, lines.note, lines.charges,
              lines.item.gtin, lines.item.buyerCode, lines.item.attributes]
            """;

    private static final String ORDER = """
            ISA*00*          *00*          *01*SENDER         *01*RECEIVER       *260305*1030*U*00401*000000001*0*P*>~
            GS*PO*SENDER*RECEIVER*20260305*1030*1*X*004010~
            ST*850*0001~
            BEG*00*SA*4711**20260305~
            REF*CO*C-9~
            N1*ST*Store*92*0042~
            PO1*1*2*EA*49.5**VN*LAMP-1~
            PID*F****Lamp~
            PO1*2*1*CT**~
            SE*8*0001~
            GE*1*1~
            IEA*1*000000001~
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void base() throws IOException {
        write("x12/850/mapping.yaml", BASE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'forbid: "REF[1=CO]"'           | segment 3 (REF) at offset 194: SEGMENT_UNEXPECTED the guide forbids REF[1=CO]
            forbid: PO1/4                   | segment 5 (PO1) element 4 at offset 238: VALUE_INVALID PO104 holds a value, and the guide forbids it
            require: PO1/PID                | segment 7 (PO1) at offset 270: SEGMENT_MISSING the guide requires PID
            require: PO1/4                  | segment 7 (PO1) element 4 at offset 281: ELEMENT_MISSING PO104 is empty, and the guide requires it
            'codes: PO1/3, only: [EA, DZ]'  | segment 7 (PO1) element 3 at offset 278: CODE_UNKNOWN PO103 is 'CT', and the guide allows EA, DZ
            """)
    void findsWhatTheGuideDoesNotAllow(String change, String finding) throws IOException {
        var mapping = overlaid("{" + change + "}");

        assertThat(read(mapping, ORDER).findings())
                .extracting(Finding::toString)
                .containsExactly(finding);
    }

    @Test
    void refusesToWriteWhatTheGuideRequiresAndTheDocumentHasNot() throws IOException {
        var order = read(base, ORDER).document().orElseThrow();

        var writing = overlaid("require: PO1/PID", "require: PO1/4").write(order);

        assertThat(writing.findings())
                .extracting(Finding::toString)
                .contains(
                        "/lines/1: SEGMENT_MISSING the guide requires PID",
                        "/lines/1: ELEMENT_MISSING PO104 is empty, and the guide requires it");
    }

    @Test
    void leavesOutWhatTheGuideForbidsAndSaysSo() throws IOException {
        var order = read(base, ORDER).document().orElseThrow();

        var writing = overlaid("forbid: \"N1[1=ST]\"").write(order);

        assertThat(writing.segments()).extracting(s -> s.tag()).containsExactly("BEG", "REF", "PO1", "PID", "PO1");
        assertThat(writing.findings())
                .extracting(Finding::toString)
                .contains("/: VALUE_NOT_CARRIED the guide forbids N1[1=ST]");
    }

    @Test
    void addsChangesAndSets() throws IOException {
        var mapping = overlaid(
                "{add: \"REF[1=PG]\", after: \"REF[1=CO]\", elements: {2: promotionCode}}",
                "{add: \"PO1/REF[1=IA]\", elements: {2: note}}",
                "{qualifier: \"REF[1=CO]\", is: OQ}",
                "{constant: BEG/2, is: NE}");
        var guided = ORDER.replace("BEG*00*SA", "BEG*00*NE")
                .replace("REF*CO*C-9~\n", "REF*OQ*C-9~\nREF*PG*SPRING~\n")
                .replace("PID*F****Lamp~\n", "PID*F****Lamp~\nREF*IA*Fragile~\n")
                .replace("CT**~", "CT~")
                .replace("SE*8", "SE*10");

        var reading = read(mapping, guided);

        assertThat(reading.findings()).isEmpty();
        var order = (relais.document.Order) reading.document().orElseThrow();
        assertThat(order.promotionCode()).isEqualTo("SPRING");
        assertThat(order.lines().get(0).note()).isEqualTo("Fragile");
        assertThat(Interchanges.bytes(mapping, mapping.write(order))).isEqualTo(guided);
        assertThat(mapping.notCarried()).doesNotContain("promotionCode", "lines.note");
    }

    @Test
    void holdsFromADayOn() throws IOException {
        write("partners/acme/850.yaml", """
                base: x12/850
                versions:
                  - from: 2026-01-01
                    changes: [{constant: BEG/2, is: NE}]
                  - from: 2026-07-01
                    changes: [{constant: BEG/2, is: DS}]
                """);
        var mappings = Mappings.load(folder);

        assertThat(mappings.versions("partners/acme/850"))
                .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));
        assertThat(beg(mappings, "2025-12-31")).isEqualTo("NE");
        assertThat(beg(mappings, "2026-06-30")).isEqualTo("NE");
        assertThat(beg(mappings, "2026-07-01")).isEqualTo("DS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'forbid: "REF[1=CP]"'          | line 5: there is no rule 'REF[1=CP]' here; did you mean 'REF[1=CO]'?
            'requires: PO1'                | line 5: expected one of add, forbid, require, codes, qualifier, constant
            'constant: BEG, is: NE'        | line 5: name an element: BEG/3
            'qualifier: BEG, is: NE'       | line 5: BEG has no qualifier to change
            'codes: PO1/3, onyl: [EA]'     | line 5: unknown key 'onyl'; did you mean 'only'?
            'add: PO1/REF, elements: {2: nota}' | line 5: unknown path 'nota'; did you mean 'note'?
            """)
    void saysWhatIsWrongInAnOverlay(String change, String text) {
        assertThatThrownBy(() -> overlaid("{" + change + "}"))
                .isInstanceOf(InvalidFiles.class)
                .hasMessageContaining("mappings/partners/acme/850.yaml " + text);
    }

    @Test
    void saysInWordsWhatItChanges() throws IOException {
        var mapping = overlaid(
                "{forbid: \"REF[1=CO]\"}",
                "{require: PO1/4}",
                "{codes: PO1/3, only: [EA]}",
                "{add: \"PO1/REF[1=IA]\", elements: {2: note}}");

        assertThat(Guide.differences(base, mapping))
                .containsExactly(
                        "REF[1=CO] is not used",
                        "PO103 allows EA",
                        "PO104 is required",
                        "PO1/REF[1=IA] is added",
                        "PO1/REF[1=IA]02 is added: note");
    }

    private Mapping base;

    private static String beg(Mappings mappings, String on) {
        var order = read(mappings.get("x12/850"), ORDER).document().orElseThrow();
        var segment = mappings.get("partners/acme/850", LocalDate.parse(on))
                .write(order)
                .segments()
                .get(0);
        return segment.elements().get(1).repetitions().get(0).get(0);
    }

    private Mapping overlaid(String... changes) throws IOException {
        var text = new StringBuilder("base: x12/850\nversions:\n  - from: 2026-01-01\n    changes:\n");
        for (var change : changes) text.append("      - ").append(change).append('\n');
        write("partners/acme/850.yaml", text.toString());
        var mappings = Mappings.load(folder);
        return mappings.base("partners/acme/850");
    }

    private static Reading read(Mapping mapping, String interchange) {
        var set = Interchanges.sets(interchange.getBytes(ISO_8859_1)).get(0);
        assertThat(set.findings()).isEqualTo(Findings.none());
        return mapping.read(set, Map.of("partner", "acme", "currency", "USD"));
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (name.startsWith("x12")) base = Mappings.load(folder).get("x12/850");
    }
}

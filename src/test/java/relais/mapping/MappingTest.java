package relais.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.document.Catalogue;
import relais.document.Document;
import relais.document.InventoryReport;
import relais.document.Item;
import relais.document.ReceiptAdvice;
import relais.document.ReturnRequest;
import relais.yaml.YamlFile;

/** What the words of a mapping mean. Each shows a rule, segments, and what is read from them and written again. */
class MappingTest {

    private static final String HEADER = "BIA*00*SI*7*20260305~\n";
    private static final String STOCK = """
            standard: X12
            transactionSet: "846"
            document: InventoryReport
            segments:
              - BIA: {1: {const: "00"}, 2: {const: SI}, 3: number, 4: issuedOn}
              - LIN each lines:
                  1: lineNumber
                  2+: {VN: item.sellerCode}
            """;
    private static final String PRICES = """
            standard: X12
            transactionSet: "832"
            document: Catalogue
            otherwise: {number: controlNumber, issuedOn: validFrom, currency: EUR}
            segments:
              - BCT: {1: {const: SC}, 2: number}
              - DTM[1=007]: {2: validFrom}
              - LIN each lines:
                  otherwise: {lineNumber: position, action: ADDED}
                  2+: {VN: item.sellerCode}
                  CTP each prices:
                    2: {to: kind, codes: {NET: NET}}
                    3: amount
                    4: {to: quantityMin, nothing: "1"}
                    5: ^orderUnit
            """;

    @Test
    void aRuleSpeaksOfSomeItemsOfAList() {
        var mapping = mapping(STOCK + """
                  PID[1=F, 2=73|35] each item.attributes[name=colour]: {5: value}
                  PID[1=X] each item.attributes[!name=colour]: {3: {const: ZZ}, 4: name, 5: value}
                  QTY: {1: {const: "33"}, 2: quantity.value, 3: quantity.unit}
            """);
        var segments = HEADER + "LIN*1*VN*A~\nPID*F*73***black~\nPID*X**ZZ*wood*oak~\nQTY*33*2*EA~\n";

        var report = (InventoryReport) read(mapping, segments);

        assertThat(report.lines().get(0).item().attributes())
                .containsExactly(new Item.Attribute("colour", "black"), new Item.Attribute("wood", "oak"));
        assertThat(written(mapping, report)).isEqualTo(segments);
    }

    @Test
    void aQualifierSaysThatANumberIsLessThanZero() {
        var mapping = mapping(STOCK + """
                  QTY[1=33|76]: {2: {to: quantity.value, minus: 1=76}, 3: quantity.unit}
            """);
        var segments = HEADER + "LIN*1*VN*A~\nQTY*76*2*EA~\nLIN*2*VN*B~\nQTY*33*5*EA~\n";

        var report = (InventoryReport) read(mapping, segments);

        assertThat(report.lines())
                .extracting(line -> line.quantity().value().intValue())
                .containsExactly(-2, 5);
        assertThat(written(mapping, report)).isEqualTo(segments);
    }

    @Test
    void numbersThatMeetAreAddedUp() {
        var mapping = mapping(STOCK + """
                  QTY[1=33|76]: {2: {to: quantity.value, minus: 1=76}, 3: quantity.unit}
            """);

        var report = (InventoryReport) read(mapping, HEADER + "LIN*1*VN*A~QTY*33*5*EA~QTY*76*2*EA~");

        assertThat(report.lines().get(0).quantity().value()).isEqualByComparingTo("3");
    }

    @Test
    void aValueMayBeReadInOnePlaceAndWrittenInAnother() {
        var mapping = mapping(STOCK + """
                  REF[1=LT]: {2: lotNumber}
                  MAN[1=ZZ]: {2: {read: lotNumber}}
                  QTY: {1: {const: "33"}, 2: quantity.value, 3: quantity.unit}
            """);

        var report = (InventoryReport) read(mapping, HEADER + "LIN*1*VN*A~MAN*ZZ*L7~QTY*33*2*EA~");

        assertThat(report.lines().get(0).lotNumber()).isEqualTo("L7");
        assertThat(written(mapping, report)).isEqualTo(HEADER + "LIN*1*VN*A~\nREF*LT*L7~\nQTY*33*2*EA~\n");
    }

    @Test
    void whatASetLeavesOutHasAMeaning() {
        var mapping = mapping(PRICES);

        var catalogue = (Catalogue) read(mapping, "BCT*SC~DTM*007*20260401~LIN**VN*A~");

        assertThat(catalogue.number()).isEqualTo("0001");
        assertThat(catalogue.issuedOn()).isEqualTo("2026-04-01");
        assertThat(catalogue.lines().get(0).lineNumber()).isEqualTo(1);
        assertThat(catalogue.lines().get(0).action()).isEqualTo(Catalogue.Action.ADDED);
    }

    @Test
    void theDayOfTheGroupHoldsWhereASetStatesNone() {
        var mapping = mapping(PRICES.replace("issuedOn: validFrom", "issuedOn: sentOn"));

        var catalogue = (Catalogue) read(mapping, "BCT*SC~DTM*007*20260401~LIN**VN*A~");

        assertThat(catalogue.issuedOn()).isEqualTo("2026-03-05");
    }

    @Test
    void anItemHoldsWhatIsAroundIt() {
        var mapping = mapping(PRICES);
        var segments = "BCT*SC*C1~\nDTM*007*20260401~\nLIN**VN*A~\nCTP**NET*9*1*EA~\nCTP**NET*8*10*EA~\n";

        var catalogue = (Catalogue) read(mapping, segments);

        assertThat(catalogue.lines().get(0).orderUnit()).isEqualTo("EA");
        assertThat(catalogue.lines().get(0).prices().get(0).quantityMin()).isEmpty();
        assertThat(written(mapping, catalogue)).isEqualTo(segments);
    }

    @Test
    void aPairMayBeOnlyRead() {
        var mapping = mapping(STOCK.replace("2+: {", "2+: {EN: {read: item.gtin}, ") + """
                  MAN[1=UP]: {2: item.gtin}
                  QTY: {1: {const: "33"}, 2: quantity.value, 3: quantity.unit}
            """);

        var report = (InventoryReport) read(mapping, HEADER + "LIN*1*EN*3012345678903*VN*A~QTY*33*2*EA~");

        assertThat(written(mapping, report)).isEqualTo(HEADER + "LIN*1*VN*A~\nMAN*UP*3012345678903~\nQTY*33*2*EA~\n");
    }

    @Test
    void itemsOfAListStandSideBySideInOneSegment() {
        var mapping = mapping("""
                standard: X12
                transactionSet: "861"
                document: ReceiptAdvice
                segments:
                  - BRA: {1: number, 2: issuedOn, 3: {const: "00"}, 4: {const: "2"}}
                  - DTM[1=050]: {2: receivedOn}
                  - RCD each lines:
                      1: lineNumber
                      2: received.value
                      3: received.unit
                      6..11 each states: {1: quantity.value, 2: quantity.unit, 3: {to: condition, codes: {"01": DAMAGED, "07": ACCEPTED}}}
                """);
        var segments = "BRA*1*20260305*00*2~\nDTM*050*20260305~\nRCD*1*5*EA***3*EA*07*2*EA*01~\nRCD*2*1*EA~\n";

        var advice = (ReceiptAdvice) read(mapping, segments);

        assertThat(advice.lines().get(0).states())
                .extracting(ReceiptAdvice.State::condition)
                .containsExactly(ReceiptAdvice.Condition.ACCEPTED, ReceiptAdvice.Condition.DAMAGED);
        assertThat(advice.lines().get(1).states()).isEmpty();
        assertThat(written(mapping, advice)).isEqualTo(segments);
    }

    @Test
    void aSegmentOfWhichAllIsOnlyReadIsNotWritten() {
        var mapping = mapping(STOCK + """
                  PID[2=35] each item.attributes[name=colour]: {5: {read: value}}
                  PID[1=X] each item.attributes: {3: {const: ZZ}, 4: name, 5: value}
                  QTY: {1: {const: "33"}, 2: quantity.value, 3: quantity.unit}
            """);

        var report = (InventoryReport) read(mapping, HEADER + "LIN*1*VN*A~PID*F*35***black~QTY*33*2*EA~");

        assertThat(written(mapping, report)).isEqualTo(HEADER + "LIN*1*VN*A~\nPID*X**ZZ*colour*black~\nQTY*33*2*EA~\n");
    }

    @Test
    void aListOfTextsIsReadFromSegments() {
        var mapping = mapping("""
                standard: X12
                transactionSet: "180"
                document: ReturnRequest
                segments:
                  - BGN: {1: {const: "13"}, 2: number, 3: issuedOn}
                  - BLI each lines:
                      otherwise: {lineNumber: position, reason: OTHER}
                      1/2: {VN: item.sellerCode}
                      3: quantity.value
                      4: quantity.unit
                      N9[1=S3] each serialNumbers: {2: it}
                """);
        var segments = "BGN*13*1*20260305~\nBLI*VN*A*2*EA~\nN9*S3*S1~\nN9*S3*S2~\n";

        var request = (ReturnRequest) read(mapping, segments);

        assertThat(request.lines().get(0).serialNumbers()).containsExactly("S1", "S2");
        assertThat(written(mapping, request)).isEqualTo(segments);
    }

    private static Mapping mapping(String yaml) {
        return Compiler.compile("x12/test", YamlFile.parse("test.yaml", yaml), Map.of())
                .orElseThrow();
    }

    private static Document read(Mapping mapping, String segments) {
        var count = segments.split("~", -1).length + 1;
        var bytes =
                "ISA*00*          *00*          *01*SENDER         *01*RECEIVER       *260305*1030*U*00401*000000001*0*P*>~"
                        + "GS*IB*SENDER*RECEIVER*20260305*1030*1*X*004010~ST*" + mapping.transactionSet() + "*0001~"
                        + segments
                        + "SE*" + count + "*0001~GE*1*1~IEA*1*000000001~";
        var reading = mapping.read(Interchanges.sets(bytes.getBytes(ISO_8859_1)).get(0), Map.of("partner", "someone"));
        assertThat(reading.findings()).isEmpty();
        return reading.document().orElseThrow();
    }

    private static String written(Mapping mapping, Document document) {
        var bytes = Interchanges.bytes(mapping, mapping.write(document));
        return bytes.substring(bytes.indexOf("*0001~\n") + 7, bytes.indexOf("SE*"));
    }
}

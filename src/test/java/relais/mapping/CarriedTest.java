package relais.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.document.Carried;
import relais.document.Document;

/** Segments that a mapping does not speak of are kept with the document and written again where they stood. */
class CarriedTest {

    private static final String X12_MAPPING = """
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
              - CTT: {1: {count: lines}}
            notCarried: [currency, requestedOn, shipNotBefore,
              cancelAfter, buyer, seller, billTo, consumer, promotionCode, referralCode,
              shippingService, giftMessage, note, paymentTerms, references, charges, attachments,
              lines.priceBasis, lines.requestedOn, lines.note, lines.charges, shipTo.gln, shipTo.taxId, shipTo.address, shipTo.contact,
              lines.item.gtin, lines.item.buyerCode, lines.item.attributes]
            """;

    private static final String X12_ORDER = """
            ISA*00*          *00*          *01*SENDER         *01*RECEIVER       *260305*1030*U*00401*000000001*0*P*>~
            GS*PO*SENDER*RECEIVER*20260305*1030*1*X*004010~
            ST*850*0001~
            BEG*00*SA*4711**20260305~
            REF*ZZ*before~
            REF*CO*C-9~
            REF*IA*be+hind?~
            PER*BD*Orders*TE*5550100~
            N1*ST*Store*92*0042~
            N2*Loading dock~
            N1*BT*Head office*92*0001~
            N3*1 Main St~
            PO1*1*2*EA*49.5**VN*LAMP-1~
            PO1*2*1*EA*9**VN*LAMP-2~
            CTP**RES*99~
            PID*F****Lamp~
            SDQ*EA*92*0042*1~
            CTT*2~
            SE*17*0001~
            GE*1*1~
            IEA*1*000000001~
            """;

    private static final String EDIFACT_MAPPING = """
            standard: EDIFACT
            transactionSet: ORDERS
            document: Order
            segments:
              - BGM: {1.1: {only: "220"}, 2: number}
              - DTM[1.1=137]: {1.2: {to: issuedOn, formatIn: 1.3}}
              - LIN each lines:
                  1: lineNumber
                  QTY[1.1=21]: {1.2: quantity.value, 1.3: quantity.unit}
              - UNS: {1: {const: S}}
            notCarried: [currency, consumerOrderNumber, shipTo, requestedOn, shipNotBefore,
              cancelAfter, buyer, seller, billTo, consumer, promotionCode, referralCode,
              shippingService, giftMessage, note, paymentTerms, references, charges, attachments,
              lines.priceBasis, lines.requestedOn, lines.note, lines.charges,
              lines.item, lines.unitPrice]
            """;

    private static final String EDIFACT_ORDER = """
            UNB+UNOC:3+SENDER:14+RECEIVER:14+260305:1030+1'
            UNH+1+ORDERS:D:96A:UN'
            BGM+220+4711'
            DTM+137:20260305:102'
            FTX+AAI+++It?'s 5 ?+ 3?: a*b'
            LIN+1'
            QTY+21:2:EA'
            ALI+FR'
            UNS+S'
            UNT+9+1'
            UNZ+1+1'
            """;

    @TempDir
    Path folder;

    @Test
    void x12SegmentsComeOutWhereTheyStood() throws IOException {
        var mapping = mapping("x12/850", X12_MAPPING);

        var order = read(mapping, X12_ORDER);

        assertThat(order.carried())
                .contains(
                        new Carried("x12/850", "", "BEG", "REF+ZZ+before"),
                        new Carried("x12/850", "", "REF[1=CO]", "REF+IA+be?+hind??"),
                        new Carried("x12/850", "/N1[1=ST]", "", "N2+Loading dock"),
                        new Carried("x12/850", "/PO1:2", "", "CTP++RES+99"));
        assertThat(Interchanges.bytes(mapping, mapping.write(order))).isEqualTo(X12_ORDER);
    }

    @Test
    void edifactSegmentsComeOutWithTheirReleasedCharacters() throws IOException {
        var mapping = mapping("edifact/ORDERS", EDIFACT_MAPPING);

        var order = read(mapping, EDIFACT_ORDER);

        assertThat(Interchanges.bytes(mapping, mapping.write(order))).isEqualTo(EDIFACT_ORDER);
    }

    @Test
    void anotherMappingLeavesThemAlone() throws IOException {
        var order = read(mapping("x12/850", X12_MAPPING), X12_ORDER);

        var writing = mapping("edifact/ORDERS", EDIFACT_MAPPING).write(order);

        assertThat(writing.segments()).extracting(segment -> segment.tag()).doesNotContain("REF", "CTP");
    }

    @Test
    void theyAreKeptInTheDocumentsJson() throws IOException {
        var order = read(mapping("x12/850", X12_MAPPING), X12_ORDER);
        var json = new Json();

        assertThat(json.read(json.write(order)).document()).contains(order);
    }

    private static Document read(Mapping mapping, String interchange) {
        var set = Interchanges.sets(interchange.getBytes(ISO_8859_1)).get(0);
        assertThat(set.findings()).isEmpty();
        var reading = mapping.read(set, Map.of("partner", "acme", "currency", "USD"));
        assertThat(reading.findings()).isEmpty();
        return reading.document().orElseThrow();
    }

    private Mapping mapping(String id, String text) throws IOException {
        var file = folder.resolve(id).resolve("mapping.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Mappings.load(folder).get(id);
    }
}

package relais.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.document.DespatchAdvice;
import relais.yaml.YamlFile;

/** When a rule is written, what is only read, and what counts only where nothing else says it. */
class OccasionTest {

    private static final String HEAD = """
            standard: X12
            transactionSet: "855"
            document: OrderResponse
            notCarried: [orderIssuedOn, buyer, seller, note, references, lines.item.buyerCode, lines.item.gtin,
              lines.item.description, lines.item.attributes, lines.unitPrice, lines.promisedOn, lines.substitute, lines.reason]
            segments:
              - BAK: {1: {only: "00"}, 2: {to: status, codes: {AD: ACCEPTED}}, 3: orderNumber, 4: issuedOn, 8: number}
              - CUR: {1: {const: SE}, 2: currency}
            """;
    private static final String LINES = """
              - PO1 each lines:
                  otherwise: {status: ACCEPTED}
                  1: lineNumber
                  2: {fallback: quantity.value}
                  3: {fallback: quantity.unit}
                  6/7: {VN: item.sellerCode}
                  ACK[1=IB]:
                    otherwise: {status: BACKORDERED, quantity.value: "0"}
                    2: backordered.value
                    3: backordered.unit
                  ACK[1=IR]: {when: status=REJECTED, 1: {to: status, codes: {IR: REJECTED}}, 2: quantity.value, 3: quantity.unit}
                  ACK[1=ID] received: {1: {to: status, codes: {ID: REJECTED}}}
                  ACK: {when: "!status=REJECTED|BACKORDERED", 1: {to: status, codes: {IA: ACCEPTED}}, 2: quantity.value, 3: quantity.unit}
            """;

    @Test
    void readsAFallbackWhereNothingElseSaysIt() {
        assertThat(line("").at("/quantity/value").asInt()).isEqualTo(9);
        assertThat(line("ACK*IA*4*EA~").at("/quantity/value").asInt()).isEqualTo(4);
    }

    @Test
    void assumesWhatASegmentMeansWhereNothingElseSaysIt() {
        assertThat(line("").path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(line("ACK*IB*5*EA~").path("status").asText()).isEqualTo("BACKORDERED");
        assertThat(line("ACK*IB*5*EA~").at("/quantity/value").asInt()).isZero();
        assertThat(line("ACK*IB*5*EA~ACK*IA*4*EA~").at("/quantity/value").asInt())
                .isEqualTo(4);
    }

    @Test
    void writesARuleOnlyWhenItsPremiseHolds() {
        assertThat(rewritten("ACK*IR*2*EA~")).contains("ACK*IR*2*EA~").doesNotContain("ACK*IA");
        assertThat(rewritten("ACK*IA*2*EA~")).contains("ACK*IA*2*EA~").doesNotContain("ACK*IR");
    }

    @Test
    void writesNothingThatIsOnlyReceived() {
        assertThat(line("ACK*ID~").path("status").asText()).isEqualTo("REJECTED");
        assertThat(rewritten("ACK*ID~")).doesNotContain("ACK*ID").contains("ACK*IR*9*EA~");
    }

    @Test
    void choosesARuleByWhatItsLoopHolds() {
        var mapping = mapping(
                LINES.replace(
                        "PO1 each",
                        "PO1[ACK.1=IR] each lines received: {otherwise: {status: REJECTED,"
                                + " quantity.value: \"1\"}, 1: lineNumber, 3: quantity.unit, 7: item.sellerCode}\n  - PO1[!REF] each"));

        assertThat(line(mapping, "ACK*IR*2*EA~").at("/quantity/value").asInt()).isEqualTo(1);
        assertThat(line(mapping, "ACK*IA*2*EA~").at("/quantity/value").asInt()).isEqualTo(2);
        assertThat(line(mapping, "REF*DP*1~").isMissingNode()).isTrue();
    }

    @Test
    void numbersTheSegmentsOfATag() {
        var mapping = mapping(
                "  - MAN: {1: {const: L}, 2: {number: MAN}}\n  - MAN: {1: {const: L}, 2: {number: MAN}}\n" + LINES);

        assertThat(rewritten(mapping, "")).contains("MAN*L*1~\nMAN*L*2~");
    }

    @Test
    void readsATextOfAListInEachElement() throws IOException {
        var example = Files.readString(Path.of("mappings/edifact/DESADV/examples/two-packages.edi"), ISO_8859_1);
        var serials = example.replace("QTY+12:1:EA'\nCPS", "QTY+12:1:EA'\nGIN+BN+S1+S2:S3'\nGIN+BN+S4'\nCPS")
                .replace("UNT+31", "UNT+33");

        var reading = Mappings.load(Path.of("mappings"))
                .get("edifact/DESADV")
                .read(Interchanges.sets(serials.getBytes(ISO_8859_1)).get(0), Map.of("partner", "p"));

        var read = new Json().tree(reading.document().orElseThrow()).at("/packages/0/lines/0/serialNumbers");
        assertThat(read).map(JsonNode::asText).containsExactly("S1", "S2", "S4");
    }

    @Test
    void readsPastAPrefix() {
        var sscc =
                (Leaf) Tree.of(DespatchAdvice.Pallet.class).byName().get("sscc").shape();
        var format = Format.prefixed(Format.of(sscc), "00");

        assertThat(format.reader().read("00030123450000000012", "")).isEqualTo("030123450000000012");
        assertThat(format.reader().read("003012345000000019", "")).isEqualTo("003012345000000019");
        assertThatThrownBy(() -> format.reader().read("0003012345", "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Mapping mapping(String lines) {
        var file = YamlFile.parse("855.yaml", HEAD + lines);
        var mapping = Compiler.compile("x12/855", file, Map.of());
        assertThat(file.findings()).isEmpty();
        return mapping.orElseThrow();
    }

    private static Reading read(Mapping mapping, String acks) {
        var bytes = """
                ISA*00*          *00*          *01*SENDER         *01*RECEIVER       *260305*1030*U*00401*000000001*0*P*>~
                GS*PR*SENDER*RECEIVER*20260305*1030*1*X*004010~
                ST*855*0001~BAK*00*AD*4711*20260305****SO-1~CUR*SE*EUR~PO1*1*9*EA***VN*A~%sSE*6*0001~GE*1*1~IEA*1*000000001~
                """.formatted(acks);
        return mapping.read(Interchanges.sets(bytes.getBytes(ISO_8859_1)).get(0), Map.of("partner", "p"));
    }

    private static JsonNode line(String acks) {
        return line(mapping(LINES), acks);
    }

    private static JsonNode line(Mapping mapping, String acks) {
        var reading = read(mapping, acks);
        assertThat(reading.findings()).isEmpty();
        return new Json().tree(reading.document().orElseThrow()).at("/lines/0");
    }

    private static String rewritten(String acks) {
        return rewritten(mapping(LINES), acks);
    }

    private static String rewritten(Mapping mapping, String acks) {
        var writing = mapping.write(read(mapping, acks).document().orElseThrow());
        return Interchanges.bytes(mapping, writing);
    }
}

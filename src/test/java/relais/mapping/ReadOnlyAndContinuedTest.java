package relais.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.document.Order;
import relais.edi.OutgoingSegment;
import relais.yaml.YamlFile;

/** What partners say in more than one way is read in each of them and written in one; long texts go on in further segments. */
class ReadOnlyAndContinuedTest {

    private static final String ORDER = """
            {"type": "Order", "number": "1", "partner": "p", "issuedOn": "2026-03-05", "currency": "EUR", "note": "%s", "shippingService": "%s",
             "charges": [{"kind": "CHARGE", "reasonCode": "%s", "amount": 5.00}], "lines": []}""";

    @Test
    void writesNothingOfARuleThatOnlyReads() {
        assertThat(written("- TD5: {5: {read: note}}", ORDER.formatted("soon", "", "")))
                .isEmpty();
        assertThat(written("- N9 each charges: {1: {read: kind}}", ORDER.formatted("", "", "")))
                .isEmpty();
    }

    @Test
    void leavesAValueWithoutACodeToAnotherPlace() {
        var charge = "- SAC each charges: {2: {to: reasonCode, codes: {D240: FC, '*': ''}}, 4: reasonCode}";

        assertThat(written(charge, ORDER.formatted("", "", "FC"))).isEqualTo("SAC++D240++FC");
        assertThat(written(charge, ORDER.formatted("", "", "HD"))).isEqualTo("SAC++++HD");
    }

    @Test
    void goesOnInFurtherSegmentsAndSaysWhatThoseDoNotHold() {
        var texts = "- MSG: {1: {to: note, max: 10, segments: 2}}";

        assertThat(written(texts, ORDER.formatted("leave it at the", "", ""))).isEqualTo("MSG+leave it a MSG+t the");
        assertThat(written(texts, ORDER.formatted("leave it at the door please", "", "")))
                .isEqualTo("MSG+leave it a MSG+t the /note");
    }

    private static String written(String rules, String json) {
        var file = YamlFile.parse("m.yaml", mapping(rules));
        var order = (Order) new Json().read(json.getBytes(UTF_8)).document().orElseThrow();
        var writing = Compiler.compile("m", file, Map.of()).orElseThrow().write(order);
        var text = new StringBuilder();
        for (OutgoingSegment segment : writing.segments())
            text.append(Notation.text(segment)).append(' ');
        writing.findings().forEach(finding -> text.append(finding.location()));
        return text.toString().strip();
    }

    private static String mapping(String rules) {
        return "standard: X12\ntransactionSet: '850'\ndocument: Order\nsegments:\n  " + rules + "\n";
    }
}

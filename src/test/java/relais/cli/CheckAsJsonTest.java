package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.finding.FindingCode;

class CheckAsJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = new Session(folder);
    }

    @Test
    void writesOneObjectOnALineForEachFinding() throws Exception {
        Samples.write(folder, "a.x12", Samples.miscounted850());
        Samples.write(folder, "b.x12", Samples.ORDER_850.replace("*2*EA*", "*2*X\"*"));

        var code = session.run("check", "--json", "a.x12", "b.x12");

        var lines = session.out();
        assertThat(lines).hasSize(2);
        assertThat(JSON.readTree(lines.get(0))).isEqualTo(JSON.readTree("""
                {"code": "SEGMENT_COUNT_MISMATCH", "severity": "ERROR", "file": "a.x12",
                 "segment": "SE", "position": 15, "element": 1, "offset": 492,
                 "text": "SE01 says 14 segments, counted 15", "value": "14",
                 "advice": "Count the segments from header to trailer, both included, and correct SE01 or UNT 0074."}
                """));
        var unit = JSON.readTree(lines.get(1));
        assertThat(List.of(unit.path("code"), unit.path("file"), unit.path("segment"), unit.path("value")))
                .extracting(JsonNode::asText)
                .containsExactly("CODE_UNKNOWN", "b.x12", "PO1", "X\"");
        assertThat(code).isOne();
    }

    @Test
    void putsTheSummaryOnStandardError() {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        var code = session.run("check", "--json", "order.x12");

        assertThat(session.output()).isEmpty();
        assertThat(session.err()).containsExactly("1 file, 1 interchange, 1 transaction set, 528 bytes: no errors");
        assertThat(code).isZero();
    }

    @Test
    void leavesOutThePlaceOfWhatHasNone() throws JsonProcessingException {
        var code = session.run("check", "--json", "-");

        var empty = JSON.readTree(session.output());
        assertThat(empty.path("code").asText()).isEqualTo(FindingCode.EMPTY_INPUT.name());
        assertThat(empty.fieldNames()).toIterable().doesNotContain("segment", "position", "element", "value");
        assertThat(code).isOne();
    }

    @Test
    void doesNotMixTwoFormats() {
        var code = session.run("check", "--json", "--sarif", "-");

        assertThat(session.err()).first().asString().startsWith("relais: ").contains("--json", "--sarif");
        assertThat(code).isEqualTo(2);
    }
}

package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.finding.FindingCode;

/** Names and shapes are those of SARIF 2.1.0, section 3. */
class CheckAsSarifTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = new Session(folder);
    }

    @Test
    void isOneDocumentWithOneRunOfRelais() throws Exception {
        var document = sarif("-");

        assertThat(document.path("version").asText()).isEqualTo("2.1.0");
        assertThat(document.path("runs")).hasSize(1);
        assertThat(run(document).at("/tool/driver/name").asText()).isEqualTo("Relais");
    }

    @Test
    void explainsEveryCodeAsARule() throws Exception {
        var rules = run(sarif("-")).at("/tool/driver/rules");

        assertThat(rules).hasSameSizeAs(FindingCode.values());
        var rule = rules.path(FindingCode.SEGMENT_MISSING.ordinal());
        assertThat(rule).isEqualTo(JSON.readTree("""
                {"id": "SEGMENT_MISSING", "shortDescription": {"text": "Segment missing."},
                 "help": {"text": "Add the mandatory segment."}}
                """));
    }

    @Test
    void placesAResultAtItsByteInTheFile() throws Exception {
        Files.createDirectory(folder.resolve("in box"));
        Samples.write(folder, "in box/a.x12", Samples.miscounted850());

        var results = run(sarif("in box")).path("results");

        assertThat(results).hasSize(1);
        assertThat(results.path(0))
                .isEqualTo(JSON.readTree("""
                {"ruleId": "SEGMENT_COUNT_MISMATCH", "ruleIndex": %d, "level": "error",
                 "message": {"text": "SE01 says 14 segments, counted 15"},
                 "locations": [{
                   "physicalLocation": {"artifactLocation": {"uri": "in%%20box/a.x12"}, "region": {"byteOffset": 492}},
                   "logicalLocations": [{"name": "SE", "kind": "segment",
                                         "fullyQualifiedName": "segment 15 (SE) element 1 at offset 492"}]}],
                 "properties": {"segment": "SE", "position": 15, "element": 1, "offset": 492, "value": "14"}}
                """.formatted(FindingCode.SEGMENT_COUNT_MISMATCH.ordinal())));
    }

    @Test
    void saysHowMuchAWarningWeighs() throws Exception {
        Samples.write(folder, "order.x12", Samples.ORDER_850.replace("CTT*1~", "CTT*2~"));

        var results = run(sarif("order.x12")).path("results");

        assertThat(results.findValuesAsText("level")).containsExactly("warning");
    }

    @Test
    void givesStandardInputNoAddress() throws Exception {
        session.typing(Samples.miscounted850());

        var place = run(sarif("-")).at("/results/0/locations/0/physicalLocation/artifactLocation");

        assertThat(place).isEqualTo(JSON.readTree("{\"description\": {\"text\": \"standard input\"}}"));
    }

    @Test
    void notesWhatCouldNotBeRead() throws Exception {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        var invocation = run(sarif("missing.x12", "order.x12")).at("/invocations/0");

        assertThat(invocation).isEqualTo(JSON.readTree("""
                {"executionSuccessful": false, "toolExecutionNotifications": [
                  {"message": {"text": "cannot read missing.x12: there is no such file"}, "level": "error"}]}
                """));
    }

    @Test
    void namesAnAbsolutePathByItsUri() {
        assertThat(SarifReport.uri("/var/edi in/a.x12")).isEqualTo("file:///var/edi%20in/a.x12");
        assertThat(SarifReport.uri("a:b.x12")).isEqualTo("./a:b.x12");
        assertThat(SarifReport.uri("bücher.x12")).isEqualTo("b%C3%BCcher.x12");
    }

    private JsonNode sarif(String... files) throws Exception {
        var arguments = new String[files.length + 2];
        arguments[0] = "check";
        arguments[1] = "--sarif";
        System.arraycopy(files, 0, arguments, 2, files.length);
        session.run(arguments);
        return JSON.readTree(session.output());
    }

    private static JsonNode run(JsonNode document) {
        return document.path("runs").path(0);
    }
}

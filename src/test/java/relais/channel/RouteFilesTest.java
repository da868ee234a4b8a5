package relais.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The steps that a promise rests on stand in the route files, in their order, and nothing else decides there. */
class RouteFilesTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Test
    void worksOnABatchInOneTransactionFromClaimToAdvance() throws Exception {
        assertThat(steps("inbound.yaml"))
                .containsExactly(
                        "transacted oneTransaction",
                        "bean claim",
                        "bean present.orStop",
                        "bean read",
                        "bean acknowledge",
                        "setProperty relaisSmooks",
                        "choice",
                        "bean translate",
                        "bean check",
                        "bean book",
                        "bean dispatch",
                        "bean advance");
    }

    @Test
    void marksAsSentOnlyAfterTheChannelHasSent() throws Exception {
        assertThat(steps("outbound.yaml"))
                .startsWith("transacted oneTransaction", "bean send.claim")
                .containsSubsequence("bean send.label", "bean unseal", "bean present.orFail", "toD", "bean send.sent");
    }

    @Test
    void holdsNoScript() throws Exception {
        try (var files = Files.walk(Path.of("routes"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".yaml")).toList())
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain("groovy:", "mvel:", "xpath:", "js:", "joor:", "java:", "script:");
        }
    }

    private static List<String> steps(String file) throws Exception {
        var route = YAML.readTree(Path.of("routes", file).toFile()).get(0).get("route");
        assertThat(route.get("id").asText() + ".yaml").isEqualTo(file);
        var steps = new ArrayList<String>();
        collect(route.get("from").get("steps"), steps);
        return steps;
    }

    private static void collect(JsonNode nodes, List<String> steps) {
        for (var node : nodes) {
            var kind = node.fieldNames().next();
            var step = node.get(kind);
            switch (kind) {
                case "split" -> collect(step.get("steps"), steps);
                case "doTry" -> {
                    collect(step.get("steps"), steps);
                    steps.add("catch");
                    collect(step.get("doCatch").get(0).get("steps"), steps);
                }
                case "bean" ->
                    steps.add("bean " + step.get("ref").asText()
                            + (step.has("method") ? "." + step.get("method").asText() : ""));
                case "transacted" -> steps.add("transacted " + step.get("ref").asText());
                case "setProperty" ->
                    steps.add("setProperty " + step.get("name").asText());
                default -> steps.add(kind);
            }
        }
    }
}

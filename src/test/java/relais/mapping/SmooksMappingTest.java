package relais.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.finding.Finding;

class SmooksMappingTest {

    private static final Path EXAMPLES = Path.of("mappings/atelier-nord/stock/examples");
    private static final CamelContext CAMEL = new DefaultCamelContext();

    private final SmooksMapping mapping = Mappings.load(Path.of("mappings")).smooks("atelier-nord/stock");

    @BeforeAll
    static void start() {
        CAMEL.start();
    }

    @AfterAll
    static void stop() {
        CAMEL.stop();
    }

    @Test
    void readsAFixedLengthStockFile() throws IOException {
        var report = read("two-lines").document().orElseThrow();

        var expected = new ObjectMapper().readTree(Files.readString(EXAMPLES.resolve("two-lines.json")));
        assertThat(new ObjectMapper().readTree(new Json().write(report))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejected-letters-in-quantity", "rejected-short-line", "rejected-wrong-count"})
    void saysWhereAFileIsWrong(String name) throws IOException {
        var reading = read(name);

        assertThat(reading.document()).isEmpty();
        assertThat(reading.findings().stream().map(Finding::toString).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(Files.readString(EXAMPLES.resolve(name + ".findings")));
    }

    /** The way the route does it: camel-smooks runs the configuration, and its body is what it bound. */
    private Reading read(String name) throws IOException {
        var bytes = Files.readAllBytes(EXAMPLES.resolve(name + ".txt"));
        var endpoint = "smooks:file:" + mapping.configuration().toAbsolutePath();
        try (var producer = CAMEL.createProducerTemplate()) {
            var bound = producer.requestBody(endpoint, bytes, Map.class);
            return mapping.read(bound, Map.of("partner", "atelier-nord"));
        } catch (CamelExecutionException e) {
            return mapping.unreadable(e);
        }
    }
}

package relais.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.finding.Finding;

/** Every example in the folders that have a {@code smooks.xml}: read as its JSON says, or rejected as its findings say. */
class SmooksMappingTest {

    private static final Path FOLDER = Path.of("mappings");
    private static final Mappings MAPPINGS = Mappings.load(FOLDER);
    private static final CamelContext CAMEL = new DefaultCamelContext();

    @BeforeAll
    static void start() {
        CAMEL.start();
    }

    @AfterAll
    static void stop() {
        CAMEL.stop();
    }

    static Stream<Path> accepted() throws IOException {
        return examples(".json");
    }

    static Stream<Path> rejected() throws IOException {
        return examples(".findings");
    }

    private static Stream<Path> examples(String suffix) throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> Files.exists(folder(file).resolve("smooks.xml")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Path folder(Path example) {
        return example.getParent().getParent();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void readsAFile(Path json) throws IOException {
        var report = read(json).document().orElseThrow();

        var expected = new ObjectMapper().readTree(Files.readString(json));
        assertThat(new ObjectMapper().readTree(new Json().write(report))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void saysWhereAFileIsWrong(Path findings) throws IOException {
        var reading = read(findings);

        assertThat(reading.document()).isEmpty();
        assertThat(reading.findings().stream().map(Finding::toString).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(Files.readString(findings));
    }

    /** The way the route does it: camel-smooks runs the configuration, and its body is what it bound. */
    private static Reading read(Path expected) throws IOException {
        var mapping = MAPPINGS.smooks(FOLDER.relativize(folder(expected)).toString());
        var name = expected.getFileName().toString();
        var bytes = Files.readAllBytes(expected.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt"));
        try (var producer = CAMEL.createProducerTemplate()) {
            var bound = producer.requestBody(
                    "smooks:file:" + mapping.configuration().toAbsolutePath(), bytes, Map.class);
            return mapping.read(
                    bound, Map.of("partner", folder(expected).getName(1).toString()));
        } catch (CamelExecutionException e) {
            return mapping.unreadable(e);
        }
    }
}

package relais.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.finding.Finding;

/**
 * Every table shows what it accepts and what it rejects: {@code name.csv} (or {@code .txt}) beside {@code name.json}, which must
 * translate to each other both ways; {@code received-name.csv} only that way, and to a list where it holds several documents; and
 * {@code rejected-name.csv} beside {@code rejected-name.findings}.
 */
class TableExamplesTest {

    private static final Path FOLDER = Path.of("mappings");
    private static final Mappings MAPPINGS = Mappings.load(FOLDER);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<Path> accepted() {
        return examples().filter(file -> !isNamed(file, "rejected-")).toList();
    }

    static List<Path> written() {
        return accepted().stream().filter(file -> !isNamed(file, "received-")).toList();
    }

    static List<Path> rejected() {
        return examples().filter(file -> isNamed(file, "rejected-")).toList();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void readsAnExample(Path file) throws IOException {
        var json = MAPPER.readTree(beside(file, ".json"));
        var expected = new ArrayList<JsonNode>();
        if (json.isArray()) json.forEach(expected::add);
        else expected.add(json);

        var readings = mapping(file)
                .readAll(
                        Files.readAllBytes(file),
                        Map.of("partner", expected.get(0).path("partner").asText()));

        assertThat(readings)
                .allSatisfy(reading -> assertThat(reading.findings()).isEmpty());
        assertThat(readings).extracting(TableExamplesTest::tree).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("written")
    void writesAnExample(Path file) throws IOException {
        var document = new Json().read(Files.readAllBytes(besides(file, ".json")));

        var writing = mapping(file).write(document.document().orElseThrow());

        assertThat(writing.findings()).isEmpty();
        assertThat(writing.bytes()).isEqualTo(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void rejectsAnExample(Path file) throws IOException {
        var readings = mapping(file).readAll(Files.readAllBytes(file), Map.of("partner", "someone"));

        assertThat(readings)
                .anySatisfy(reading -> assertThat(reading.document()).isEmpty());
        assertThat(readings.stream()
                        .flatMap(reading -> reading.findings().stream())
                        .map(Finding::toString)
                        .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(beside(file, ".findings"));
    }

    private static Stream<Path> examples() {
        return MAPPINGS.tables().stream().flatMap(table -> files(FOLDER.resolve(table.id() + "/examples")));
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".csv") || file.toString().endsWith(".txt"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNamed(Path file, String beginning) {
        return file.getFileName().toString().startsWith(beginning);
    }

    private static TableMapping mapping(Path file) {
        return MAPPINGS.table(FOLDER.relativize(file.getParent().getParent()).toString());
    }

    private static JsonNode tree(Reading reading) {
        try {
            return MAPPER.readTree(new Json().write(reading.document().orElseThrow()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String beside(Path file, String ending) throws IOException {
        return Files.readString(besides(file, ending));
    }

    private static Path besides(Path file, String ending) {
        return Path.of(file.toString().replaceAll("\\.(csv|txt)$", ending));
    }
}

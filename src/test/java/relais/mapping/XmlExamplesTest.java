package relais.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.finding.Finding;

/**
 * What {@link ExamplesTest} says of segments, of XML: {@code name.xml} beside {@code name.json} must translate to each other both
 * ways ({@code received-name.xml} only that way), and {@code rejected-name.xml} has exactly the findings beside it.
 */
class XmlExamplesTest {

    static final Path FOLDER = Path.of("mappings");
    static final Mappings MAPPINGS = Mappings.load(FOLDER);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<Path> accepted() {
        return examples().stream().filter(file -> !is("rejected-", file)).toList();
    }

    static List<Path> written() {
        return accepted().stream().filter(file -> !is("received-", file)).toList();
    }

    static List<Path> rejected() {
        return examples().stream().filter(file -> is("rejected-", file)).toList();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void readsAnExample(Path file) throws IOException {
        var expected = MAPPER.readTree(beside(file, ".json"));

        var reading = mapping(file)
                .readAll(
                        Files.readAllBytes(file),
                        Map.of("partner", expected.path("partner").asText()))
                .get(0);

        assertThat(reading.findings()).isEmpty();
        assertThat(MAPPER.readTree(new Json().write(reading.document().orElseThrow())))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("written")
    void writesAnExample(Path file) throws IOException {
        var document = new Json().read(beside(file, ".json").getBytes(UTF_8));

        var writing = mapping(file).write(document.document().orElseThrow());

        assertThat(writing.findings()).isEmpty();
        assertThat(new String(writing.bytes(), UTF_8)).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void rejectsAnExample(Path file) throws IOException {
        var findings = mapping(file)
                .readAll(Files.readAllBytes(file), Map.of("partner", "someone"))
                .get(0)
                .findings();

        assertThat(findings.stream().map(Finding::toString).distinct().collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(beside(file, ".findings"));
    }

    private static List<Path> examples() {
        return MAPPINGS.files().stream()
                .filter(mapping -> mapping.type().equals(FileType.XML))
                .flatMap(mapping -> examples(FOLDER.resolve(mapping.id()).resolve("examples")).stream())
                .toList();
    }

    private static List<Path> examples(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean is(String kind, Path file) {
        return file.getFileName().toString().startsWith(kind);
    }

    static FileMapping mapping(Path file) {
        var id = FOLDER.relativize(file.getParent().getParent()).toString().replace('\\', '/');
        return MAPPINGS.file("xml", id);
    }

    private static String beside(Path file, String ending) throws IOException {
        return Files.readString(Path.of(file.toString().replace(".xml", ending)));
    }
}

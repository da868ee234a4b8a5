package relais.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.edi.TransactionSet;
import relais.finding.Finding;

/**
 * Every mapping folder shows what it accepts and what it rejects: {@code name.edi} beside {@code name.json}, which must translate
 * to each other both ways ({@code received-name.edi} only that way), and {@code rejected-name.edi} beside
 * {@code rejected-name.findings}.
 */
class ExamplesTest {

    private static final Path FOLDER = Path.of("mappings");
    private static final Mappings MAPPINGS = Mappings.load(FOLDER);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<Path> accepted() {
        return examples().filter(file -> !isRejected(file)).toList();
    }

    static List<Path> written() {
        return accepted().stream()
                .filter(file -> !file.getFileName().toString().startsWith("received-"))
                .toList();
    }

    static List<Path> rejected() {
        return examples().filter(ExamplesTest::isRejected).toList();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void readsAnExample(Path file) throws IOException {
        var expected = MAPPER.readTree(beside(file, ".json"));

        var reading = mapping(file)
                .read(set(file), Map.of("partner", expected.path("partner").asText()));

        assertThat(reading.findings()).isEmpty();
        assertThat(tree(reading)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("written")
    void writesAnExample(Path file) throws IOException {
        var document = new Json().read(beside(file, ".json").getBytes(java.nio.charset.StandardCharsets.UTF_8));

        var writing = mapping(file).write(document.document().orElseThrow());

        assertThat(writing.findings()).isEmpty();
        assertThat(Interchanges.bytes(mapping(file), writing)).isEqualTo(Files.readString(file, ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void rejectsAnExample(Path file) throws IOException {
        var set = set(file);

        var findings = set.findings()
                .and(mapping(file).read(set, Map.of("partner", "someone")).findings());

        assertThat(findings.stream().map(Finding::toString).distinct().collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(beside(file, ".findings"));
    }

    @Test
    void noFolderGoesWithoutExamples() throws IOException {
        assertThat(withoutExamples(FOLDER)).isEmpty();
    }

    @Test
    void aFolderWithoutARejectedExampleIsFound(@TempDir Path planted) throws IOException {
        var examples = Files.createDirectories(planted.resolve("x12/850/examples"));
        Files.createFile(planted.resolve("x12/850/mapping.yaml"));
        Files.createFile(examples.resolve("an-order.edi"));
        Files.createFile(examples.resolve("an-order.json"));

        assertThat(withoutExamples(planted)).containsExactly("x12/850 has no rejected example");
    }

    private static List<String> withoutExamples(Path root) throws IOException {
        var missing = new ArrayList<String>();
        try (var files = Files.walk(root)) {
            for (var file :
                    files.filter(f -> f.endsWith("mapping.yaml")).sorted().toList()) {
                var names = names(file.resolveSibling("examples"));
                var folder = root.relativize(file.getParent());
                if (names.stream().noneMatch(n -> n.endsWith(".json")))
                    missing.add(folder + " has no accepted example");
                if (names.stream().noneMatch(n -> n.startsWith("rejected-") && n.endsWith(".findings")))
                    missing.add(folder + " has no rejected example");
            }
        }
        return missing;
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** A partner's envelope is its own, so its examples are compared segment by segment. */
    static List<Path> ofPartners() {
        return Examples.in(FOLDER.resolve("partners"));
    }

    @ParameterizedTest
    @MethodSource("ofPartners")
    void keepsToAPartnersExample(Path file) {
        assertThat(new Examples(MAPPINGS).run(FOLDER, file))
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome.got()).isEqualTo(outcome.expected()));
    }

    private static java.util.stream.Stream<Path> examples() {
        try (var files = Files.walk(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".edi"))
                    .filter(file -> !file.startsWith(FOLDER.resolve("partners")))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isRejected(Path file) {
        return file.getFileName().toString().startsWith("rejected-");
    }

    private static Mapping mapping(Path file) {
        return MAPPINGS.get(FOLDER.relativize(file.getParent().getParent()).toString());
    }

    private static TransactionSet set(Path file) throws IOException {
        return Interchanges.sets(Files.readAllBytes(file)).get(0);
    }

    private static JsonNode tree(Reading reading) throws IOException {
        return MAPPER.readTree(new Json().write(reading.document().orElseThrow()));
    }

    private static String beside(Path file, String ending) throws IOException {
        return Files.readString(Path.of(file.toString().replace(".edi", ending)));
    }
}

package relais.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.yaml.YamlFile;

/** A first overlay is made of a sample, so whatever it says and proposes holds for the sample. */
class SketchTest {

    private static final Path FOLDER = Path.of("mappings");
    private static final Mappings MAPPINGS = Mappings.load(FOLDER);
    private static final Map<String, String> GIVEN = Map.of("partner", "acme", "currency", "USD");

    static List<Path> accepted() {
        return examples().filter(file -> !isRejected(file)).toList();
    }

    static List<Path> rejected() {
        return examples().filter(SketchTest::isRejected).toList();
    }

    private static Stream<Path> examples() {
        return Examples.in(FOLDER).stream().filter(file -> !file.startsWith(FOLDER.resolve("partners")));
    }

    private static boolean isRejected(Path file) {
        return file.getFileName().toString().startsWith("rejected-");
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void holdsForItsSample(Path file) throws IOException {
        var sketch = sketch(file);

        assertThat(sketch.isRejected()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void holdsForItsSampleWithAllThatItProposes(Path file) throws IOException {
        var overlay = overlay(file)
                .lines()
                .filter(line -> !line.contains("PATH") && !line.contains("# - {qualifier: "))
                .map(line -> line.replace("# - ", "- "))
                .collect(Collectors.joining("\n"));

        var yaml = YamlFile.parse("overlay.yaml", overlay);
        var version = yaml.root().items("versions").get(0);
        var mapping = Overlay.apply("partners/acme/x", version, base(file), Map.of());

        assertThat(yaml.findings()).isEmpty();
        var set = Interchanges.sets(Files.readAllBytes(file)).get(0);
        assertThat(mapping.read(set, GIVEN).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void saysSoWhenTheBaseRejectsTheSample(Path file) throws IOException {
        assertThat(sketch(file, Map.of("partner", "acme")).isRejected()).isTrue();
    }

    private static String overlay(Path file) throws IOException {
        var sketch = sketch(file);
        return new String(sketch.files().get(sketch.name() + ".yaml"), StandardCharsets.UTF_8);
    }

    private static Sketch sketch(Path file) throws IOException {
        return sketch(file, GIVEN);
    }

    private static Sketch sketch(Path file, Map<String, String> given) throws IOException {
        var sample = Files.readAllBytes(file);
        return Sketch.of(base(file), sample, Interchanges.sets(sample), given, LocalDate.of(2026, 3, 5));
    }

    private static Mapping base(Path file) {
        return MAPPINGS.get(
                FOLDER.relativize(file.getParent().getParent()).toString().replace('\\', '/'));
    }
}

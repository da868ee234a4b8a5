package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import relais.finding.Finding;
import relais.finding.FindingCode;

/** The public samples beside the project: none of them may raise an exception, and reading always ends. */
class CorpusTest {
    private static final Structures STRUCTURES = Structures.bundled();

    static Path folder() {
        return Path.of(System.getProperty("relais.corpus", "../shared/corpus"));
    }

    @Test
    void readsEverySampleWithoutAnException() throws IOException {
        var folder = folder();
        if (!Files.isDirectory(folder)) System.out.println("skipped: no samples in " + folder);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no samples in " + folder);

        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var events = events(Files.readAllBytes(file));
                assertThat(events).as(file.toString()).isNotEmpty();
                if (Boolean.getBoolean("relais.corpus.print")) print(folder.relativize(file), events);
            }
        }
    }

    @Test
    void saysOfEachSampleWhatItsSourceSays() throws IOException {
        var expected = expected();
        var manifest = manifest();
        Assumptions.assumeFalse(manifest.isEmpty(), "no manifest in " + folder());

        assertThat(manifest.keySet()).containsAll(expected.keySet());
        for (var sample : manifest.entrySet()) {
            var events = events(Files.readAllBytes(folder().resolve(sample.getKey())));
            var findings = events.stream().flatMap(Interchanges::findings).toList();
            var codes = findings.stream().map(Finding::code).collect(Collectors.toSet());
            var wanted = expected.getOrDefault(sample.getKey(), Set.of());
            assertThat(codes).as(sample.getKey() + " " + findings).containsAll(wanted);
            var errors = findings.stream()
                    .filter(Finding::isError)
                    .map(Finding::code)
                    .collect(Collectors.toSet());
            if (sample.getValue().matches("invalid|mixed"))
                assertThat(errors).as(sample.getKey()).isNotEmpty();
            if (!sample.getValue().matches("valid|valid-edge|valid .*")) continue;
            errors.remove(FindingCode.SET_NOT_SUPPORTED);
            assertThat(wanted).as(sample.getKey() + " " + findings).containsAll(errors);
        }
    }

    /** The table {@code samples.txt}: by sample, the findings it must get. */
    private static Map<String, Set<FindingCode>> expected() throws IOException {
        var expected = new HashMap<String, Set<FindingCode>>();
        table("samples.txt")
                .forEach((sample, lines) ->
                        expected.put(sample, codes(lines.get(0).split(" "))));
        return expected;
    }

    /** A table of lines, each indented below the sample that it is about. */
    static Map<String, List<String>> table(String name) throws IOException {
        var table = new HashMap<String, List<String>>();
        try (var in = CorpusTest.class.getResourceAsStream(name)) {
            var sample = "";
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.isBlank() || line.strip().startsWith("#")) continue;
                if (!line.startsWith(" ")) sample = line;
                else table.computeIfAbsent(sample, key -> new ArrayList<>()).add(line.strip());
            }
        }
        return table;
    }

    private static Set<FindingCode> codes(String... names) {
        return Arrays.stream(names).map(FindingCode::valueOf).collect(Collectors.toSet());
    }

    /** By sample, whether its source calls it valid. */
    private static Map<String, String> manifest() throws IOException {
        var file = folder().resolve("manifest.csv");
        if (!Files.isRegularFile(file)) return Map.of();
        var status = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(file).stream().skip(1).toList()) {
            var cells = line.replaceAll("\"[^\"]*\"", "").split(",");
            status.put(cells[0], cells[10]);
        }
        return status;
    }

    private static void print(Path file, List<Event> events) {
        System.out.println("=== " + file);
        for (var event : events) {
            if (event instanceof Event.InterchangeBegan e)
                e.findings().forEach(f -> System.out.println("  UNB/ISA " + f));
            if (event instanceof Event.SetRead e) {
                System.out.println("  set " + e.set().type() + " " + e.set().version() + " "
                        + e.set().segmentCount());
                e.set().findings().forEach(f -> System.out.println("    " + f));
            }
            if (event instanceof Event.GroupEnded e) e.findings().forEach(f -> System.out.println("  GE " + f));
            if (event instanceof Event.InterchangeEnded e) e.findings().forEach(f -> System.out.println("  IEA " + f));
            if (event instanceof Event.Unreadable e) e.findings().forEach(f -> System.out.println("  unreadable " + f));
        }
    }

    static List<Event> events(byte[] bytes) {
        var reader =
                new InterchangeReader(new ByteArrayInputStream(bytes), Position.start(), STRUCTURES, Limits.standard());
        var events = new ArrayList<Event>();
        for (var event = reader.next(); !(event instanceof Event.EndOfInput); event = reader.next()) {
            events.add(event);
            if (events.size() > 100_000) throw new AssertionError("does not end");
        }
        return events;
    }
}

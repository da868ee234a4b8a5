package relais.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import relais.edi.Event;
import relais.edi.InterchangeReader;
import relais.edi.Limits;
import relais.edi.Position;
import relais.edi.Structures;
import relais.edi.TransactionSet;
import relais.finding.Finding;

/**
 * The examples beside a mapping, and whether it keeps to them: {@code name.edi} and {@code name.json} translate to each other,
 * {@code received-name.edi} is only read, and {@code rejected-name.edi} has exactly the findings of {@code rejected-name.findings}.
 */
public final class Examples {

    private static final String SEGMENTS = ".edi";

    private final Mappings mappings;
    private final Structures structures = Structures.bundled();
    private final Json json = new Json();

    public Examples(Mappings mappings) {
        this.mappings = mappings;
    }

    /**
     * What came of an example.
     *
     * @param name the file's path below the mappings, and what was done with it: {@code x12/850/examples/drop-ship.edi read}
     * @param expected line by line
     * @param got line by line; the same when the example holds
     */
    public record Outcome(String name, List<String> expected, List<String> got) {
        public boolean holds() {
            return expected.equals(got);
        }
    }

    /** Every example of segments below a folder. */
    public static List<Path> in(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(SEGMENTS))
                    .filter(file -> file.getParent().endsWith("examples"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the examples in " + folder, e);
        }
    }

    /**
     * Tries an example in the directions that it is for.
     *
     * @param root the folder of all mappings
     */
    public List<Outcome> run(Path root, Path file) {
        var name = root.relativize(file).toString().replace('\\', '/');
        var mapping = mappings.get(
                root.relativize(file.getParent().getParent()).toString().replace('\\', '/'));
        var set = set(bytes(file));
        if (set.isEmpty()) return List.of(new Outcome(name, List.of("a transaction set"), List.of("none")));
        var title = file.getFileName().toString();
        if (title.startsWith("rejected-")) return List.of(rejected(name, file, mapping, set.get()));
        var outcomes = new ArrayList<Outcome>();
        outcomes.add(read(name, file, mapping, set.get()));
        if (!title.startsWith("received-")) outcomes.add(written(name, file, mapping, set.get()));
        return outcomes;
    }

    private static Outcome rejected(String name, Path file, Mapping mapping, TransactionSet set) {
        var findings = set.findings()
                .and(mapping.read(set, Map.of("partner", "someone")).findings());
        var expected = new String(bytes(beside(file, ".findings")), StandardCharsets.UTF_8);
        return new Outcome(
                name + " rejected",
                expected.lines().toList(),
                lines(findings.stream()).distinct().toList());
    }

    private Outcome read(String name, Path file, Mapping mapping, TransactionSet set) {
        var expected = json.read(bytes(beside(file, ".json")));
        var partner = expected.document().map(document -> document.partner()).orElse("someone");
        var reading = mapping.read(set, Map.of("partner", partner));
        return new Outcome(name + " read", lines(expected), lines(reading));
    }

    private Outcome written(String name, Path file, Mapping mapping, TransactionSet set) {
        var document = json.read(bytes(beside(file, ".json")));
        var expected = set.segments().subList(1, set.segmentCount() - 1).stream()
                .map(Notation::text)
                .toList();
        var got = document.document().map(mapping::write).map(Examples::lines).orElseGet(() -> lines(document));
        return new Outcome(name + " written", expected, got);
    }

    private List<String> lines(Reading reading) {
        return reading.document()
                .map(document -> json.legible(document).lines().toList())
                .orElseGet(() -> lines(reading.findings().stream()).toList());
    }

    private static List<String> lines(Writing writing) {
        return Stream.concat(writing.segments().stream().map(Notation::text), lines(writing.findings().stream()))
                .toList();
    }

    private static Stream<String> lines(Stream<Finding> findings) {
        return findings.map(Finding::toString);
    }

    private Optional<TransactionSet> set(byte[] bytes) {
        var reader =
                new InterchangeReader(new ByteArrayInputStream(bytes), Position.start(), structures, Limits.standard());
        for (var event = reader.next(); !(event instanceof Event.EndOfInput); event = reader.next())
            if (event instanceof Event.SetRead read) return Optional.of(read.set());
        return Optional.empty();
    }

    private static Path beside(Path file, String ending) {
        var name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - SEGMENTS.length()) + ending);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}

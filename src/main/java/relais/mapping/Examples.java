package relais.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import relais.document.Document;
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

    static final String SEGMENTS = ".edi";
    static final String FINDINGS = ".findings";

    private static final String RECEIVED = "received-";
    private static final String REJECTED = "rejected-";
    private static final String PARTNERS = "partners/";
    private static final Map<String, String> STRANGER = Map.of("partner", "someone");

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
        var mapping = mappings.base(
                root.relativize(file.getParent().getParent()).toString().replace('\\', '/'));
        var set = set(bytes(file), structures);
        if (set.isEmpty()) return List.of(new Outcome(name, List.of("a transaction set"), List.of("none")));
        if (startsWith(REJECTED, file)) return List.of(rejected(name, file, mapping, set.get()));
        var outcomes = new ArrayList<Outcome>();
        outcomes.add(read(name, file, mapping, set.get()));
        if (!startsWith(RECEIVED, file)) outcomes.add(written(name, file, mapping, set.get()));
        return outcomes;
    }

    /**
     * The first of the examples that a mapping accepts: of its own, or else of those that stand beside any other.
     *
     * @param root the folder of all mappings
     */
    public Optional<TransactionSet> accepted(Path root, Mapping mapping) {
        var own = root.resolve(mapping.id());
        return Stream.concat(Files.isDirectory(own) ? accepted(own) : Stream.empty(), accepted(root))
                .flatMap(file -> set(bytes(file), structures).stream()
                        .filter(mapping::takes)
                        .filter(set -> mapping.read(set, given(mapping, json.read(bytes(beside(file, ".json")))))
                                .document()
                                .isPresent()))
                .findFirst();
    }

    /** Those that are only read come last. */
    private static Stream<Path> accepted(Path folder) {
        return in(folder).stream()
                .filter(file -> !startsWith(REJECTED, file))
                .sorted(Comparator.comparing(file -> startsWith(RECEIVED, file)));
    }

    private static boolean startsWith(String start, Path file) {
        return file.getFileName().toString().startsWith(start);
    }

    /**
     * An example of what a mapping makes of a transaction set, as it has to stand for {@link #run} to hold.
     *
     * @param start how the names of its files begin: {@code received-} or {@code rejected-}, or empty
     * @param ending of the file beside the segments
     * @param text of that file
     */
    record Made(String start, String ending, String text) {}

    /** @param given what the set leaves to its envelope and to the agreement */
    static Made make(Mapping mapping, TransactionSet set, Map<String, String> given) {
        var reading = mapping.read(set, given);
        if (reading.document().isEmpty() || set.findings().hasErrors())
            return new Made(REJECTED, FINDINGS, String.join("\n", rejected(mapping, set)) + "\n");
        var document = reading.document().get();
        var isWritten = lines(mapping.write(document)).equals(segments(set));
        return new Made(isWritten ? "" : RECEIVED, ".json", new Json().legible(document) + "\n");
    }

    private static List<String> rejected(Mapping mapping, TransactionSet set) {
        var findings = set.findings().and(mapping.read(set, STRANGER).findings());
        return lines(findings.stream()).distinct().toList();
    }

    private static List<String> segments(TransactionSet set) {
        return set.segments().subList(1, set.segmentCount() - 1).stream()
                .map(Notation::text)
                .toList();
    }

    private static Outcome rejected(String name, Path file, Mapping mapping, TransactionSet set) {
        var expected = new String(bytes(beside(file, FINDINGS)), StandardCharsets.UTF_8);
        return new Outcome(name + " rejected", expected.lines().toList(), rejected(mapping, set));
    }

    private Outcome read(String name, Path file, Mapping mapping, TransactionSet set) {
        var expected = json.read(bytes(beside(file, ".json")));
        var given =
                expected.document().map(document -> given(mapping, document)).orElse(STRANGER);
        var reading = mapping.read(set, given);
        return new Outcome(name + " read", lines(expected), lines(reading));
    }

    private Outcome written(String name, Path file, Mapping mapping, TransactionSet set) {
        var document = json.read(bytes(beside(file, ".json")));
        var got = document.document().map(mapping::write).map(Examples::lines).orElseGet(() -> lines(document));
        return new Outcome(name + " written", segments(set), got);
    }

    /** An agreement states a currency, too; the mappings of no partner in particular do without. */
    private Map<String, String> given(Mapping mapping, Reading expected) {
        return expected.document().map(document -> given(mapping, document)).orElse(STRANGER);
    }

    private Map<String, String> given(Mapping mapping, Document document) {
        var currency = json.tree(document).path("currency").asText();
        return currency.isEmpty() || !mapping.id().startsWith(PARTNERS)
                ? Map.of("partner", document.partner())
                : Map.of("partner", document.partner(), "currency", currency);
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

    /** The set that an example is about: its first. */
    static Optional<TransactionSet> set(byte[] bytes, Structures structures) {
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

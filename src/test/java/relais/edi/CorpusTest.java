package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** What a source calls valid, and the standard does not. */
    private static final Map<String, String> BREAKS_THE_STANDARD = Map.of(
            "kputnam__stupidedi/004010/IN810/pass/1.edi", "IT1 syntax note P020304: IT103 is missing",
            "kputnam__stupidedi/004010/X358_SC855_Aerospace_Industry_Purchase_Order_Acknowledgment/pass/po-ack-minor-changes.edi",
                    "ACK syntax note P0203: ACK03 is missing",
            "smooks__smooks-edi-cartridge/edg/src/test/resources/recadv/recadv.txt",
                    "RFF 1153 holds EANCOM's code YC1, and UNOA no byte E6",
            "smooks__smooks-edi-cartridge/edifact-cartridge/src/test/resources/data/INVOIC_D.03B_Interchange_with_UNA.txt",
                    "UNT 0074 counts a segment too many",
            "xlate__staedi/EDIFACT/issue128/wrapped_invoic_d97b.edi", "UNOA has no byte C3");

    @Test
    void acceptsWhatItsSourceCallsValid() throws IOException {
        var manifest = folder().resolve("manifest.csv");
        if (!Files.isRegularFile(manifest)) System.out.println("skipped: no " + manifest);
        Assumptions.assumeTrue(Files.isRegularFile(manifest), "no " + manifest);

        var checked = 0;
        for (var line : Files.readAllLines(manifest)) {
            if (!line.matches("(kputnam|olmelabs|xlate|smooks)__.*,valid,.*")) continue;
            var name = line.substring(0, line.indexOf(','));
            var sets = Interchanges.sets(Files.readString(folder().resolve(name), StandardCharsets.ISO_8859_1));
            for (var set : sets) {
                if (codes(set).contains(FindingCode.SET_NOT_SUPPORTED)) continue;
                checked++;
                assertThat(set.findings().hasErrors())
                        .as(name + " " + set.findings() + BREAKS_THE_STANDARD.getOrDefault(name, ""))
                        .isEqualTo(BREAKS_THE_STANDARD.containsKey(name));
            }
        }
        System.out.println("accepted " + checked + " transaction sets of public samples");
    }

    private static List<FindingCode> codes(TransactionSet set) {
        return set.findings().stream().map(Finding::code).toList();
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

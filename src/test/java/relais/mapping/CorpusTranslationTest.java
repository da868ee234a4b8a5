package relais.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import relais.edi.TransactionSet;
import relais.finding.Finding;

/**
 * The transaction sets of trade in the public samples beside the project that their sources call valid: each translates to a document,
 * but for those in {@code untranslated.txt}, which must not.
 */
class CorpusTranslationTest {

    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));
    private static final Set<String> TYPES = Set.of(
            "180", "810", "820", "824", "832", "850", "855", "856", "860", "861", "940", "APERAK", "DESADV", "INVOIC",
            "ORDCHG", "ORDERS", "ORDRSP", "RECADV", "RETANN");
    private static final Map<String, String> GIVEN = Map.of("partner", "someone", "currency", "EUR");

    /** One of several sets of a sample, counted from 1. */
    private record Sample(String file, String type, int number) {
        @Override
        public String toString() {
            return file + "\n  " + type + " " + number;
        }
    }

    @Test
    void translatesWhatItsSourceCallsValid() throws IOException {
        var folder = Path.of(System.getProperty("relais.corpus", "../shared/corpus"));
        if (!Files.isDirectory(folder)) System.out.println("skipped: no samples in " + folder);
        assumeTrue(Files.isDirectory(folder), "no samples in " + folder);

        var reasons = new LinkedHashMap<Sample, Optional<String>>();
        for (var file : valid(folder)) translate(folder, file, reasons);
        print(reasons);

        var untranslated = new LinkedHashMap<String, String>();
        reasons.forEach((sample, reason) -> reason.ifPresent(why -> untranslated.put(sample.toString(), why)));
        assertThat(listed()).as(table(untranslated)).containsExactlyInAnyOrderElementsOf(untranslated.keySet());
    }

    /** The samples that the manifest calls valid, be it with an envelope that is not. */
    private static List<String> valid(Path folder) throws IOException {
        var files = new ArrayList<String>();
        for (var line : Files.readAllLines(folder.resolve("manifest.csv"))) {
            var cells = line.replaceAll("\"[^\"]*\"", "").split(",");
            if (cells.length > 10 && cells[10].startsWith("valid")) files.add(cells[0]);
        }
        return files;
    }

    private static void translate(Path folder, String file, Map<Sample, Optional<String>> reasons) throws IOException {
        var number = 0;
        for (var set : Interchanges.sets(Files.readAllBytes(folder.resolve(file)))) {
            number++;
            if (TYPES.contains(set.type())) reasons.put(new Sample(file, set.type(), number), untranslated(set));
        }
    }

    /** Why none of the mappings of its transaction set makes a document of it; empty when one does. */
    private static Optional<String> untranslated(TransactionSet set) {
        var reason = "there is no mapping";
        for (var mapping : MAPPINGS.all()) {
            if (!mapping.transactionSet().equals(set.type()) || !mapping.isOf(set.version())) continue;
            var errors = mapping.read(set, GIVEN).findings().stream().filter(Finding::isError);
            var first = errors.findFirst();
            if (first.isEmpty()) return Optional.empty();
            reason = first.get().toString().replaceAll(", got '.*", "");
        }
        return Optional.of(reason);
    }

    private static void print(Map<Sample, Optional<String>> reasons) {
        var all = new TreeMap<String, Integer>();
        var translated = new TreeMap<String, Integer>();
        reasons.forEach((sample, reason) -> {
            all.merge(sample.type, 1, Integer::sum);
            if (reason.isEmpty()) translated.merge(sample.type, 1, Integer::sum);
        });
        all.forEach((type, count) ->
                System.out.println(String.format("%-8s%4d of %d", type, translated.getOrDefault(type, 0), count)));
    }

    /** As the resource has it: the sample, and indented below it each set with the reason. */
    private static String table(Map<String, String> untranslated) {
        var table = new StringBuilder("untranslated.txt should hold:\n");
        var last = "";
        for (var each : untranslated.entrySet()) {
            var lines = each.getKey().split("\n");
            if (!lines[0].equals(last)) table.append(lines[0]).append('\n');
            table.append(lines[1]).append(": ").append(each.getValue()).append('\n');
            last = lines[0];
        }
        return table.toString();
    }

    private static List<String> listed() throws IOException {
        var listed = new ArrayList<String>();
        try (var in = CorpusTranslationTest.class.getResourceAsStream("untranslated.txt")) {
            var file = "";
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
            for (var line : lines.toList()) {
                if (line.isBlank() || line.startsWith("#")) continue;
                if (line.startsWith(" ")) listed.add(file + "\n" + line.substring(0, line.indexOf(':')));
                else file = line;
            }
        }
        return listed;
    }
}

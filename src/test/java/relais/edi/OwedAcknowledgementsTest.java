package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import relais.edi.AcknowledgementPolicy.Weighing;
import relais.finding.Finding;

/**
 * Holds the acknowledgements of the public samples beside the project to what their manifest says is owed: verdicts and codes of TA1, AK5, AK9, UCI
 * and UCM, and the counts of AK9. Where ours differs, {@code owed.txt} says why.
 */
class OwedAcknowledgementsTest {
    private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 5, 9, 30);
    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"([^\"]*(?:\"\"[^\"]*)*)\"|([^,\"]*))");
    private static final Pattern COUNTS = Pattern.compile("GE01=(\\d+) actual=(\\d+)");

    /** What the manifest leaves open: every TA1 that is sent must look like this. */
    private static final Map<String, String> OPEN = Map.of(
            "accept w/ warning or TA1 023", "TA1.*\\*(A\\*000|E\\*\\d+|R\\*023)",
            "TA1 R 022-027 or lenient", "TA1.*\\*(A\\*000|E\\*\\d+|R\\*02[2-7])");

    /** What stands before the first header is passed over, which the manifest allows. */
    private static final String PASSED_OVER = "TA1 022/024 or skip";

    /** @param owed its parts: {@code AK5 R 4}, {@code UCI 28} */
    record Sample(String path, List<String> owed) {

        List<InterchangeOutcome> outcomes() throws IOException {
            var outcomes = new ArrayList<InterchangeOutcome>();
            var recorder = new ArrayList<OutcomeRecorder>();
            for (var event :
                    CorpusTest.events(Files.readAllBytes(CorpusTest.folder().resolve(path)))) {
                if (event instanceof Event.InterchangeBegan began)
                    recorder.add(new OutcomeRecorder(began.interchange()));
                if (!recorder.isEmpty()) recorder.get(recorder.size() - 1).record(event);
            }
            recorder.forEach(each -> outcomes.add(each.outcome()));
            return outcomes;
        }
    }

    @Test
    void sendsWhatTheManifestSaysIsOwed() throws IOException {
        var excused = excused();
        var samples = samples();

        assertThat(samples).extracting(Sample::path).containsAll(excused.keySet());
        for (var sample : samples) {
            var sent = sent(sample, Weighing.REJECT);
            var missing =
                    sample.owed().stream().filter(part -> !isGiven(sent, part)).collect(Collectors.toSet());
            if (!isWritten(sample)) missing.add("written");
            assertThat(missing)
                    .as(sample.path() + " is answered with " + sent)
                    .isEqualTo(excused.getOrDefault(sample.path(), Set.of()));
        }
    }

    @Test
    void speaksOfEveryTransactionSetOnce() throws IOException {
        for (var sample : samples())
            for (var outcome : sample.outcomes()) {
                if (outcome.rejected()
                        || sent(outcome, Weighing.REJECT).findAny().isEmpty()) continue;
                var sent = sent(outcome, Weighing.REJECT)
                        .filter(segment -> segment.matches("(AK2|UCM)\\*.*"))
                        .map(segment -> segment.replaceFirst("(UCM\\*[^*]*\\*[^:*]*).*", "$1"))
                        .toList();
                assertThat(sent).as(sample.path()).isEqualTo(headers(outcome, text(sample)));
            }
    }

    /** Its source says how EdiEngine answers it where errors are accepted, noted and rejected. */
    @Test
    void weighsErrorsAsTheSourceOfTheSampleDoes() throws IOException {
        var sample = new Sample("olmelabs__EdiEngine/AckTest.edi", List.of());
        samples();

        assertThat(verdicts(sample, Weighing.ACCEPT))
                .containsExactly("AK5*A", "AK5*A", "AK9*A*2*2*2", "AK5*A", "AK9*A*1*1*1");
        assertThat(verdicts(sample, Weighing.NOTE))
                .containsExactly("AK5*A", "AK5*E", "AK9*E*2*2*2", "AK5*E", "AK9*E*1*1*1");
        assertThat(verdicts(sample, Weighing.REJECT))
                .containsExactly("AK5*A", "AK5*R", "AK9*P*2*2*1", "AK5*R", "AK9*R*1*1*0");
    }

    private static List<String> verdicts(Sample sample, Weighing weighing) throws IOException {
        return sent(sample, weighing).stream()
                .filter(segment -> segment.matches("AK[59].*"))
                .map(segment -> segment.replaceFirst("(AK5\\*.).*", "$1"))
                .toList();
    }

    /** Whether each acknowledgement can be written, so that the reader finds nothing wrong but in what it repeats. */
    private static boolean isWritten(Sample sample) throws IOException {
        for (var outcome : sample.outcomes()) {
            var owed = Acknowledgement.of(outcome, AcknowledgementPolicy.DETAIL, Interchanges.STRUCTURES, AT);
            if (owed.isEmpty()) continue;
            try {
                var wrong = Interchanges.findings(Interchanges.written(owed.get())).stream()
                        .filter(Finding::isError);
                assertThat(wrong).as(sample.path()).allMatch(OwedAcknowledgementsTest::repeats);
            } catch (Unwritable e) {
                return false;
            }
        }
        return true;
    }

    /** UCM repeats the set's identifier as it was sent. */
    private static boolean repeats(Finding finding) {
        return finding.location().segment().equals("UCM") && finding.location().element() == 2;
    }

    private static boolean isGiven(List<String> sent, String part) {
        if (part.startsWith("no ack")) return sent.isEmpty();
        if (OPEN.containsKey(part))
            return sent.stream()
                    .filter(segment -> segment.startsWith("TA1"))
                    .allMatch(ta1 -> ta1.matches(OPEN.get(part)));
        var wanted = wanted(part.replace("7 (23 in 5010)", "(7|23)").split(" "));
        return sent.stream().anyMatch(segment -> segment.matches(wanted));
    }

    private static String wanted(String... words) {
        var last = words[words.length - 1];
        return switch (words[0]) {
            case "AK5" -> "AK5\\*" + words[1] + "(\\*\\d+)*\\*" + last + "(\\*.*)?";
            case "AK9" ->
                words[1].equals("code")
                        ? "AK9\\*.(\\*\\d+){3}(\\*\\d+)*\\*" + last + "(\\*.*)?"
                        : "AK9\\*.\\*" + words[2] + "\\*" + last + "\\*.*";
            case "TA1" -> "TA1\\*.*\\*[" + (words.length > 2 ? words[1] : "AER") + "]\\*" + last;
            case "UCI", "UCM" -> words[0] + "\\*.*\\*[47]\\*" + last + "(\\*.*)?";
            default -> throw new AssertionError("nobody knows what is owed by " + String.join(" ", words));
        };
    }

    private static List<String> sent(Sample sample, Weighing weighing) throws IOException {
        return sample.outcomes().stream()
                .flatMap(outcome -> sent(outcome, weighing))
                .toList();
    }

    /** The segments of the acknowledgement of an interchange: {@code AK5*R*4}, {@code UCM*1*ORDERS:D:96A:UN*7}. */
    private static Stream<String> sent(InterchangeOutcome outcome, Weighing weighing) {
        return Acknowledgement.of(outcome, AcknowledgementPolicy.DETAIL.with(weighing), Interchanges.STRUCTURES, AT)
                .stream()
                .flatMap(owed -> Stream.concat(
                        owed.beforeGroups().stream(), owed.sets().stream().flatMap(set -> set.segments().stream())))
                .map(OwedAcknowledgementsTest::plain);
    }

    private static String plain(OutgoingSegment segment) {
        return segment.tag()
                + segment.elements().stream()
                        .flatMap(element -> element.repetitions().isEmpty()
                                ? Stream.of("*")
                                : element.repetitions().stream().map(parts -> "*" + String.join(":", parts)))
                        .collect(Collectors.joining());
    }

    /** What AK2 or UCM must repeat of the headers between the interchange's first byte and the trailer. */
    private static List<String> headers(InterchangeOutcome outcome, String text) {
        var header = outcome.interchange();
        var headers = new ArrayList<String>();
        var isAcknowledged = true;
        for (var part : PlainSplit.of(text.substring((int) header.offset()), header.delimiters())) {
            if (part.tag().equals("GS")) isAcknowledged = !value(part, 1).equals("FA");
            if (part.tag().equals("ST") && isAcknowledged) headers.add("AK2*" + value(part, 1) + "*" + value(part, 2));
            if (part.tag().equals("UNH") && !value(part, 2).matches("CONTRL|APERAK"))
                headers.add("UCM*" + value(part, 1) + "*" + value(part, 2));
            if (part.tag().matches("IEA|UNZ")) break;
        }
        return headers;
    }

    private static String value(GeneratedSet.Part part, int element) {
        return part.elements().size() < element
                ? ""
                : part.elements().get(element - 1).get(0).get(0);
    }

    private static String text(Sample sample) throws IOException {
        return Files.readString(CorpusTest.folder().resolve(sample.path()), StandardCharsets.ISO_8859_1);
    }

    /** The table {@code owed.txt}: by sample, what it owes by its manifest and does not get. */
    private static Map<String, Set<String>> excused() throws IOException {
        var excused = new HashMap<String, Set<String>>();
        CorpusTest.table("owed.txt")
                .forEach((sample, lines) -> excused.put(
                        sample,
                        lines.stream()
                                .flatMap(line -> Stream.of(line.split("; ")))
                                .collect(Collectors.toSet())));
        return excused;
    }

    private static List<Sample> samples() throws IOException {
        var manifest = CorpusTest.folder().resolve("manifest.csv");
        Assumptions.assumeTrue(Files.isRegularFile(manifest), "no manifest in " + CorpusTest.folder());
        return Files.readAllLines(manifest).stream()
                .skip(1)
                .map(line -> sample(cells(line)))
                .toList();
    }

    private static List<String> cells(String line) {
        return CELL.matcher(line)
                .results()
                .map(cell -> cell.group(1) == null ? cell.group(2) : cell.group(1))
                .toList();
    }

    /** What a fragment without a header would owe in an interchange is owed by nobody. */
    private static Sample sample(List<String> cells) {
        var owed = new ArrayList<>(Arrays.asList(cells.get(13).split("; ")));
        owed.removeAll(List.of("", PASSED_OVER));
        if (owed.stream().anyMatch(part -> part.startsWith("no ack")))
            owed.removeIf(part -> !part.startsWith("no ack"));
        COUNTS.matcher(cells.get(12))
                .results()
                .forEach(said -> owed.add("AK9 counts " + said.group(1) + " " + said.group(2)));
        return new Sample(cells.get(0), owed);
    }
}

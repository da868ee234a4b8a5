package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.edi.AcknowledgementPolicy.Type;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.finding.Severity;

/** Runs the table {@code acknowledgements.txt}: which segments a malformed interchange is answered with. */
class AcknowledgementCodesTest {
    private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 5, 9, 30);

    private static final int ISA_ELEMENTS = 16;

    record Row(String what, String input, List<String> found, List<String> expected) {
        @Override
        public String toString() {
            return what;
        }

        Type type() {
            if (what.startsWith("IK")) return Type.IMPLEMENTATION;
            return what.startsWith("TA1") ? Type.INTERCHANGE : Type.FUNCTIONAL;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersWithTheSegmentsOfTheStandard(Row row) {
        var owed = owed(row);

        assertThat(segments(owed)).containsSequence(row.expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersWithWhatTheReaderAccepts(Row row) {
        var owed = owed(row);

        var findings = Interchanges.findings(Interchanges.written(owed));

        assertThat(findings).filteredOn(finding -> !repeats(finding)).isEmpty();
    }

    /** ISA12, UNB S001, TA1, AK1 and AK2 repeat what the partner sent, wrong or not. */
    private static boolean repeats(Finding finding) {
        return finding.location().element() > 0
                && Set.of("ISA", "UNB", "TA1", "AK1", "AK2")
                        .contains(finding.location().segment());
    }

    @Test
    void showsEveryCodeThatCanBeGiven() throws IOException {
        assertThat(rows().map(row -> row.what().substring(0, row.what().indexOf(','))))
                .containsAll(codes("AK304", finding -> Codes.segment(finding.code())))
                .containsAll(codes("IK304", finding -> Codes.segment(finding.code())))
                .containsAll(codes("AK403", finding -> Codes.element(finding.code(), "004010")))
                .containsAll(codes("AK403", finding -> Codes.element(finding.code(), "005010")))
                .containsAll(codes("IK403", finding -> Codes.element(finding.code(), "005010")))
                .containsAll(codes("AK502", finding -> Codes.set(finding, "004010")))
                .containsAll(codes("IK502", finding -> Codes.set(finding, "005010")))
                .containsAll(codes("AK905", finding -> Codes.group(finding, "004010")))
                .containsAll(codes("AK905", finding -> Codes.group(finding, "005010")))
                .containsAll(codes("TA105", Codes::interchange))
                .containsAll(codes("0085", new EdifactCodes(false)::code))
                .containsAll(codes("0085", new EdifactCodes(true)::envelope));
    }

    /** What a table of codes has for any finding on any element of the segments that it treats in a way of their own. */
    private static Set<String> codes(String element, Function<Finding, String> table) {
        var codes = new TreeSet<String>();
        for (var code : FindingCode.values())
            for (var segment : List.of("", "ISA", "GS", "ST", "UNA", "UNB", "USH"))
                for (int position = 0; position <= ISA_ELEMENTS; position++) {
                    var where = new Location(segment, 1, position, 0, 0, 0);
                    codes.add(table.apply(new Finding(code, Severity.ERROR, where, "", "x")));
                }
        codes.remove("");
        return codes.stream().map(code -> element + " " + code).collect(Collectors.toSet());
    }

    private static Acknowledgement owed(Row row) {
        var policy = AcknowledgementPolicy.DETAIL.with(row.type());
        return Acknowledgement.of(outcome(row), policy, Interchanges.STRUCTURES, AT)
                .orElseThrow();
    }

    private static List<String> segments(Acknowledgement owed) {
        var terminator = owed.back().delimiters().segment();
        var kept = owed.acknowledged().standard() == Standard.EDIFACT ? "'" : "";
        return Stream.of(Interchanges.written(owed).split(String.valueOf(terminator)))
                .map(segment -> segment + kept)
                .toList();
    }

    /** With what the hub found: on the envelope, or on the first transaction set. */
    private static InterchangeOutcome outcome(Row row) {
        var outcome = Interchanges.outcome(row.input());
        for (var words : row.found()) {
            var finding = finding(words.split(" "));
            var segment = finding.location().segment();
            outcome =
                    segment.equals("ISA") || segment.equals("UNB") ? envelope(outcome, finding) : set(outcome, finding);
        }
        return outcome;
    }

    private static Finding finding(String[] words) {
        var segment = words.length > 1 ? words[1] : "";
        var position = words.length > 2 ? Integer.parseInt(words[2]) : 0;
        var element = words.length > 3 ? Integer.parseInt(words[3]) : 0;
        var where = new Location(segment, position, element, 0, 0, 0);
        var code = FindingCode.valueOf(words[0]);
        return new Finding(code, Severity.ERROR, where, code.advice(), words.length > 4 ? words[4] : "");
    }

    private static InterchangeOutcome envelope(InterchangeOutcome outcome, Finding finding) {
        var findings = new ArrayList<>(outcome.findings());
        findings.add(finding);
        return new InterchangeOutcome(outcome.interchange(), outcome.groups(), findings);
    }

    private static InterchangeOutcome set(InterchangeOutcome outcome, Finding finding) {
        var group = outcome.groups().get(0);
        var sets = new ArrayList<>(group.sets());
        sets.set(0, sets.get(0).and(List.of(finding)));
        var changed = new GroupOutcome(group.group(), group.setsSaid(), sets, group.findings());
        return new InterchangeOutcome(outcome.interchange(), List.of(changed), outcome.findings());
    }

    static Stream<Row> rows() throws IOException {
        var rows = new ArrayList<Row>();
        try (var in = AcknowledgementCodesTest.class.getResourceAsStream("acknowledgements.txt")) {
            for (var entry : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n")) {
                var lines = entry.lines().filter(line -> !line.startsWith("#")).toList();
                if (!lines.isEmpty()) rows.add(row(lines));
            }
        }
        return rows.stream();
    }

    private static Row row(List<String> lines) {
        var input = new StringBuilder();
        var found = new ArrayList<String>();
        var expected = new ArrayList<String>();
        for (var line : lines.subList(1, lines.size())) {
            if (line.startsWith("  + ")) found.add(line.substring(4));
            else if (line.startsWith("  ")) input.append(Interchanges.expand(line.strip()));
            else expected.add(line);
        }
        return new Row(lines.get(0), input.toString(), found, expected);
    }
}

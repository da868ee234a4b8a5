package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.finding.Finding;
import relais.finding.FindingCode;

/** Runs the table {@code malformed.txt}: what is wrong with each input, and where. */
class MalformedInputTest {

    private static final String SMALL = "{SMALL}";
    /** 300 bytes a segment and 250 an element; 600 bytes and 10 segments a set; 2 levels, 3 findings. */
    private static final Limits SMALL_LIMITS = new Limits(300, 250, 600, 10, 2, 3, 100);

    private static final EnumSet<FindingCode> GIVEN_ELSEWHERE = EnumSet.of(
            FindingCode.INPUT_TOO_LARGE,
            FindingCode.SENDER_UNKNOWN,
            FindingCode.SENDER_NOT_ON_CHANNEL,
            FindingCode.RECEIVER_UNKNOWN,
            FindingCode.DOCUMENT_NOT_AGREED,
            FindingCode.ALREADY_RECEIVED,
            FindingCode.DOCUMENT_NUMBER_REUSED,
            FindingCode.ORDER_UNKNOWN,
            FindingCode.ACKNOWLEDGEMENT_UNMATCHED,
            FindingCode.JSON_INVALID,
            FindingCode.XML_INVALID,
            FindingCode.SCHEMA_VIOLATED,
            FindingCode.VALUE_MISSING,
            FindingCode.VALUE_INVALID,
            FindingCode.VALUE_NOT_CARRIED,
            FindingCode.RULE_VIOLATED,
            FindingCode.FILE_INVALID,
            FindingCode.INTERNAL_ERROR);

    record Row(String what, String input, List<String> expected) {
        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void saysWhatIsWrongAndWhere(Row row) {
        var found = findings(row.input()).stream()
                .map(finding -> (finding.isError() ? "" : "note ") + finding.code() + " " + finding.location())
                .map(String::strip)
                .toList();

        assertThat(found).isEqualTo(row.expected());
    }

    private static List<Finding> findings(String input) {
        if (!input.startsWith(SMALL)) return Interchanges.findings(input);
        var in = new ByteArrayInputStream(input.substring(SMALL.length()).getBytes(StandardCharsets.ISO_8859_1));
        var reader = new InterchangeReader(in, Position.start(), Interchanges.STRUCTURES, SMALL_LIMITS);
        return Interchanges.events(reader).stream()
                .flatMap(Interchanges::findings)
                .toList();
    }

    @Test
    void knowsEveryCodeThatTheEngineGives() throws IOException {
        var given = rows().flatMap(row -> row.expected().stream())
                .map(line -> FindingCode.valueOf(line.replace("note ", "").split(" ")[0]))
                .collect(Collectors.toSet());

        assertThat(given).isEqualTo(EnumSet.complementOf(GIVEN_ELSEWHERE));
    }

    static Stream<Row> rows() throws IOException {
        var rows = new ArrayList<Row>();
        try (var in = MalformedInputTest.class.getResourceAsStream("malformed.txt")) {
            for (var entry : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n")) {
                var lines = entry.lines().filter(line -> !line.startsWith("#")).toList();
                if (!lines.isEmpty()) rows.add(row(lines));
            }
        }
        return rows.stream();
    }

    private static Row row(List<String> lines) {
        var input = new StringBuilder();
        var expected = new ArrayList<String>();
        for (var line : lines.subList(1, lines.size())) {
            if (line.startsWith("  ")) input.append(Interchanges.expand(line.strip()));
            else expected.add(line.replace("{NUL}", "\0"));
        }
        return new Row(lines.get(0), input.toString(), expected);
    }
}

package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the table {@code malformed.txt}: what is wrong with each input, and where. */
class MalformedInputTest {

    record Row(String what, String input, List<String> expected) {
        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void saysWhatIsWrongAndWhere(Row row) {
        var found = Interchanges.findings(row.input()).stream()
                .map(finding -> (finding.isError() ? "" : "note ") + finding.code() + " " + finding.location())
                .map(String::strip)
                .toList();

        assertThat(found).isEqualTo(row.expected());
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
            else expected.add(line);
        }
        return new Row(lines.get(0), input.toString(), expected);
    }
}

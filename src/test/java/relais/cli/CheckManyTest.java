package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files are read at once; nobody can tell from what is printed. */
class CheckManyTest {

    private static final int FILES = 60;

    @TempDir
    Path folder;

    @Test
    void printsTheSameWithEightJobsAsWithOne() {
        for (var file = 0; file < FILES; file++)
            Samples.write(folder, "f" + file + ".x12", miscounted(file % 7 == 0 ? 900 : file % 3));
        Samples.write(folder, "letter.txt", "Dear Sir or Madam");

        var one = new Session(folder);
        var eight = new Session(folder);
        var codes = List.of(one.run(arguments("1")), eight.run(arguments("8")));

        assertThat(eight.output()).isEqualTo(one.output());
        assertThat(eight.errors()).isEqualTo(one.errors()).hasLineCount(1);
        assertThat(one.out()).hasSize(9 * 900 + 17 * 1 + 17 * 2 + 2);
        assertThat(one.out()).last().asString().startsWith("61 files, 60 interchanges, ");
        assertThat(codes).containsExactly(2, 2);
    }

    private static String[] arguments(String jobs) {
        var arguments = new ArrayList<>(List.of("check", "--jobs", jobs));
        for (var file = 0; file < FILES; file++) arguments.add("f" + file + ".x12");
        arguments.add("missing.x12");
        arguments.add("letter.txt");
        return arguments.toArray(new String[0]);
    }

    /** An interchange with as many miscounted transaction sets, in a group that counts right. */
    private static String miscounted(int sets) {
        var order = Samples.miscounted850();
        var from = order.indexOf("ST*");
        var to = order.indexOf("GE*");
        var text = new StringBuilder(order.substring(0, from));
        for (var set = 1; set <= sets; set++)
            text.append(order.substring(from, to).replace("0001~", "%04d~".formatted(set)));
        return text.append("GE*")
                .append(sets)
                .append("*905~\nIEA*1*000000905~\n")
                .toString();
    }
}

package relais.cli;

import java.io.PrintStream;
import relais.finding.Finding;

/** How findings look: {@code FILE:segment N (TAG) element E[.C] at offset O: CODE text}; one that is no error says so at its end. */
final class FindingLines {

    private FindingLines() {}

    static void print(String file, Iterable<Finding> findings, Terminal terminal, PrintStream to) {
        for (var finding : findings) to.println(line(file, finding, terminal));
    }

    private static String line(String file, Finding finding, Terminal terminal) {
        var where = finding.location().toString();
        var code = finding.code().toString();
        return file + ":" + where + (where.isEmpty() ? " " : ": ")
                + (finding.isError() ? terminal.red(code) : terminal.yellow(code)) + " " + finding.text()
                + switch (finding.severity()) {
                    case INFO -> " (info)";
                    case WARNING -> " (warning)";
                    case ERROR -> "";
                };
    }
}

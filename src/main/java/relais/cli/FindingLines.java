package relais.cli;

import java.io.PrintStream;
import relais.finding.Finding;

/** How findings look: {@code FILE:segment N (TAG) element E[.C] at offset O: CODE text}; one that is no error says so at its end. */
final class FindingLines {

    private FindingLines() {}

    static void print(String file, Iterable<Finding> findings, Terminal terminal, PrintStream to) {
        for (var finding : findings) to.println(line(file, finding, terminal));
    }

    static String line(String file, Finding finding, Terminal terminal) {
        var where = finding.location().toString();
        var code = finding.code().toString();
        return file + ":" + where + (where.isEmpty() ? " " : ": ")
                + (finding.isError() ? terminal.red(code) : terminal.yellow(code)) + " " + printable(finding.text())
                + switch (finding.severity()) {
                    case INFO -> " (info)";
                    case WARNING -> " (warning)";
                    case ERROR -> "";
                };
    }

    /** A value that a partner sent may hold anything; a terminal would do what it says. */
    private static String printable(String text) {
        for (var i = 0; i < text.length(); i++) if (Character.isISOControl(text.charAt(i))) return escaped(text);
        return text;
    }

    private static String escaped(String text) {
        var plain = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isISOControl(c)) plain.append("\\u%04x".formatted((int) c));
            else plain.append(c);
        }
        return plain.toString();
    }
}

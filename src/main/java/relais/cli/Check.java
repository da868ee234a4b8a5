package relais.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;
import relais.edi.Event;
import relais.edi.Structures;

/** {@code relais check}: every finding on a line of its own, then a summary. */
@Command(
        name = "check",
        header = "Say what is wrong with X12 and EDIFACT interchanges, and exactly where.",
        description = {
            "Prints a line for each finding:",
            "  FILE:segment N (TAG) element E[.C] at offset O: CODE text",
            "Segments count from ST or UNH as 1, offsets in bytes from 0."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no errors", "1:errors found", "2:wrong usage, or a file that cannot be read"},
        footer = {"", "Examples:", "  relais check orders.edi invoices/*.x12", "  gunzip -c big.edi.gz | relais check -"
        })
final class Check implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "files to read; - is standard input")
    private List<String> files = new ArrayList<>();

    Check(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var structures = Structures.bundled();
        var tally = new Tally();
        for (var file : files) check(file, structures, tally);
        terminal.out().println(tally.summary(terminal));
        if (tally.unread > 0) return ExitCode.USAGE;
        return tally.errors > 0 ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private void check(String file, Structures structures, Tally tally) {
        try (var input = Input.open(file, terminal, structures)) {
            for (var event = input.next(); !(event instanceof Event.EndOfInput); event = input.next()) {
                tally.count(event);
                FindingLines.print(file, Input.findings(event), terminal, terminal.out());
            }
            tally.files++;
        } catch (CannotRead e) {
            terminal.err().println("relais: " + e.getMessage());
            tally.unread++;
        }
    }

    /** What was read, in numbers. */
    private static final class Tally {
        private int files;
        private int unread;
        private long interchanges;
        private long sets;
        private long errors;
        private long others;

        void count(Event event) {
            if (event instanceof Event.InterchangeBegan) interchanges++;
            if (event instanceof Event.SetRead) sets++;
            for (var finding : Input.findings(event))
                if (finding.isError()) errors++;
                else others++;
        }

        String summary(Terminal terminal) {
            var read = plural(files, "file") + ", " + plural(interchanges, "interchange") + ", "
                    + plural(sets, "transaction set") + ": ";
            var found = errors == 0 ? terminal.green("no errors") : terminal.red(plural(errors, "error"));
            var warned = others == 0 ? "" : ", " + terminal.yellow(plural(others, "warning"));
            return read + found + warned + (unread == 0 ? "" : ", " + terminal.red(unread + " not read"));
        }

        private static String plural(long count, String thing) {
            return count + " " + thing + (count == 1 ? "" : "s");
        }
    }
}

package relais.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relais check}: every finding on a line of its own, then a summary. */
@Command(
        name = "check",
        header = "Say what is wrong with X12 and EDIFACT interchanges, and exactly where.",
        description = {
            "Prints a line for each finding:",
            "  FILE:segment N (TAG) element E[.C] at offset O: CODE text",
            "Segments count from ST or UNH as 1, offsets in bytes from 0.",
            "",
            "Several files are read at once, and reported in the order they were named."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no errors", "1:errors found", "2:wrong usage, or a file that cannot be read"},
        footer = {
            "",
            "Examples:",
            "  relais check orders.edi invoices/",
            "  relais check --json inbox | jq -r .code | sort | uniq -c",
            "  relais check --sarif inbox > findings.sarif",
            "  gunzip -c big.edi.gz | relais check -"
        })
final class Check implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "files to read; of a folder everything in it that is not hidden; - is standard input")
    private List<String> files = new ArrayList<>();

    @ArgGroup
    private Form form = new Form();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "how many files to read at once; as many as there are cores if not given")
    private int jobs = Checking.CORES;

    /** One of these. */
    private static final class Form {
        @Option(
                names = "--json",
                description = "a JSON object on a line of its own for each finding, summary on standard error")
        private boolean json;

        @Option(names = "--sarif", description = "one SARIF 2.1.0 document, summary on standard error")
        private boolean sarif;

        @Option(
                names = {"-q", "--quiet"},
                description = "the summary only")
        private boolean quiet;

        Report report(Terminal terminal) {
            if (json) return new JsonReport(terminal);
            return sarif ? new SarifReport(terminal) : new TextReport(terminal, quiet);
        }
    }

    Check(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (jobs < 1) throw new ParameterException(spec.commandLine(), "--jobs must be 1 or more, not " + jobs);
        return Checking.check(files, jobs, form.report(terminal), terminal);
    }
}

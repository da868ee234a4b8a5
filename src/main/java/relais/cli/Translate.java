package relais.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import relais.edi.Event;
import relais.edi.Standard;
import relais.edi.Structures;
import relais.edi.TransactionSet;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.mapping.Mapping;

/** {@code relais translate}: what an interchange means, as canonical documents or in the other syntax. */
@Command(
        name = "translate",
        header = "Write the documents of an interchange as JSON, or in the other syntax.",
        description = {
            "Transaction sets without errors go to standard output, one after the other;",
            "what is wrong with the others, and what could not be carried, goes to standard error."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything translated", "1:something was not", "2:wrong usage, or a file that cannot be read"
        },
        footer = {
            "",
            "Examples:",
            "  relais translate orders.edi",
            "  relais translate --to edifact order-850.edi > orders.edi",
            "  relais translate --home /etc/relais orders.edi"
        })
final class Translate implements Callable<Integer> {

    /** What can be written. */
    enum Form {
        JSON,
        X12,
        EDIFACT
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "file to read; - is standard input")
    private String file = "";

    @Option(names = "--to", paramLabel = "FORM", description = "json (default), x12 or edifact")
    private Form form = Form.JSON;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "folder that holds mappings and routes/partners; without it the working directory if it does,"
                    + " else what the jar brings along")
    private @Nullable Path folder;

    Translate(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var structures = Structures.bundled();
        var home = Home.load(Optional.ofNullable(folder), terminal.directory());
        var target = target(home, structures);
        var complete = true;
        try (var input = Input.open(file, terminal, structures)) {
            for (var event = input.next(); !(event instanceof Event.EndOfInput); event = input.next()) {
                complete &= passes(event.findings());
                if (event instanceof Event.SetRead read) complete &= translate(read.set(), home, target);
                if (event instanceof Event.InterchangeEnded ended) complete &= passes(target.end(ended.interchange()));
            }
        }
        return complete ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Target target(Home home, Structures structures) {
        return switch (form) {
            case JSON -> new JsonTarget(terminal.out());
            case X12 -> new SyntaxTarget(Standard.X12, home, structures, terminal);
            case EDIFACT -> new SyntaxTarget(Standard.EDIFACT, home, structures, terminal);
        };
    }

    private boolean translate(TransactionSet set, Home home, Target target) {
        if (set.findings().hasErrors()) return false;
        var mapping = home.reading(set);
        return mapping.isEmpty() ? passes(List.of(unmapped(set))) : translate(set, mapping.get(), home, target);
    }

    private boolean translate(TransactionSet set, Mapping mapping, Home home, Target target) {
        var reading = mapping.read(set, home.given(set.interchange()));
        var read = passes(reading.findings());
        if (reading.document().isEmpty()) return false;
        return passes(target.take(reading.document().get())) && read;
    }

    private static Finding unmapped(TransactionSet set) {
        return Finding.error(
                FindingCode.SET_NOT_SUPPORTED,
                set.segments().get(0).location(),
                "no mapping reads " + set.standard() + " " + set.type());
    }

    /** Prints findings; true if none of them is an error. */
    private boolean passes(Iterable<Finding> findings) {
        var errors = false;
        for (var finding : findings) errors |= finding.isError();
        FindingLines.print(file, findings, terminal, terminal.err());
        return !errors;
    }
}

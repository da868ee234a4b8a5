package relais.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import relais.edi.Event;
import relais.edi.Explainer;
import relais.edi.Interchange;
import relais.edi.Structures;
import relais.edi.TransactionSet;
import relais.finding.Finding;

/** {@code relais explain}: an interchange as a person reads it, one transaction set after the other. */
@Command(
        name = "explain",
        header = "Print an interchange so that a person can read it.",
        description = {
            "Prints each segment with its name, indented by loop, and below it each element:",
            "its place in the segment, number, name, value, and what the value means.",
            "#N is the segment's position in its transaction set, @N the offset of its first byte.",
            "What is wrong stands below the element it speaks of, marked with !."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no errors", "1:errors found", "2:wrong usage, or a file that cannot be read"},
        footer = {
            "",
            "Examples:",
            "  relais explain order.edi",
            "  relais explain --set 3 orders.edi",
            "  gunzip -c big.edi.gz | relais explain - | less"
        })
final class Explain implements Callable<Integer> {

    private static final int IN_INTERCHANGE = 1;
    private static final int IN_GROUP = 2;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "file to read; - is standard input")
    private String file = "";

    @Option(names = "--set", paramLabel = "N", description = "only the Nth transaction set of the file, counted from 1")
    private Optional<Integer> only = Optional.empty();

    private boolean errors;
    private int sets;

    Explain(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var structures = Structures.bundled();
        var page = new ExplainedPage(terminal);
        var explainer = new Explainer(structures);
        try (var input = Input.open(file, terminal, structures)) {
            var interchange = Optional.<Interchange>empty();
            for (var event = input.next(); !(event instanceof Event.EndOfInput); event = input.next()) {
                if (event instanceof Event.InterchangeBegan began) interchange = Optional.of(began.interchange());
                if (event instanceof Event.SetRead read) set(read.set(), explainer, page);
                else if (only.isEmpty()) envelope(event, interchange, input, explainer, page);
                if (only.filter(number -> sets >= number).isPresent()) break;
            }
        }
        if (only.filter(number -> sets < number).isPresent())
            throw new CannotRead(file, "it has " + sets + (sets == 1 ? " transaction set" : " transaction sets"));
        return errors ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private void set(TransactionSet set, Explainer explainer, ExplainedPage page) {
        sets++;
        if (only.filter(number -> sets != number).isPresent()) return;
        var findings = set.findings().list();
        note(findings);
        page.title(set, explainer.name(set));
        var remarks = new Remarks(findings);
        var level = set.group().isPresent() ? IN_GROUP : IN_INTERCHANGE;
        explainer.explain(set).forEach(segment -> page.segment(level, segment, remarks.of(segment), true));
        page.findings(level, remarks.rest());
    }

    private void envelope(
            Event event, Optional<Interchange> interchange, Input input, Explainer explainer, ExplainedPage page) {
        var findings = event.findings();
        note(findings);
        var level = level(event);
        var remarks = new Remarks(findings);
        if (interchange.isPresent() && !outside(event))
            for (var segment : input.segments()) {
                var explained = explainer.explain(interchange.get(), segment);
                page.segment(level, explained, remarks.ofEnvelope(explained), false);
            }
        page.findings(level, remarks.rest());
    }

    /** Bytes that are no segments. */
    private static boolean outside(Event event) {
        return event instanceof Event.Unreadable unreadable
                && unreadable.findings().stream()
                        .anyMatch(finding -> finding.location().segment().isEmpty());
    }

    private static int level(Event event) {
        return event instanceof Event.InterchangeBegan || event instanceof Event.InterchangeEnded ? 0 : IN_INTERCHANGE;
    }

    private void note(List<Finding> findings) {
        errors |= findings.stream().anyMatch(Finding::isError);
    }
}

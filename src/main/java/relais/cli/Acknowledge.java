package relais.cli;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import relais.edi.Acknowledgement;
import relais.edi.AcknowledgementPolicy;
import relais.edi.Event;
import relais.edi.InterchangeOutcome;
import relais.edi.InterchangeWriter;
import relais.edi.Limits;
import relais.edi.OutcomeRecorder;
import relais.edi.Structures;

/** {@code relais acknowledge}: the answer owed to the sender, ready to send. */
@Command(
        name = "acknowledge",
        header = "Write the 997 (with TA1) or CONTRL that an interchange is owed.",
        description = {
            "Writes one interchange to standard output for each that was read, numbered from 1;",
            "what is wrong with the input goes to standard error."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything accepted", "1:something rejected", "2:wrong usage, or a file that cannot be read"
        },
        footer = {
            "",
            "Examples:",
            "  relais acknowledge orders.edi > orders.997",
            "  relais acknowledge --policy group orders.edi"
        })
final class Acknowledge implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "file to read; - is standard input")
    private String file = "";

    @Option(
            names = "--policy",
            paramLabel = "HOW",
            description = "how much it says: technical (the interchange only), group, or detail (default)")
    private AcknowledgementPolicy.Detail detail = AcknowledgementPolicy.Detail.DETAIL;

    Acknowledge(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var structures = Structures.bundled();
        var outcomes = new ArrayList<InterchangeOutcome>();
        var unreadable = read(structures, outcomes);
        write(outcomes, structures);
        var rejected = unreadable || outcomes.stream().anyMatch(Acknowledge::rejects);
        return rejected ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    /** Reads everything; true if there were bytes that nobody can be told about. */
    private boolean read(Structures structures, List<InterchangeOutcome> outcomes) {
        var unreadable = false;
        var recorder = Optional.<OutcomeRecorder>empty();
        try (var input = Input.open(file, terminal, structures)) {
            for (var event = input.next(); !(event instanceof Event.EndOfInput); event = input.next()) {
                FindingLines.print(file, Input.findings(event), terminal, terminal.err());
                unreadable |= event instanceof Event.Unreadable;
                if (event instanceof Event.InterchangeBegan began)
                    recorder = Optional.of(new OutcomeRecorder(began.interchange()));
                if (recorder.isEmpty()) continue;
                recorder.get().record(event);
                if (event instanceof Event.InterchangeEnded)
                    outcomes.add(recorder.get().outcome());
            }
        }
        return unreadable;
    }

    private void write(List<InterchangeOutcome> outcomes, Structures structures) {
        var writer = new InterchangeWriter(structures, Limits.standard());
        var number = 0;
        for (var outcome : outcomes) {
            var at = LocalDateTime.now(terminal.clock());
            var owed = Acknowledgement.of(outcome, AcknowledgementPolicy.of(detail), structures, at);
            if (owed.isEmpty()) continue;
            var control = String.valueOf(++number);
            var envelope = owed.get().envelope(control, control);
            terminal.out()
                    .writeBytes(writer.write(
                            envelope, owed.get().beforeGroups(), owed.get().sets()));
        }
        if (terminal.colours() && number > 0) terminal.out().println();
    }

    private static boolean rejects(InterchangeOutcome outcome) {
        return outcome.rejected()
                || outcome.groups().stream()
                        .anyMatch(group ->
                                group.rejected() || group.sets().stream().anyMatch(set -> set.rejected()));
    }
}

package relais.cli;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import relais.edi.Acknowledgement;
import relais.edi.AcknowledgementPolicy;
import relais.edi.AcknowledgementPolicy.Detail;
import relais.edi.AcknowledgementPolicy.Type;
import relais.edi.AcknowledgementPolicy.Weighing;
import relais.edi.Event;
import relais.edi.GroupOutcome;
import relais.edi.InterchangeOutcome;
import relais.edi.InterchangeWriter;
import relais.edi.Limits;
import relais.edi.OutcomeRecorder;
import relais.edi.Structures;
import relais.edi.Unwritable;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.yaml.Nearest;

/** {@code relais acknowledge}: the answer owed to the sender, ready to send. */
@Command(
        name = "acknowledge",
        header = "Write the acknowledgement that an interchange is owed.",
        description = {
            "Writes one interchange to standard output for each that was read, numbered from 1;",
            "what is wrong with the input goes to standard error.",
            "",
            "Without --type it is a 997 (with a TA1 if one is owed) for X12, a CONTRL for EDIFACT.",
            "A type that the standard of the interchange does not have gives way to that."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything accepted", "1:something rejected", "2:wrong usage, or a file that cannot be read"
        },
        footer = {
            "",
            "Examples:",
            "  relais acknowledge orders.edi > orders.997",
            "  relais acknowledge --type 999 --policy group orders.edi",
            "  relais acknowledge --errors note orders.edi"
        })
final class Acknowledge implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "file to read; - is standard input")
    private String file = "";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            converter = Named.class,
            description = "997, 999 (from 005010 on), ta1, contrl or aperak")
    private Type type = Type.FUNCTIONAL;

    @Option(
            names = "--policy",
            paramLabel = "HOW",
            description = "how much it says: none, technical (the interchange only), group, or detail (default)")
    private Detail detail = Detail.DETAIL;

    @Option(
            names = "--errors",
            paramLabel = "WEIGH",
            description =
                    "what becomes of a transaction set with errors: reject (default), note (it is accepted, and they are"
                            + " told), or accept (and they are not)")
    private Weighing weighing = Weighing.REJECT;

    /** A type of acknowledgement by its name. */
    static final class Named implements ITypeConverter<Type> {
        @Override
        public Type convert(String name) {
            var names = Stream.of(Type.values())
                    .map(type -> type.text().toLowerCase(Locale.ROOT))
                    .toList();
            return Type.named(name)
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no acknowledgement '" + name + "'" + Nearest.hint(name, names)));
        }
    }

    Acknowledge(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var structures = Structures.bundled();
        var outcomes = new ArrayList<InterchangeOutcome>();
        var unreadable = read(structures, outcomes);
        var unwritable = write(outcomes, structures);
        var rejected = unreadable || unwritable || outcomes.stream().anyMatch(this::rejects);
        return rejected ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    /** Reads everything; true if there were bytes that nobody can be told about. */
    private boolean read(Structures structures, List<InterchangeOutcome> outcomes) {
        var unreadable = false;
        var recorder = Optional.<OutcomeRecorder>empty();
        try (var input = Input.open(file, terminal, structures)) {
            for (var event = input.next(); !(event instanceof Event.EndOfInput); event = input.next()) {
                FindingLines.print(file, event.findings(), terminal, terminal.err());
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

    /** Writes what is owed; true if something is that cannot be written. */
    private boolean write(List<InterchangeOutcome> outcomes, Structures structures) {
        var policy = new AcknowledgementPolicy(type, detail, weighing);
        var writer = new InterchangeWriter(structures, Limits.standard());
        var at = LocalDateTime.now(terminal.clock());
        var unwritable = false;
        var number = 0;
        for (var outcome : outcomes) {
            var owed = Acknowledgement.of(outcome, policy, structures, at);
            if (owed.isPresent()) unwritable |= !write(owed.get(), writer, String.valueOf(++number));
        }
        if (terminal.colours() && number > 0) terminal.out().println();
        return unwritable;
    }

    /** Writes one; false, with a finding, if it would have to repeat of the sender's header what no header can hold. */
    private boolean write(Acknowledgement owed, InterchangeWriter writer, String control) {
        try {
            terminal.out().writeBytes(writer.write(owed.envelope(control, control), owed.beforeGroups(), owed.sets()));
            return true;
        } catch (Unwritable e) {
            var header = Location.offset(owed.acknowledged().offset());
            var text = "no acknowledgement can be written: " + e.getMessage();
            var finding = Finding.error(FindingCode.INTERCHANGE_HEADER_INVALID, header, text);
            FindingLines.print(file, List.of(finding), terminal, terminal.err());
            return false;
        }
    }

    private boolean rejects(InterchangeOutcome outcome) {
        return outcome.rejected() || outcome.groups().stream().anyMatch(this::rejects);
    }

    private boolean rejects(GroupOutcome group) {
        return group.rejected()
                || group.sets().stream().anyMatch(set -> set.weighed(weighing).rejected());
    }
}

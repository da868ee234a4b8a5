package relais.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import relais.edi.Event;
import relais.edi.InterchangeReader;
import relais.edi.Limits;
import relais.edi.Position;
import relais.edi.Structures;
import relais.edi.TransactionSet;
import relais.mapping.Mapping;
import relais.mapping.Sketch;
import relais.partner.Partner;
import relais.yaml.Nearest;

/** {@code relais map new}: a partner's overlay, begun with a sample of what the partner sends. */
@Command(
        name = "new",
        header = "Begin a partner's overlay with a sample of what the partner sends.",
        description = {
            "Writes a first overlay and an example below mappings/partners, and overwrites nothing.",
            "What the sample has otherwise than the base mapping writes it becomes a change; what would",
            "reject something is proposed in comments. In the example, consumers have placeholders for",
            "names and addresses."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:wrong usage, or a file that cannot be read or is there already"},
        footer = {
            "",
            "Examples:",
            "  relais map new --from orders.edi                       for the partner that the envelope names",
            "  relais map new --from orders.edi --partner acme-retail",
            "  relais map new --from orders.edi --into drafts         to look at before it is used"
        })
final class NewOverlay extends Maps.OnMappings {

    /** A sample is a few transaction sets, which are held in memory. */
    static final int SAMPLE_BYTES_MAX = 4 << 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE",
            description = "X12 or EDIFACT with transaction sets of one kind; - is standard input")
    private String file = "";

    @Option(names = "--partner", paramLabel = "ID", description = "whose it is; without it the envelope says so")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description = "where to write; without it mappings/partners/ID of the mappings' folder")
    private @Nullable Path into;

    NewOverlay(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        var sample = bytes();
        var sets = sets(sample);
        if (sets.isEmpty()) throw new CannotRead(file, "no transaction set of X12 or EDIFACT is in it");
        var home = home();
        var base = base(sets, home);
        var partner = partner(sets.get(0), home);
        var folder = target(partner);
        var today = LocalDate.now(terminal.clock());
        var sketch = Sketch.of(base, sample, sets, Home.given(partner), today);
        write(sketch, folder);
        next(sketch, base, partner, folder);
        return ExitCode.OK;
    }

    // --- the sample ---

    private byte[] bytes() {
        try (var in = Source.named(file, terminal).open(terminal)) {
            var bytes = in.readNBytes(SAMPLE_BYTES_MAX + 1);
            if (bytes.length > SAMPLE_BYTES_MAX)
                throw new CannotRead(
                        file, "a sample has " + SAMPLE_BYTES_MAX + " bytes at most; a few sets are enough");
            return bytes;
        } catch (IOException e) {
            throw new CannotRead(file, String.valueOf(e.getMessage()));
        }
    }

    private static List<TransactionSet> sets(byte[] sample) {
        var sets = new ArrayList<TransactionSet>();
        var reader = new InterchangeReader(
                new ByteArrayInputStream(sample), Position.start(), Structures.bundled(), Limits.standard());
        for (var event = reader.next(); !(event instanceof Event.EndOfInput); event = reader.next())
            if (event instanceof Event.SetRead read) sets.add(read.set());
        return sets;
    }

    /** The one mapping that reads them all. */
    private Mapping base(List<TransactionSet> sets, Home home) {
        var bases = new ArrayList<Mapping>();
        for (var set : sets) {
            var base = home.reading(set)
                    .orElseThrow(() -> new CannotRead(file, "no mapping reads " + set.standard() + " " + set.type()));
            if (!bases.contains(base)) bases.add(base);
        }
        if (bases.size() > 1)
            throw new CannotRead(
                    file,
                    "its transaction sets are of "
                            + bases.stream().map(Mapping::id).collect(Collectors.joining(" and "))
                            + "; leave those of one in it");
        return bases.get(0);
    }

    private Partner partner(TransactionSet set, Home home) {
        var known = home.partners().all().stream().map(Partner::id).toList();
        if (id.isPresent())
            return home.partners()
                    .find(id.get())
                    .orElseThrow(() -> wrong("there is no partner '" + id.get() + "' in routes/partners"
                            + Nearest.hint(id.get(), known)));
        var sender = set.interchange().sender();
        return home.trading(set.interchange())
                .orElseThrow(() -> wrong("no partner in routes/partners has the identifier '" + sender
                        + "' of the envelope; name one with --partner" + Nearest.hint("", known)));
    }

    // --- the files ---

    private Path target(Partner partner) {
        if (into != null) return terminal.directory().resolve(into);
        if (!canHold()) throw wrong("there is no folder mappings here; name one to write into with --into");
        return folder().resolve("partners").resolve(partner.id());
    }

    /** All of them or none. */
    private void write(Sketch sketch, Path folder) {
        for (var name : sketch.files().keySet())
            if (Files.exists(folder.resolve(name))) throw wrong(shown(folder.resolve(name)) + " is there already");
        sketch.files().forEach((name, bytes) -> {
            try {
                Files.createDirectories(folder.resolve(name).getParent());
                Files.write(folder.resolve(name), bytes, StandardOpenOption.CREATE_NEW);
            } catch (IOException e) {
                throw wrong("cannot write " + shown(folder.resolve(name)) + ": " + e.getMessage());
            }
        });
    }

    private void next(Sketch sketch, Mapping base, Partner partner, Path folder) {
        var name = "partners/" + partner.id() + "/" + sketch.name();
        var out = terminal.out();
        sketch.files().keySet().forEach(file -> out.println(shown(folder.resolve(file))));
        out.println();
        if (sketch.isRejected())
            out.println(terminal.yellow(base.id() + " rejects the sample for the reasons beside the example."));
        out.println("Consumers have placeholders in the example; look for people's names in its texts yourself.");
        out.println("Next:");
        out.println("  1. compare " + sketch.name() + ".yaml with the partner's guide, and take up what it proposes");
        if (into != null) out.println("  2. move it to mappings/partners/" + partner.id());
        else out.println("  2. relais map test " + name);
        out.println("  3. name it in routes/partners/" + partner.id() + ".yaml: mapping: " + name);
    }

    private String shown(Path path) {
        var directory = terminal.directory().toAbsolutePath();
        var absolute = path.toAbsolutePath();
        return absolute.startsWith(directory) ? directory.relativize(absolute).toString() : path.toString();
    }

    private ParameterException wrong(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}

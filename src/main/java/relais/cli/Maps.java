package relais.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import relais.edi.Explainer;
import relais.edi.Structures;
import relais.edi.TransactionSet;
import relais.mapping.Examples;
import relais.mapping.Guide;
import relais.mapping.Mapping;
import relais.mapping.Mappings;

/** {@code relais map}: what analysts do with mappings all day. */
@Command(
        name = "map",
        header = "Try mappings, and print what they ask of a partner.",
        description =
                "A mapping is a folder below mappings (x12/850), or a partner's overlay (partners/acme-retail/850).",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  relais map test                               run every example",
            "  relais map test x12/850                       those of one mapping",
            "  relais map show 850 --partner acme-retail     the guide to send to a partner",
            "  relais map diff x12/850 partners/acme-retail/850",
            "  relais map new --from orders.edi              begin a partner's overlay with a sample"
        })
final class Maps implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What its commands share: where the mappings are, and which are there. */
    abstract static class OnMappings implements Callable<Integer> {

        final Terminal terminal;

        @Option(
                names = "--home",
                paramLabel = "FOLDER",
                description =
                        "folder that holds mappings; without it the working directory if it does, else what the jar"
                                + " brings along")
        private @Nullable Path home;

        OnMappings(Terminal terminal) {
            this.terminal = terminal;
        }

        Path folder() {
            return Home.folder(Optional.ofNullable(home), terminal.directory()).resolve("mappings");
        }

        /** The mappings and partners of {@link #folder}. */
        Home home() {
            return Home.load(Optional.ofNullable(home), terminal.directory());
        }

        /** Whether the mappings are files of the user's, and not the jar's own. */
        boolean canHold() {
            return home != null || Home.hasMappings(terminal.directory());
        }

        static Mapping named(Mappings mappings, String name, LocalDate on) {
            try {
                return mappings.get(name, on);
            } catch (IllegalArgumentException e) {
                throw new CannotRead(name, String.valueOf(e.getMessage()));
            }
        }
    }

    @Command(
            name = "test",
            header = "Run the examples of mappings.",
            description =
                    "Shows what was expected beside what came, line by line, for each example that does not hold.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:every example holds", "1:one does not", "2:wrong usage, or a file that cannot be read"},
            footer = {"", "Examples:", "  relais map test", "  relais map test x12/850"})
    static final class Test extends OnMappings {

        @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "a mapping, or a folder of some: x12")
        private String below = "";

        Test(Terminal terminal) {
            super(terminal);
        }

        @Override
        public Integer call() {
            var folder = folder();
            var wanted = folder.resolve(below);
            if (!Files.isDirectory(wanted)) throw new CannotRead(below, "there is no such folder below " + folder);
            var examples = new Examples(Mappings.load(folder));
            var held = 0;
            var broken = 0;
            for (var file : Examples.in(wanted))
                for (var outcome : examples.run(folder, file)) {
                    if (outcome.holds()) held++;
                    else broken++;
                    if (!outcome.holds()) SideBySide.print(outcome, terminal);
                }
            var verdict = held + " of " + (held + broken) + " hold";
            terminal.out().println(broken == 0 ? terminal.green(verdict) : terminal.red(verdict));
            return broken == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    @Command(
            name = "show",
            header = "Print what a mapping asks of a transaction set, as a table.",
            description = "With a partner, the partner's overlay and what it is laid over.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:printed", "2:wrong usage, or a file that cannot be read"},
            footer = {
                "",
                "Examples:",
                "  relais map show x12/850",
                "  relais map show 850 --partner acme-retail",
                "  relais map show 850 --partner acme-retail --on 2026-07-01 --html --sample > guide.html"
            })
    static final class Show extends OnMappings {

        @Parameters(paramLabel = "MAPPING", description = "x12/850; with a partner the file below it: 850")
        private String name = "";

        @Option(names = "--partner", paramLabel = "ID", description = "the partner whose overlay it is")
        private Optional<String> partner = Optional.empty();

        @Option(names = "--on", paramLabel = "DATE", description = "the day on which it holds; today if not given")
        private Optional<LocalDate> on = Optional.empty();

        @Option(names = "--html", description = "as a page to send, not as text")
        private boolean html;

        @Option(names = "--sample", description = "with the first example that it accepts, element by element")
        private boolean sample;

        Show(Terminal terminal) {
            super(terminal);
        }

        @Override
        public Integer call() {
            var id = partner.map(p -> "partners/" + p + "/" + name).orElse(name);
            var mappings = Mappings.load(folder());
            var mapping = named(mappings, id, on.orElseGet(() -> LocalDate.now(terminal.clock())));
            var explainer = new Explainer(Structures.bundled());
            var example = sample ? Optional.of(example(mappings, mapping)) : Optional.<TransactionSet>empty();
            var page = new GuidePage(mapping, explainer);
            terminal.out().print(html ? page.html(example) : page.text(terminal));
            if (!html && sample) terminal.out().println("\nSample\n");
            if (!html) example.ifPresent(set -> new ExplainedPage(terminal).set(explainer.explain(set)));
            return ExitCode.OK;
        }

        private TransactionSet example(Mappings mappings, Mapping mapping) {
            return new Examples(mappings)
                    .accepted(folder(), mapping)
                    .orElseThrow(() -> new CannotRead(mapping.id(), "there is no example that it accepts"));
        }
    }

    @Command(
            name = "diff",
            header = "Say in words what differs between two mappings, or what an overlay changes.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:nothing differs", "1:something does", "2:wrong usage, or a file that cannot be read"},
            footer = {
                "",
                "Examples:",
                "  relais map diff x12/850 partners/acme-retail/850",
                "  relais map diff partners/acme-retail/850 partners/acme-retail/850 --from 2026-01-01 --on 2026-07-01"
            })
    static final class Diff extends OnMappings {

        @Parameters(arity = "2", paramLabel = "MAPPING", description = "two mappings or overlays")
        private List<String> names = List.of();

        @Option(
                names = "--from",
                paramLabel = "DATE",
                description = "the day on which the first holds; today if not given")
        private Optional<LocalDate> from = Optional.empty();

        @Option(
                names = "--on",
                paramLabel = "DATE",
                description = "the day on which the second holds; today if not given")
        private Optional<LocalDate> on = Optional.empty();

        Diff(Terminal terminal) {
            super(terminal);
        }

        @Override
        public Integer call() {
            var mappings = Mappings.load(folder());
            var today = LocalDate.now(terminal.clock());
            var first = named(mappings, names.get(0), from.orElse(today));
            var second = named(mappings, names.get(1), on.orElse(today));
            var differences = Guide.differences(first, second);
            differences.forEach(terminal.out()::println);
            if (differences.isEmpty()) terminal.out().println("nothing differs");
            return differences.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }
}

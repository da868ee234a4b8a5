package relais.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import relais.partner.PartnerFiles;
import relais.yaml.InvalidFiles;
import relais.yaml.Nearest;

/** The command line: which words there are, and what happens when one is misspelt. Exit codes: 0 all well, 1 errors found, 2 wrong usage. */
@Command(
        name = "relais",
        header = "Relais, a B2B2C integration and EDI hub.",
        description = "Without a command it starts the hub and plays the example day.",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "Examples:",
            "  relais                       start the hub",
            "  relais check order.edi       say what is wrong with an interchange",
            "  relais explain order.edi     read it as a person does",
            "  relais map test              run the examples of the mappings",
            "  relais consumer export ID    everything that a running hub holds on a consumer",
            "  relais translate --help      all about one command"
        })
public final class Commands implements Runnable {

    private static final List<String> NAMES =
            List.of("check", "explain", "acknowledge", "translate", "map", "ledger", "consumer", "run", "demo", "help");
    private static final Set<String> HUB = Set.of("run", "demo");
    private static final Set<String> HELP = Set.of("-h", "--help");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Commands() {}

    /**
     * Whether these arguments start the hub, which then takes all of them: none, {@code run}, {@code demo}, or a property
     * ({@code --server.port=9090}) first. A wish for help starts nothing.
     */
    public static boolean startHub(String... arguments) {
        if (arguments.length == 0) return true;
        for (var argument : arguments) if (HELP.contains(argument)) return false;
        return HUB.contains(arguments[0]) || isProperty(arguments[0]);
    }

    /** Whether the command needs more libraries than those that start at once. */
    static boolean needEverything(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("map")
                || arguments.length > 1 && arguments[0].equals("ledger") && arguments[1].equals("verify");
    }

    private static boolean isProperty(String argument) {
        return argument.startsWith("--") && argument.indexOf('=') > 2;
    }

    /**
     * Runs one of the other commands on the process's own streams.
     *
     * @return the exit code
     */
    public static int run(String... arguments) {
        var terminal = Terminal.ofProcess();
        var code = run(terminal, arguments);
        terminal.out().flush();
        return code;
    }

    static int run(Terminal terminal, String... arguments) {
        if (!isPlainCheck(arguments)) return commandLine(terminal, arguments).execute(arguments);
        try {
            var files = List.of(arguments).subList(1, arguments.length);
            return Checking.check(files, Checking.CORES, new TextReport(terminal, false), terminal);
        } catch (CannotRead e) {
            return unreadable(e, new PrintWriter(terminal.err(), true));
        }
    }

    /** To read a command line takes longer than to check a file; where there are only files, there is nothing to read. */
    private static boolean isPlainCheck(String... arguments) {
        if (arguments.length < 2 || !arguments[0].equals(NAMES.get(0))) return false;
        for (var argument : arguments)
            if (argument.isEmpty() || argument.startsWith("@") || (argument.startsWith("-") && !argument.equals("-")))
                return false;
        return true;
    }

    /** Knows the command asked for; all of them if it is not clear which. */
    private static CommandLine commandLine(Terminal terminal, String... arguments) {
        var line = new CommandLine(new Commands());
        var asked = arguments.length > 0 && NAMES.contains(arguments[0]) ? List.of(arguments[0]) : NAMES;
        for (var name : asked) line.addSubcommand(command(name, terminal));
        return line.setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Commands::misused)
                .setExecutionExceptionHandler(Commands::failed);
    }

    private static Object command(String name, Terminal terminal) {
        return switch (name) {
            case "check" -> new Check(terminal);
            case "explain" -> new Explain(terminal);
            case "acknowledge" -> new Acknowledge(terminal);
            case "translate" -> new Translate(terminal);
            case "map" ->
                new CommandLine(new Maps())
                        .addSubcommand(new Maps.Test(terminal))
                        .addSubcommand(new Maps.Show(terminal))
                        .addSubcommand(new Maps.Diff(terminal))
                        .addSubcommand(new NewOverlay(terminal));
            case "consumer" ->
                new CommandLine(new ConsumerCommands())
                        .addSubcommand(new ConsumerCommands.Export(terminal))
                        .addSubcommand(new ConsumerCommands.Erase(terminal));
            case "ledger" ->
                new CommandLine(new LedgerCommand())
                        .addSubcommand(new VerifyProof(terminal))
                        .addSubcommand(new VerifyLedger(terminal));
            case "run" -> new Hub.Run();
            case "demo" -> new Hub.Demo();
            default -> new CommandLine.HelpCommand();
        };
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int misused(ParameterException e, String[] arguments) {
        var command = e.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        command.getErr().println("relais: " + said(e));
        command.getErr().println("See '" + name + " --help'.");
        return CommandLine.ExitCode.USAGE;
    }

    private static String said(ParameterException e) {
        var command = e.getCommandLine();
        if (!(e instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) return e.getMessage();
        var word = unmatched.getUnmatched().get(0);
        if (word.startsWith("-"))
            return "unknown option " + word
                    + Nearest.hint(word, command.getCommandSpec().optionsMap().keySet());
        if (!command.getSubcommands().isEmpty())
            return "unknown command '" + word + "'"
                    + Nearest.hint(word, command.getSubcommands().keySet());
        return "one argument too many: " + word;
    }

    private static int failed(Exception e, CommandLine command, ParseResult arguments) throws Exception {
        if (!(e instanceof CannotRead || e instanceof InvalidFiles || e instanceof PartnerFiles.Invalid)) throw e;
        return unreadable(e, command.getErr());
    }

    private static int unreadable(Exception e, PrintWriter err) {
        err.println("relais: " + e.getMessage());
        return CommandLine.ExitCode.USAGE;
    }

    /** The version the jar was built as. */
    static String version() {
        var version = Commands.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"relais " + version()};
        }
    }
}

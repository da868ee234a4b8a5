package relais.cli;

import java.io.PrintWriter;
import java.util.Set;
import java.util.regex.Pattern;
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
            "  relais translate --help      all about one command"
        })
public final class Commands implements Runnable {

    private static final Set<String> HUB = Set.of("run", "demo");
    private static final Set<String> HELP = Set.of("-h", "--help");
    private static final Pattern PROPERTY = Pattern.compile("--[\\w.\\-\\[\\]]+=.*");

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
        return HUB.contains(arguments[0]) || PROPERTY.matcher(arguments[0]).matches();
    }

    /**
     * Runs one of the other commands on the process's own streams.
     *
     * @return the exit code
     */
    public static int run(String... arguments) {
        var terminal = Terminal.ofProcess();
        var code = commandLine(terminal).execute(arguments);
        terminal.out().flush();
        return code;
    }

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new Commands())
                .addSubcommand(new Check(terminal))
                .addSubcommand(new Explain(terminal))
                .addSubcommand(new Acknowledge(terminal))
                .addSubcommand(new Translate(terminal))
                .addSubcommand(new Hub.Run())
                .addSubcommand(new Hub.Demo())
                .addSubcommand(new CommandLine.HelpCommand())
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Commands::misused)
                .setExecutionExceptionHandler(Commands::failed);
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
        if (command.getParent() == null)
            return "unknown command '" + word + "'"
                    + Nearest.hint(word, command.getSubcommands().keySet());
        return "one argument too many: " + word;
    }

    private static int failed(Exception e, CommandLine command, ParseResult arguments) throws Exception {
        if (!(e instanceof CannotRead || e instanceof InvalidFiles || e instanceof PartnerFiles.Invalid)) throw e;
        command.getErr().println("relais: " + e.getMessage());
        return CommandLine.ExitCode.USAGE;
    }

    /** The version the jar was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"relais " + (version == null ? "(not packaged)" : version)};
        }
    }
}

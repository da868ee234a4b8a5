package relais.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code relais consumer}: what is held on a consumer, and how it is forgotten. */
@Command(
        name = "consumer",
        header = "Show or erase what a running hub holds on a consumer.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  relais consumer export 01936f00-0000-7000-8000-000000000001 > consumer.json",
            "  relais consumer erase 01936f00-0000-7000-8000-000000000001 --reason \"asked for by letter on 1 March\""
        })
final class ConsumerCommands {

    ConsumerCommands() {}

    /** {@code relais consumer export}. */
    @Command(
            name = "export",
            header = "Print everything held on a consumer as JSON.",
            description = {
                "Identity, consents, what was done with them, documents in both directions, ledger entries.",
                "That it was exported is noted with the consumer."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:printed", "1:the hub refused", "2:wrong usage, or no hub answers"},
            footer = {"", "Example:", "  relais consumer export 01936f00-0000-7000-8000-000000000001 > consumer.json"})
    static final class Export implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(paramLabel = "ID", description = "id of the consumer, as its documents have it")
        private UUID consumer = new UUID(0, 0);

        @Mixin
        private RunningHub hub = new RunningHub();

        Export(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            return hub.ask("GET", "/api/consumers/" + consumer, terminal).print(terminal, RunningHub.Answer::pretty);
        }
    }

    /** {@code relais consumer erase}. */
    @Command(
            name = "erase",
            header = "Erase a consumer for good.",
            description = {
                "Destroys the consumer's key: name, addresses, and every document that names the consumer can no longer be",
                "read, here and in every copy. Amounts stay. The same person coming again is a new consumer."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:erased", "1:not confirmed, or the hub refused", "2:wrong usage, or no hub answers"},
            footer = {
                "",
                "Example:",
                "  relais consumer erase 01936f00-0000-7000-8000-000000000001 --reason \"asked for by letter on 1 March\""
            })
    static final class Erase implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(paramLabel = "ID", description = "id of the consumer, as its documents have it")
        private UUID consumer = new UUID(0, 0);

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                required = true,
                description = "why, in one sentence without personal data; it is kept")
        private String reason = "";

        @Option(names = "--yes", description = "do not ask")
        private boolean yes;

        @Mixin
        private RunningHub hub = new RunningHub();

        Erase(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            if (!yes && !confirmed()) {
                terminal.err().println("relais: nothing was erased");
                return ExitCode.SOFTWARE;
            }
            return hub.ask("DELETE", "/api/consumers/" + consumer + "?reason=" + RunningHub.encoded(reason), terminal)
                    .print(terminal, answer -> "consumer " + consumer + " is erased");
        }

        private boolean confirmed() {
            terminal.err().println("This cannot be undone. Type the consumer's id to erase it:");
            try {
                var typed = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
                return typed != null && typed.strip().equalsIgnoreCase(consumer.toString());
            } catch (IOException e) {
                return false;
            }
        }
    }
}

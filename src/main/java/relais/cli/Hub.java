package relais.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** What the help says of the commands that start the hub; the hub itself takes their arguments. */
final class Hub {

    private Hub() {}

    @Command(
            name = "run",
            header = "Start the hub and keep it running.",
            description = {
                "Every setting of application.yaml can be given as --NAME=VALUE.",
                "",
                "PostgreSQL, the broker and the SFTP server run inside the process, with their state in ./data;",
                "with --spring.profiles.active=production none of them does."
            },
            mixinStandardHelpOptions = true,
            footer = {"", "Example:", "  relais run --server.port=9090 --relais.data=/var/lib/relais"})
    static final class Run implements Runnable {
        @Unmatched
        private List<String> settings = new ArrayList<>();

        @Override
        public void run() {
            throw new IllegalStateException("the hub takes " + settings + " itself");
        }
    }

    @Command(
            name = "demo",
            header = "Play the example day and print it as a timeline.",
            description = "The hub stays up afterwards, for you to try things.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example:", "  relais demo --exit"})
    static final class Demo implements Runnable {
        @Option(
                names = "--exit",
                description =
                        "Play it in a fresh temporary folder, count what arrived, and exit: 0 if nothing was lost or duplicated.")
        private boolean exit;

        @Unmatched
        private List<String> settings = new ArrayList<>();

        @Override
        public void run() {
            throw new IllegalStateException("the hub takes --exit " + exit + " " + settings + " itself");
        }
    }
}

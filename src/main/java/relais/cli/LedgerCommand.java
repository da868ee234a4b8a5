package relais.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code relais ledger}: whether the ledger, or what somebody was given of it, is what was booked. */
@Command(
        name = "ledger",
        header = "Verify the ledger, or a proof that somebody was given of it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  relais ledger verify-proof entry-4711.json --key hub.vkey      needs nothing but the file",
            "  relais ledger verify --checkpoint checkpoint-2026-11.txt       against the hub's database"
        })
final class LedgerCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

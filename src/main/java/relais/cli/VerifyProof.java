package relais.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import relais.ledger.ProofFile;
import relais.proof.Checkpoint;
import relais.proof.NotProven;
import relais.proof.VerifierKey;

/** {@code relais ledger verify-proof}: what a partner runs, with nothing of the hub at hand. */
@Command(
        name = "verify-proof",
        header = "Say what a proof from the hub's API proves, without the hub.",
        description = {
            "FILE is what /api/ledger/entries/SEQ/proof or /api/ledger/consistency answered.",
            "",
            "The key is the one that the hub's operator handed you, or that /api/ledger/key answered when you began:",
            "its text, or a file that holds it. Without it only the file's own key is at hand, which a forger would exchange, too."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:proven",
            "1:not proven; it is said what does not fit",
            "2:wrong usage, or a file that cannot be read"
        },
        footer = {
            "",
            "Examples:",
            "  relais ledger verify-proof entry-4711.json --key hub.vkey",
            "  relais ledger verify-proof consistency.json --key hub.vkey --checkpoint january.txt --checkpoint june.txt"
        })
final class VerifyProof implements Callable<Integer> {

    private static final int FILE_BYTES_MAX = 1 << 20;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "proof of an entry or of consistency; - is standard input")
    private String file = "";

    @Option(names = "--key", paramLabel = "KEY", description = "the hub's key, NAME+ID+BASE64, or a file that holds it")
    private @Nullable String key;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "a checkpoint that you kept: one of those in the proof must be the same")
    private List<String> kept = new ArrayList<>();

    VerifyProof(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var given = Optional.ofNullable(key).map(this::key);
        try {
            var proof = ProofFile.read(text(file));
            var trusted = given.orElseGet(proof::key);
            var said = proof.verify(trusted);
            for (var name : kept) requireSame(proof, name, Checkpoint.open(text(name), trusted));
            said.forEach(terminal.out()::println);
            terminal.out().println(terminal.green("Proven") + ", signed with the key " + trusted + signer(given));
            return ExitCode.OK;
        } catch (NotProven e) {
            terminal.out().println(terminal.red("Not proven") + ": " + e.getMessage() + ".");
            return ExitCode.SOFTWARE;
        }
    }

    private static String signer(Optional<VerifierKey> given) {
        return given.isPresent()
                ? "."
                : ",\nwhich is the file's own word: compare it with the one you were given, or name that one with --key.";
    }

    private static void requireSame(ProofFile proof, String name, Checkpoint kept) {
        if (proof.checkpoints().contains(kept)) return;
        var sizes = proof.checkpoints().stream().map(Checkpoint::size).toList();
        throw new NotProven(
                sizes.contains(kept.size())
                        ? name + " is of " + kept.size()
                                + " entries as the proof is, and of another ledger: one of two histories was shown to you"
                        : name + " is of " + kept.size() + " entries, the proof of " + sizes + "; fetch "
                                + joining(sizes.get(0), kept.size()) + " to join them");
    }

    /** The address of what proves that the smaller tree is the beginning of the larger. */
    private static String joining(long one, long other) {
        return "/api/ledger/consistency?from=" + Math.min(one, other) + "&to=" + Math.max(one, other);
    }

    private VerifierKey key(String given) {
        try {
            return VerifierKey.parse(given.contains("+") ? given : text(given));
        } catch (IllegalArgumentException e) {
            throw new CannotRead(given, String.valueOf(e.getMessage()));
        }
    }

    private String text(String name) {
        try (var in = Source.named(name, terminal).open(terminal)) {
            var bytes = in.readNBytes(FILE_BYTES_MAX);
            return new String(bytes, UTF_8);
        } catch (IOException e) {
            throw new CannotRead(name, String.valueOf(e.getMessage()));
        }
    }
}

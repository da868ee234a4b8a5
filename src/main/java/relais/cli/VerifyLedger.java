package relais.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import relais.embedded.HubDatabase;
import relais.ledger.Audit;
import relais.ledger.Fault;
import relais.proof.Checkpoint;
import relais.proof.NotProven;
import relais.proof.SigningKey;
import relais.proof.VerifierKey;

/** {@code relais ledger verify}: recomputes everything from the rows, on all cores. */
@Command(
        name = "verify",
        header = "Verify the ledger in the hub's database, and name the first row that does not fit.",
        description = {
            "Structure is the hash tree, the seals and their links; content is every entry, fact, account and balance.",
            "What an administrator rewrote with all that follows shows only against a checkpoint kept elsewhere.",
            "",
            "The database is that of --database, else of RELAIS_DATABASE_URL, else the embedded one in the data folder,",
            "whether its hub runs or not."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:sound", "1:a row does not fit", "2:wrong usage, or a database or file that cannot be read"},
        footer = {
            "",
            "Examples:",
            "  relais ledger verify",
            "  relais ledger verify --data /var/lib/relais --checkpoint kept/2026-11.txt",
            "  relais ledger verify --database jdbc:postgresql://db.example/relais --user auditor --key hub.vkey"
        })
final class VerifyLedger implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", paramLabel = "FOLDER", description = "the hub's data folder; ./data if not given")
    private Path data = Path.of("data");

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "JDBC URL; the password is in RELAIS_DATABASE_PASSWORD")
    private @Nullable String database;

    @Option(names = "--user", paramLabel = "NAME", description = "database user; RELAIS_DATABASE_USER if not given")
    private @Nullable String user;

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "a checkpoint that was kept elsewhere")
    private List<String> kept = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "the hub's key, NAME+ID+BASE64, or a file that holds it; the data folder's own if not given")
    private @Nullable String key;

    @Option(names = "--structure", description = "only the tree, seals and checkpoints")
    private boolean structureOnly;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "how many connections to read on; one a core if not given")
    private int jobs = Math.max(1, Checking.CORES);

    VerifyLedger(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (jobs < 1) throw new ParameterException(spec.commandLine(), "--jobs must be 1 or more, not " + jobs);
        try (var found = database();
                var audit = Audit.of(found.dataSource(), jobs)) {
            var fault = verify(audit, found);
            fault.ifPresent(bad -> terminal.out().println(terminal.red("Not sound") + ": " + bad + "."));
            if (fault.isEmpty()) terminal.out().println(terminal.green("Sound") + ": " + extent(audit) + ".");
            return fault.isPresent() ? ExitCode.SOFTWARE : ExitCode.OK;
        } catch (SQLException e) {
            throw new CannotRead("the database", String.valueOf(e.getMessage()));
        } catch (DataAccessException e) {
            throw new CannotRead(
                    "the database", String.valueOf(e.getMostSpecificCause().getMessage()));
        }
    }

    /** What was verified. */
    private String extent(Audit audit) {
        var held = kept.isEmpty() ? "" : ", as signed in " + String.join(", ", kept);
        return Figures.number(audit.entries()) + " entries under " + Figures.number(audit.seals()) + " seals" + held;
    }

    private Optional<Fault> verify(Audit audit, HubDatabase found) {
        var verifier = Optional.ofNullable(key).map(this::key);
        return timed("structure", "leaves", audit, audit::structure)
                .or(() -> checkpoints(audit, found, verifier))
                .or(() -> structureOnly ? Optional.empty() : timed("content", "entries", audit, audit::content));
    }

    private Optional<Fault> checkpoints(Audit audit, HubDatabase found, Optional<VerifierKey> given) {
        var verifier = given.or(() -> audit.origin().flatMap(name -> found.seed()
                .map(seed -> SigningKey.of(name, seed).verifier())));
        if (verifier.isEmpty() && !kept.isEmpty())
            throw new CannotRead(kept.get(0), "its signature needs the hub's key; name it with --key");
        if (verifier.isEmpty()) return Optional.empty();
        var fault = audit.checkpoints(verifier.get());
        for (var file : kept) {
            var checkpoint = open(file, verifier.get());
            fault = fault.or(() -> audit.against(checkpoint));
        }
        return fault;
    }

    private Optional<Fault> timed(
            String what, String counted, Audit audit, Function<LongConsumer, Optional<Fault>> verify) {
        try (var progress = new Progress(terminal, audit.entries(), Figures::number)) {
            var fault = verify.apply(progress::read);
            var rate = Figures.number(Figures.perSecond(progress.bytes(), progress.nanos()));
            progress.aside(() -> terminal.err()
                    .println(what + ": " + Figures.number(progress.bytes()) + " " + counted + ", " + rate + "/s"));
            return fault;
        }
    }

    private HubDatabase database() {
        var url = Optional.ofNullable(database).or(() -> environment("URL"));
        if (url.isPresent()) return database(url.get());
        try {
            return HubDatabase.in(terminal.directory().resolve(data));
        } catch (IllegalArgumentException e) {
            throw new CannotRead(data.toString(), String.valueOf(e.getMessage()));
        }
    }

    private HubDatabase database(String url) {
        try {
            return HubDatabase.at(
                    url,
                    Optional.ofNullable(user).or(() -> environment("USER")).orElse("postgres"),
                    environment("PASSWORD").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new CannotRead(
                    "the database", "an address is written like jdbc:postgresql://HOST/relais, not " + url);
        }
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv("RELAIS_DATABASE_" + name));
    }

    private Checkpoint open(String file, VerifierKey verifier) {
        try {
            return Checkpoint.open(text(file), verifier);
        } catch (NotProven e) {
            throw new CannotRead(file, String.valueOf(e.getMessage()));
        }
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
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new CannotRead(name, String.valueOf(e.getMessage()));
        }
    }
}

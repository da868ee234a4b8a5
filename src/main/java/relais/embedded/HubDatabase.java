package relais.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.logging.LoggingSystem;

/** The hub's database for a command: the one of a hub that runs, or the embedded one, started for as long as the command takes. */
public final class HubDatabase implements AutoCloseable {

    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();
    private final Optional<byte[]> seed;
    private final AutoCloseable started;

    private HubDatabase(String url, String user, String password, Optional<byte[]> seed, AutoCloseable started) {
        LoggingSystem.get(getClass().getClassLoader()).beforeInitialize();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        this.seed = seed;
        this.started = started;
    }

    /** One that runs by itself. */
    public static HubDatabase at(String url, String user, String password) {
        return new HubDatabase(url, user, password, Optional.empty(), () -> {});
    }

    /**
     * The embedded one, whose state lies in a data folder.
     *
     * @throws IllegalArgumentException if no hub has run there
     */
    public static HubDatabase in(Path data) {
        LoggingSystem.get(HubDatabase.class.getClassLoader()).beforeInitialize();
        var postgres = data.resolve("postgres");
        if (!Files.isDirectory(postgres))
            throw new IllegalArgumentException("no hub has kept a database in it; name another with --data FOLDER, or a"
                    + " database with --database URL");
        var seed = seed(data.resolve("keys").resolve("ledger"));
        try {
            var folder = new DataFolder(data);
            var server = new PostgresServer(
                    postgres, new Ports(ProcessHandle.current().pid()).free());
            return new HubDatabase(server.url(), server.user(), "", seed, () -> {
                server.close();
                folder.close();
            });
        } catch (CannotStart aHubRunsThere) {
            return new HubDatabase(url(postgres), "postgres", "", seed, () -> {});
        }
    }

    /** The fourth line of the server's pid file is its port. */
    private static String url(Path postgres) {
        try {
            var lines = Files.readAllLines(postgres.resolve("postmaster.pid"));
            return "jdbc:postgresql://localhost:" + lines.get(3).strip() + "/relais";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> seed(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(HexFormat.of().parseHex(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** The secret that its checkpoints are signed with, where the hub made it itself. */
    public Optional<byte[]> seed() {
        return seed;
    }

    @Override
    public void close() {
        try {
            started.close();
        } catch (Exception e) {
            throw new IllegalStateException("PostgreSQL does not stop", e);
        }
    }
}

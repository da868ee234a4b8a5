package relais.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * PostgreSQL as a child process, with everything that makes its promises hold switched on. Its data survives restarts, also
 * those after a kill of the hub.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String DATABASE = "relais";
    private static final String USER = "postgres";

    /** After a crash the server first replays its log. */
    private static final Duration START_MAX = Duration.ofMinutes(2);

    private final EmbeddedPostgres server;

    /**
     * Starts it and creates the database when it is not there yet.
     *
     * @param directory its data directory, created when missing
     * @param port it listens on, on loopback only
     */
    public PostgresServer(Path directory, int port) {
        try {
            Files.createDirectories(directory);
            var real = directory.toRealPath();
            new LeftoverPostmaster(real).stop();
            server = start(real, Ports.require(port, "relais.postgres.port"));
            createDatabase();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL does not start in " + directory, failed);
        }
    }

    private static EmbeddedPostgres start(Path directory, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(START_MAX)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .start();
    }

    private void createDatabase() {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'");
            if (!found.next()) statement.execute("create database " + DATABASE);
        } catch (SQLException failed) {
            throw new IllegalStateException("PostgreSQL started, but has no database " + DATABASE, failed);
        }
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE;
    }

    public String user() {
        return USER;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

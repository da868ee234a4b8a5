package relais.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresServerTest {

    @TempDir
    Path folder;

    private final int port = new Ports(ProcessHandle.current().pid()).free();

    @Test
    void keepsItsDataAcrossRestarts() {
        try (var server = new PostgresServer(folder, port)) {
            client(server).sql("create table kept as select 42 as n").update();
        }

        try (var server = new PostgresServer(folder, port)) {
            assertThat(client(server)
                            .sql("select n from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void stopsTheServerThatAKilledHubLeftBehindAndKeepsWhatWasCommitted() throws Exception {
        var hub = ChildJvm.start(KilledHub.class, folder.toString(), Integer.toString(port));
        ChildJvm.awaitLine(hub, "committed");
        hub.destroyForcibly().waitFor();
        var leftBehind = postmaster();
        assertThat(leftBehind.isAlive()).isTrue();

        try (var server = new PostgresServer(folder, port)) {
            assertThat(leftBehind.isAlive()).isFalse();
            assertThat(client(server)
                            .sql("select n from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void removesAPidFileThatNamesAnotherProgram() throws Exception {
        try (var server = new PostgresServer(folder, port)) {
            client(server).sql("create table kept as select 42 as n").update();
        }
        Files.writeString(
                folder.resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder + "\n0\n" + port + "\n\nlocalhost\n");

        try (var server = new PostgresServer(folder, port)) {
            assertThat(client(server)
                            .sql("select n from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void makesEveryCommitDurable() {
        try (var server = new PostgresServer(folder, port)) {
            var settings = client(server)
                    .sql(
                            "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')")
                    .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                    .list();

            assertThat(settings)
                    .containsExactlyInAnyOrder(
                            Map.entry("fsync", "on"),
                            Map.entry("synchronous_commit", "on"),
                            Map.entry("full_page_writes", "on"));
        }
    }

    private ProcessHandle postmaster() throws Exception {
        var pid = Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static JdbcClient client(PostgresServer server) {
        return JdbcClient.create(new DriverManagerDataSource(server.url(), server.user(), ""));
    }

    /** A hub that commits one row and then waits to be killed. */
    static final class KilledHub {

        private KilledHub() {}

        public static void main(String[] arguments) throws InterruptedException {
            var server = new PostgresServer(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            client(server).sql("create table kept as select 42 as n").update();
            System.out.println("committed");
            Thread.currentThread().join();
        }
    }
}

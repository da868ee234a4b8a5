package relais.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A sequencer in a JVM of its own, to be stopped, resumed and killed as whole processes are. */
final class SequencerNode implements AutoCloseable {

    private final Process process;

    private SequencerNode(Process process) {
        this.process = process;
    }

    /** @param name by which the database knows its connections */
    static SequencerNode start(String url, String name) {
        var command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-cp",
                classPath(),
                SequencerNode.class.getName(),
                url,
                name);
        try {
            return new SequencerNode(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        if (SequencerNode.class.getClassLoader() instanceof URLClassLoader urls)
            return Stream.of(urls.getURLs()).map(SequencerNode::path).collect(Collectors.joining(File.pathSeparator));
        return System.getProperty("java.class.path");
    }

    private static String path(URL url) {
        return Path.of(URI.create(url.toString())).toString();
    }

    /** The node's own life. */
    public static void main(String[] arguments) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(arguments[0]);
        pool.addDataSourceProperty("ApplicationName", arguments[1]);
        pool.setMaximumPoolSize(4);
        var jdbc = JdbcClient.create(pool);
        var transactions = new JdbcTransactionManager(pool);
        var ledger = new Ledger(jdbc, Clock.systemUTC());
        new Sequencer(
                        pool,
                        new Booking(pool, transactions, Ledgers.partners(), Clock.systemUTC()),
                        new Agenda(
                                jdbc,
                                new TransactionTemplate(transactions),
                                ledger,
                                Ledgers.partners(),
                                Clock.systemUTC()),
                        () -> {})
                .start();
    }

    /** Everything in it stands still until it is resumed; its connections stay open. */
    void pause() {
        signal("-STOP");
    }

    void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With SIGKILL. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets it live for a while. */
    void leave(long millis) {
        try {
            if (process.waitFor(millis, TimeUnit.MILLISECONDS))
                throw new IllegalStateException("the node ended by itself with " + process.exitValue());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}

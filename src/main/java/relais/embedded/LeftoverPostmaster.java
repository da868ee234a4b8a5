package relais.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server that a killed hub left behind. It still holds the data directory, so it is asked to stop (fast
 * shutdown: SIGINT) before a new one starts; if it does not, SIGQUIT ends it and the next start recovers from the log.
 */
final class LeftoverPostmaster {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverPostmaster.class);
    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE_SHUTDOWN = Duration.ofSeconds(10);

    private final Path directory;
    private final Path pidFile;

    LeftoverPostmaster(Path directory) {
        this.directory = directory;
        this.pidFile = directory.resolve("postmaster.pid");
    }

    /** Stops it if it is there. A pid file whose process is gone, or is another program by now, is removed. */
    void stop() throws IOException {
        if (!Files.exists(pidFile)) return;
        var running = process();
        if (running.isPresent()) {
            LOG.warn(
                    "PostgreSQL process {} was left behind by a killed hub; stopping it",
                    running.get().pid());
            stop(running.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private Optional<ProcessHandle> process() throws IOException {
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(this::servesOurDirectory);
    }

    private boolean servesOurDirectory(ProcessHandle process) {
        var command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(directory.toString());
    }

    private static void stop(ProcessHandle process) throws IOException {
        signal(process, "-INT");
        if (ended(process, FAST_SHUTDOWN)) return;
        signal(process, "-QUIT");
        if (!ended(process, IMMEDIATE_SHUTDOWN))
            throw new CannotStart("PostgreSQL process " + process.pid()
                    + " of a killed hub does not stop; end it with kill -9 " + process.pid() + " and start again");
    }

    private static void signal(ProcessHandle process, String signal) throws IOException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean ended(ProcessHandle process, Duration atMost) {
        try {
            process.onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

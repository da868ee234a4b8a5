package relais;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hub in a JVM of its own, to be killed. */
final class HubProcess implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(25);

    /** What it says once its routes run, too. */
    private static final String UP = "Started Relais in";

    private final Process process;
    private final Path log;
    private final long startedAt = System.nanoTime();

    private HubProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts one; returns before it is up. @param log a new file for what it says */
    static HubProcess start(List<String> settings, Map<String, String> environment, Path log) {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx512m",
                "-cp",
                classPath(),
                Relais.class.getName()));
        command.add("--logging.threshold.console=info");
        command.addAll(settings);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            return new HubProcess(builder.start(), log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ours without the tests, whose configurations are not the hub's. */
    private static String classPath() {
        var tests = Path.of(HubProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).toAbsolutePath().equals(tests))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until everything in it runs, at most so long. @return whether it does */
    boolean isUpWithin(Duration limit) {
        var until = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < until && livesFor(LOOK)) if (isUp()) return true;
        return false;
    }

    private boolean isUp() {
        try {
            return Files.readString(log).contains(UP);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Lets it live for a while. @return whether it still does */
    boolean livesFor(Duration time) {
        try {
            return !process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** Kills it with SIGKILL: nothing of it runs any more when this returns. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        kill();
    }
}

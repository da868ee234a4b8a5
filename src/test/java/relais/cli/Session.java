package relais.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A terminal of one's own: a folder to work in, text to type, and everything that was printed. */
final class Session {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Path folder;
    private String typed = "";
    private boolean colours;
    private boolean watched;
    private LongSupplier nanos = () -> 0;

    Session(Path folder) {
        this.folder = folder;
    }

    Session typing(String text) {
        typed = text;
        return this;
    }

    /** As if a person read what is printed, and not a pipe. */
    Session coloured() {
        colours = true;
        return this;
    }

    /** Each time the clock is looked at, this much time has passed. */
    Session passing(Duration step) {
        var now = new AtomicLong();
        nanos = () -> now.addAndGet(step.toNanos());
        return this;
    }

    /** Somebody sees standard error. */
    Session watched() {
        watched = true;
        return this;
    }

    int run(String... arguments) {
        return Commands.run(terminal(), arguments);
    }

    Terminal terminal() {
        return new Terminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.ISO_8859_1)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                colours,
                watched,
                Clock.fixed(Instant.parse("2026-03-05T09:30:00Z"), ZoneOffset.UTC),
                nanos,
                folder);
    }

    String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<String> out() {
        return output().lines().toList();
    }

    List<String> err() {
        return errors().lines().toList();
    }
}

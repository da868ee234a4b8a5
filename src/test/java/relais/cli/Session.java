package relais.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A terminal of one's own: a folder to work in, text to type, and everything that was printed. */
final class Session {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Path folder;
    private String typed = "";
    private boolean colours;

    Session(Path folder) {
        this.folder = folder;
    }

    Session typing(String text) {
        typed = text;
        return this;
    }

    /** As if a person read what is printed, and not a pipe. */
    Session watched() {
        colours = true;
        return this;
    }

    int run(String... arguments) {
        var terminal = new Terminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.ISO_8859_1)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                colours,
                Clock.fixed(Instant.parse("2026-03-05T09:30:00Z"), ZoneOffset.UTC),
                folder);
        return Commands.commandLine(terminal).execute(arguments);
    }

    String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    List<String> out() {
        return output().lines().toList();
    }

    List<String> err() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }
}

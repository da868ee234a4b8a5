package relais.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Help.Ansi;

/**
 * What a command sees of the world.
 *
 * @param out takes text as UTF-8, and bytes as they are
 * @param colours whether a person reads {@code out}
 * @param clock in the time zone that dates are written in
 * @param directory that relative paths start from
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, boolean colours, Clock clock, Path directory) {

    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";

    /** The process's own. */
    static Terminal ofProcess() {
        return new Terminal(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Ansi.AUTO.enabled(),
                Clock.systemDefaultZone(),
                Path.of(""));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        var buffer = new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16);
        return new PrintStream(buffer, descriptor == FileDescriptor.err, StandardCharsets.UTF_8);
    }

    String red(String text) {
        return painted(RED, text);
    }

    String yellow(String text) {
        return painted(YELLOW, text);
    }

    String green(String text) {
        return painted(GREEN, text);
    }

    private String painted(String colour, String text) {
        return colours ? colour + text + PLAIN : text;
    }
}

package relais.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * What a command sees of the world.
 *
 * @param out takes text as UTF-8, and bytes as they are
 * @param colours whether a person reads {@code out}
 * @param watched whether a person sees {@code err}, where a line may then be drawn over
 * @param clock in the time zone that dates are written in
 * @param nanos counts nanoseconds from any moment on, and never backwards
 * @param directory that relative paths start from
 */
record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean colours,
        boolean watched,
        Clock clock,
        LongSupplier nanos,
        Path directory) {

    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int OUT = 1;
    private static final int ERR = 2;

    /** The process's own. */
    static Terminal ofProcess() {
        var plain = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
        return new Terminal(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                !plain && isTerminal(OUT),
                isTerminal(ERR) && !"dumb".equals(System.getenv("TERM")),
                new LocalClock(Clock.systemUTC()),
                System::nanoTime,
                Path.of(""));
    }

    /** Linux says of each stream where it leads; elsewhere Java knows only whether a person has both ends, in and out. */
    private static boolean isTerminal(int descriptor) {
        try {
            return leadsToTerminal(Files.readSymbolicLink(DESCRIPTORS.resolve(String.valueOf(descriptor)))
                    .toString());
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }

    /** {@code /dev/pts/3} and {@code /dev/tty1} do; a file, {@code pipe:[4711]} and {@code /dev/null} do not. */
    static boolean leadsToTerminal(String target) {
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
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

    /** The machine's clock and time zone. Finding out the zone takes longer than checking a file, so that waits until a date is written. */
    private static final class LocalClock extends Clock {
        private final Clock utc;

        LocalClock(Clock utc) {
            this.utc = utc;
        }

        @Override
        public Instant instant() {
            return utc.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.systemDefault();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return utc.withZone(zone);
        }
    }
}

package relais.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the work is: a line on standard error, drawn over ten times a second from half a second on and gone at the end. Nothing is
 * drawn where nobody watches. Whoever reads drives it, from any thread; it has none of its own.
 */
final class Progress implements AutoCloseable {

    private static final long MILLISECOND = 1_000_000;
    private static final long QUIET_NANOS = 500 * MILLISECOND;
    private static final long REDRAW_NANOS = 100 * MILLISECOND;
    private static final int BAR_WIDTH = 24;
    private static final String ERASE = "\r\u001b[K";

    private final Terminal terminal;
    private final long total;
    private final Measure measure;
    private final long began;
    private final AtomicLong done = new AtomicLong();
    private volatile long next;
    private boolean visible;

    /** What is counted, as people read it. */
    @FunctionalInterface
    interface Measure {
        String of(double amount);
    }

    /** @param total bytes there are to read, or {@link Source#UNKNOWN} */
    Progress(Terminal terminal, long total) {
        this(terminal, total, Figures::bytes);
    }

    Progress(Terminal terminal, long total, Measure measure) {
        this.terminal = terminal;
        this.total = total;
        this.measure = measure;
        this.began = terminal.nanos().getAsLong();
        this.next = began + QUIET_NANOS;
    }

    /** Of everything there is to read; as soon as one length is not known, the total is not. */
    static Progress of(List<Source> sources, Terminal terminal) {
        var total = 0L;
        for (var source : sources) {
            if (source.bytes() == Source.UNKNOWN) return new Progress(terminal, Source.UNKNOWN);
            total += source.bytes();
        }
        return new Progress(terminal, total);
    }

    /** Bytes that were read just now. */
    void read(long bytes) {
        done.addAndGet(bytes);
        if (!terminal.watched() || terminal.nanos().getAsLong() < next) return;
        draw();
    }

    /** Bytes read so far. */
    long bytes() {
        return done.get();
    }

    /** Since the beginning. */
    long nanos() {
        return terminal.nanos().getAsLong() - began;
    }

    /** Prints while the line is out of the way. */
    synchronized void aside(Runnable printing) {
        erase();
        printing.run();
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        erase();
    }

    private synchronized void draw() {
        var now = terminal.nanos().getAsLong();
        if (now < next) return;
        next = now + REDRAW_NANOS;
        terminal.err().print((visible ? ERASE : "") + line(done.get(), total, now - began, measure));
        terminal.err().flush();
        visible = true;
    }

    private void erase() {
        if (!visible) return;
        terminal.err().print(ERASE);
        terminal.err().flush();
        visible = false;
    }

    /** {@code [=====>    ]  45 %  450 MB of 1.0 GB  139 MB/s  4 s left}; without a total, bytes and rate. */
    static String line(long done, long total, long nanos) {
        return line(done, total, nanos, Figures::bytes);
    }

    private static String line(long done, long total, long nanos, Measure measure) {
        var rate = measure.of(Figures.perSecond(done, nanos)) + "/s";
        if (total <= 0) return measure.of(done) + "  " + rate;
        var part = Math.min(1.0, (double) done / total);
        var left = part == 0 ? "" : "  " + Figures.time(Math.round(nanos / part * (1 - part))) + " left";
        return bar(part) + percent(part) + measure.of(done) + " of " + measure.of(total) + "  " + rate + left;
    }

    private static String bar(double part) {
        var full = (int) (part * BAR_WIDTH);
        var head = full < BAR_WIDTH ? ">" : "";
        return "[" + "=".repeat(full) + head + " ".repeat(BAR_WIDTH - full - head.length()) + "]";
    }

    private static String percent(double part) {
        var number = String.valueOf((int) (part * 100));
        return " ".repeat(4 - number.length()) + number + " %  ";
    }
}

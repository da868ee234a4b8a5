package relais.edi;

import java.io.InputStream;

/**
 * Reads interchanges of X12 and EDIFACT as a stream of events, in memory bounded by the largest transaction set. What is wrong with the
 * bytes comes as findings in the events, never as an exception; only the stream itself can fail ({@link java.io.UncheckedIOException}).
 */
public final class InterchangeReader {
    private final InputStream in;
    private final Position from;
    private final Structures structures;
    private final Limits limits;

    /** @param in starts at {@code from.offset()} of the input; it is not closed here */
    public InterchangeReader(InputStream in, Position from, Structures structures, Limits limits) {
        this.in = in;
        this.from = from;
        this.structures = structures;
        this.limits = limits;
    }

    /** The next event; {@link Event.EndOfInput} for ever after the last. */
    public Event next() {
        throw new UnsupportedOperationException(in + " " + structures + limits);
    }

    /** Where a new reader goes on after the event that {@link #next()} answered last. */
    public Position position() {
        return from;
    }
}

package relais.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.LongConsumer;
import relais.edi.Event;
import relais.edi.InterchangeReader;
import relais.edi.Limits;
import relais.edi.Position;
import relais.edi.Segment;
import relais.edi.Structures;

/** The interchanges of one file or of standard input, as a stream of events: never more than one transaction set is held. */
final class Input implements AutoCloseable {

    private final String name;
    private final InputStream in;
    private final InterchangeReader reader;

    private Input(String name, InputStream in, Structures structures) {
        this.name = name;
        this.in = in;
        this.reader = new InterchangeReader(in, Position.start(), structures, Limits.standard());
    }

    /**
     * @param name of a file, or {@code -}
     * @throws CannotRead if there is no such file or it may not be read
     */
    static Input open(String name, Terminal terminal, Structures structures) {
        return new Input(name, Source.named(name, terminal).open(terminal), structures);
    }

    /**
     * @param read is told of bytes whenever some were read
     * @throws CannotRead if there is no such file or it may not be read
     */
    static Input open(Source source, Terminal terminal, Structures structures, LongConsumer read) {
        return new Input(source.name(), new Counted(source.open(terminal), read), structures);
    }

    /** The next event, {@link Event.EndOfInput} after the last. */
    Event next() {
        try {
            return reader.next();
        } catch (UncheckedIOException e) {
            throw new CannotRead(name, String.valueOf(e.getCause().getMessage()));
        }
    }

    /** The segments of the envelope that the last event was read from. */
    List<Segment> segments() {
        return reader.segments();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new CannotRead(name, String.valueOf(e.getMessage()));
        }
    }

    /** Tells how many bytes come through. */
    private static final class Counted extends FilterInputStream {
        private final LongConsumer read;

        Counted(InputStream in, LongConsumer read) {
            super(in);
            this.read = read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var count = in.read(bytes, from, length);
            if (count > 0) read.accept(count);
            return count;
        }
    }
}

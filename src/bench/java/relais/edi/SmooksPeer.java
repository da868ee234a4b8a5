package relais.edi;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.smooks.Smooks;
import org.smooks.cartridges.edifact.EdifactReaderConfigurator;
import org.smooks.io.sink.StreamSink;
import org.smooks.io.source.StreamSource;

/** Smooks as camel-smooks runs it, made once: reads and validates orders of D.96A by the published directory, and writes them to nowhere as XML. It knows no X12. */
@State(Scope.Thread)
public class SmooksPeer {
    private final Smooks smooks = new Smooks();

    @Setup(Level.Trial)
    public void compile() {
        smooks.setReaderConfig(
                new EdifactReaderConfigurator("/d96a/EDIFACT-Messages.dfdl.xsd").setMessageTypes(List.of("ORDERS")));
    }

    @TearDown(Level.Trial)
    public void close() {
        smooks.close();
    }

    /** Answers how many bytes of XML came out; 0 for what is no EDIFACT. */
    long read(byte[] interchange) {
        if (interchange[0] != 'U') return 0;
        var out = new Counting();
        smooks.filterSource(
                smooks.createExecutionContext(),
                new StreamSource<>(new ByteArrayInputStream(interchange)),
                new StreamSink<>(out));
        return out.bytes;
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes += length;
        }
    }
}

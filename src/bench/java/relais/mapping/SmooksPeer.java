package relais.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.smooks.Smooks;
import org.smooks.cartridges.edifact.EdifactReaderConfigurator;
import org.smooks.io.sink.JavaSink;
import org.smooks.io.source.StreamSource;
import org.xml.sax.SAXException;

/** Smooks as camel-smooks runs it, made once: reads orders of D.96A by the published directory and binds them to Java maps. It knows no X12. */
@State(Scope.Thread)
public class SmooksPeer {
    private Smooks smooks;

    @Setup(Level.Trial)
    public void compile() throws IOException, SAXException {
        smooks = new Smooks(SmooksPeer.class.getResourceAsStream("/relais/mapping/smooks-orders.xml"));
        smooks.setReaderConfig(
                new EdifactReaderConfigurator("/d96a/EDIFACT-Messages.dfdl.xsd").setMessageTypes(List.of("ORDERS")));
    }

    @TearDown(Level.Trial)
    public void close() {
        smooks.close();
    }

    /** Answers how many orders were bound. */
    int read(byte[] interchange) {
        var sink = new JavaSink();
        smooks.filterSource(
                smooks.createExecutionContext(), new StreamSource<>(new ByteArrayInputStream(interchange)), sink);
        var orders = (List<?>) sink.getBean("orders");
        if (orders.isEmpty()) throw new IllegalStateException("nothing was bound");
        return orders.size();
    }
}

package relais.edi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.smooks.Smooks;
import org.smooks.cartridges.edifact.EdifactReaderConfigurator;
import org.smooks.io.sink.StreamSink;
import org.smooks.io.source.StreamSource;

/** What the EDIFACT cartridge of Smooks reads of orders in D.96A. Making one compiles its schema, which takes long. */
final class SmooksReading implements AutoCloseable {
    private final Smooks smooks = new Smooks();

    SmooksReading() {
        var configurator = new EdifactReaderConfigurator("/d96a/EDIFACT-Messages.dfdl.xsd")
                .setMessageTypes(List.of("ORDERS"))
                .setCacheOnDisk(true);
        smooks.setReaderConfig(configurator);
    }

    /**
     * The transaction sets of an interchange: of each a line for every group, segment and value ({@code (SG25}, {@code LIN}, {@code
     * 7140=4006381333931}, {@code )}); empty when Smooks rejects it.
     */
    List<Optional<List<String>>> sets(byte[] interchange) {
        var out = new ByteArrayOutputStream();
        smooks.filterSource(
                smooks.createExecutionContext(),
                new StreamSource<>(new ByteArrayInputStream(interchange)),
                new StreamSink<>(out));
        try {
            return sets(XMLInputFactory.newDefaultFactory()
                    .createXMLStreamReader(new ByteArrayInputStream(out.toByteArray())));
        } catch (XMLStreamException e) {
            throw new IllegalStateException(out.toString(java.nio.charset.StandardCharsets.UTF_8), e);
        }
    }

    private static List<Optional<List<String>>> sets(XMLStreamReader xml) throws XMLStreamException {
        var sets = new ArrayList<Optional<List<String>>>();
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
            if (xml.getLocalName().equals("BadMessage")) sets.add(Optional.empty());
            if (xml.getLocalName().equals("ORDERS")) sets.add(Optional.of(lines(xml)));
        }
        return sets;
    }

    private static List<String> lines(XMLStreamReader xml) throws XMLStreamException {
        var lines = new ArrayList<String>();
        var depth = 1;
        while (depth > 0) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (xml.getLocalName().startsWith("SegGrp-")) lines.add(")");
            }
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            var name = xml.getLocalName();
            if (name.matches("E\\d{4}[a-z]?")) value(name.substring(1, 5), xml.getElementText(), lines);
            else {
                depth++;
                if (name.startsWith("SegGrp-")) lines.add("(SG" + name.substring(7));
                else if (!name.matches("C\\d{3}")) lines.add(name);
            }
        }
        return lines;
    }

    private static void value(String element, String text, List<String> lines) {
        if (!text.isEmpty()) lines.add(element + "=" + text);
    }

    @Override
    public void close() {
        smooks.close();
    }
}

package relais.mapping;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;

/**
 * Bytes to elements. A document type is refused, so nothing is expanded and nothing is fetched; what is too large, too deep or
 * too much is refused before it fills the memory.
 */
final class XmlReader {

    /** An invoice of five thousand lines has some ten megabytes. */
    static final int BYTES_MAX = 20_000_000;

    /** UBL nests some ten deep. */
    static final int DEPTH_MAX = 50;

    static final int ELEMENTS_MAX = 500_000;

    private static final XMLInputFactory FACTORY = factory();

    private final Map<String, String> prefixes;

    /** @param prefixes the prefix of each namespace, as a mapping calls it */
    XmlReader(Map<String, String> prefixes) {
        this.prefixes = prefixes;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** What is wrong with the bytes as XML. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Finding finding;

        Refused(Finding finding) {
            super(finding.text());
            this.finding = finding;
        }

        Finding finding() {
            return finding;
        }
    }

    /**
     * Reads a whole document.
     *
     * @throws Refused if the bytes are no well-formed XML, have a document type, or exceed a limit
     */
    XmlElement read(byte[] bytes) throws Refused {
        if (bytes.length > BYTES_MAX)
            throw limit("XML of " + bytes.length + " bytes, bytesMax is " + BYTES_MAX, Location.nowhere());
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new Refused(Finding.error(FindingCode.XML_INVALID, location(e.getLocation()), words(e)));
        }
    }

    /** The name of the root element; empty where the bytes do not begin like XML. */
    Optional<String> root(byte[] bytes) {
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                while (reader.hasNext())
                    if (reader.next() == XMLStreamConstants.START_ELEMENT)
                        return Optional.of(name(reader.getNamespaceURI(), reader.getLocalName()));
                return Optional.empty();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException noXml) {
            return Optional.empty();
        }
    }

    private XmlElement read(XMLStreamReader reader) throws XMLStreamException, Refused {
        var root = Optional.<XmlElement>empty();
        var depth = 0;
        var count = 0;
        var open = new XmlElement[DEPTH_MAX + 1];
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == DEPTH_MAX) throw limit("depthMax is " + DEPTH_MAX, location(reader.getLocation()));
                    if (++count > ELEMENTS_MAX)
                        throw limit("elementsMax is " + ELEMENTS_MAX, location(reader.getLocation()));
                    var element = element(reader, depth == 0 ? null : open[depth]);
                    if (depth == 0) root = Optional.of(element);
                    else open[depth].children().add(element);
                    open[++depth] = element;
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> open[depth].append(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Refused(Finding.error(
                            FindingCode.XML_INVALID, location(reader.getLocation()), "document types are refused"));
                default -> {}
            }
        }
        return root.orElseThrow(() -> new IllegalStateException("a document without an element got past the parser"));
    }

    private XmlElement element(XMLStreamReader reader, @Nullable XmlElement parent) {
        var name = name(reader.getNamespaceURI(), reader.getLocalName());
        var element = new XmlElement(name, parent, reader.getLocation().getLineNumber());
        for (var i = 0; i < reader.getAttributeCount(); i++)
            if (reader.getAttributeNamespace(i) == null
                    || reader.getAttributeNamespace(i).isEmpty())
                element.attributes().put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        return element;
    }

    /** The name as the mapping would write it; of a namespace that it does not name, {@code {urn:x}Name}. */
    private String name(@Nullable String namespace, String local) {
        var uri = namespace == null ? "" : namespace;
        var prefix = prefixes.get(uri);
        if (prefix == null) return uri.isEmpty() && !prefixes.containsValue("") ? local : "{" + uri + "}" + local;
        return prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private static Refused limit(String text, Location location) {
        return new Refused(Finding.error(FindingCode.LIMIT_REACHED, location, text));
    }

    private static Location location(javax.xml.stream.@Nullable Location at) {
        if (at == null || at.getLineNumber() < 1) return Location.nowhere();
        return Location.pointer("line " + at.getLineNumber() + ", column " + at.getColumnNumber());
    }

    /** The parser's own words without the place, which stands in the location. */
    private static String words(XMLStreamException e) {
        var message = String.valueOf(e.getMessage());
        var at = message.indexOf("Message: ");
        return (at < 0 ? message : message.substring(at + 9))
                .lines()
                .findFirst()
                .orElse("no XML");
    }
}

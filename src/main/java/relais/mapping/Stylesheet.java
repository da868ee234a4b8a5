package relais.mapping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.Templates;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;

/** An XSLT 1.0 stylesheet, compiled. It reads no other file, and calls nothing outside of XSLT. Safe for many threads. */
final class Stylesheet {

    private final String name;
    private final Templates templates;

    private Stylesheet(String name, Templates templates) {
        this.name = name;
        this.templates = templates;
    }

    /** @throws IllegalArgumentException in words, with the line where it is no XML, if it is no stylesheet */
    static Stylesheet of(Path file) {
        var name = file.getFileName().toString();
        var wrong = new Words();
        try {
            var text = Files.readAllBytes(file);
            new XmlReader(Map.of()).read(text);
            return new Stylesheet(name, factory(wrong).newTemplates(new StreamSource(new ByteArrayInputStream(text))));
        } catch (XmlReader.Refused e) {
            throw new IllegalArgumentException(name + " " + e.finding(), e);
        } catch (TransformerConfigurationException e) {
            throw new IllegalArgumentException(name + wrong.or(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static TransformerFactory factory(ErrorListener listener) throws TransformerConfigurationException {
        var factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        factory.setErrorListener(listener);
        return factory;
    }

    String name() {
        return name;
    }

    /**
     * @param xml that is known to be well-formed and within limits
     * @throws XmlReader.Refused if the stylesheet gives up, with the words of its {@code xsl:message} where it has any
     */
    byte[] transform(byte[] xml) throws XmlReader.Refused {
        var wrong = new Words();
        var made = new ByteArrayOutputStream();
        try {
            var transformer = templates.newTransformer();
            transformer.setErrorListener(wrong);
            transformer.transform(new StreamSource(new ByteArrayInputStream(xml)), new StreamResult(made));
            return made.toByteArray();
        } catch (TransformerException e) {
            throw refused(wrong.or(e));
        } catch (StackOverflowError e) {
            throw refused(" calls itself without an end");
        }
    }

    private XmlReader.Refused refused(String words) {
        return new XmlReader.Refused(Finding.error(FindingCode.UNREADABLE_INPUT, Location.nowhere(), name + words));
    }

    /** What a processor has to say of a stylesheet. */
    private static final class Words implements ErrorListener {

        private final List<String> said = new ArrayList<>();

        /** A message of the stylesheet comes as a warning. */
        @Override
        public void warning(TransformerException e) {
            said.add(words(e));
        }

        @Override
        public void error(TransformerException e) {
            said.add(words(e));
        }

        @Override
        public void fatalError(TransformerException e) {
            said.add(words(e));
        }

        /** The first thing that was said, or else what the failure says. */
        String or(TransformerException failure) {
            return said.isEmpty() ? words(failure) : said.get(0);
        }

        private static String words(TransformerException e) {
            var at = e.getLocator();
            var line = at == null || at.getLineNumber() < 1 ? "" : " line " + at.getLineNumber();
            return line + ": " + e.getMessage().replaceFirst("^([\\w.]+Exception: )+", "");
        }
    }
}

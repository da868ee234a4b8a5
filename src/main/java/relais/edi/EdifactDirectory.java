package relais.edi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLStreamException;

/**
 * A UN/EDIFACT directory as published with Smooks ({@code d96a/EDIFACT-Segments.dfdl.xsd}). The definitions are gathered once; segments are
 * made when asked for, and a message's structure is read on its own, up to its end.
 */
final class EdifactDirectory implements Dictionary {
    private final URL messages;
    private final EdifactSegments segments;
    private final Dictionary service;
    private final Map<String, Optional<SegmentType>> types = new ConcurrentHashMap<>();

    private EdifactDirectory(URL messages, EdifactSegments segments, Dictionary service) {
        this.messages = messages;
        this.segments = segments;
        this.service = service;
    }

    /** The directory of a name like {@code d96a}; empty when it is not on the class path. */
    static Optional<EdifactDirectory> load(String name, Dictionary service) {
        var loader = EdifactDirectory.class.getClassLoader();
        var segments = loader.getResource(name + "/EDIFACT-Segments.dfdl.xsd");
        var messages = loader.getResource(name + "/EDIFACT-Messages.dfdl.xsd");
        if (name.isEmpty() || segments == null || messages == null) return Optional.empty();
        try (var in = segments.openStream()) {
            return Optional.of(new EdifactDirectory(messages, EdifactSegments.read(in), service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot read " + segments, e);
        }
    }

    @Override
    public Optional<SegmentType> segment(String tag) {
        return types.computeIfAbsent(tag, key -> segments.segment(key).or(() -> service.segment(key)));
    }

    @Override
    public Optional<SetType> set(String type) {
        try (var in = messages.openStream()) {
            return EdifactMessage.read(in, type, this)
                    .map(root -> new SetType(type, type, "", this, root, List.of(Total.lineItems())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot read " + type + " in " + messages, e);
        }
    }
}

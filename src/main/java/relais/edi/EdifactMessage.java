package relais.edi;

import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the structure of one message type from a directory's schema: segments are elements with an initiator, groups are named {@code SegGrp-25}. */
final class EdifactMessage {
    private static final String GROUP = "SegGrp-";

    private final XMLStreamReader xml;
    private final Dictionary dictionary;
    private int id;

    private EdifactMessage(XMLStreamReader xml, Dictionary dictionary) {
        this.xml = xml;
        this.dictionary = dictionary;
    }

    /** The root of the message's structure; empty when the directory has no such message. */
    static Optional<Place> read(InputStream in, String type, Dictionary dictionary) throws XMLStreamException {
        var xml = EdifactSegments.open(in);
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT
                    || !xml.getLocalName().equals("complexType")) continue;
            if (!type.equals(xml.getAttributeValue(null, "name"))) continue;
            var root = Place.root();
            new EdifactMessage(xml, dictionary).rest(root, 1);
            return Optional.of(root);
        }
        return Optional.empty();
    }

    private void segment(Place parent) {
        var tag = EdifactSegments.attribute(xml, "name");
        parent.segment(type(tag), min(), max(), ++id);
    }

    private SegmentType type(String tag) {
        return dictionary.segment(tag).orElseThrow(() -> new IllegalStateException("no segment " + tag));
    }

    /** A group needs its trigger's segment before it is made, so it is made when its first segment comes. */
    private void group(Place parent) throws XMLStreamException {
        var name = "SG" + EdifactSegments.attribute(xml, "name").substring(GROUP.length());
        var min = min();
        var max = max();
        var depth = 1;
        while (true) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
            depth++;
            if (!xml.getLocalName().equals("element")) continue;
            var trigger = type(EdifactSegments.attribute(xml, "name"));
            var loop = parent.loop(name, trigger, min, max, ++id);
            loop.segment(trigger, 1, 1, ++id);
            rest(loop, depth);
            return;
        }
    }

    /** Reads the rest of a loop, {@code depth} elements deep, to the end of the outermost. */
    private void rest(Place loop, int depth) throws XMLStreamException {
        var open = depth;
        while (open > 0) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) open--;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            if (!xml.getLocalName().equals("element")) open++;
            else if (EdifactSegments.attribute(xml, "name").startsWith(GROUP)) group(loop);
            else {
                segment(loop);
                open++;
            }
        }
    }

    private int min() {
        return Integer.parseInt(EdifactSegments.attribute(xml, "minOccurs"));
    }

    private int max() {
        var max = EdifactSegments.attribute(xml, "maxOccurs");
        return max.equals("unbounded") ? Integer.MAX_VALUE : Integer.parseInt(max);
    }
}

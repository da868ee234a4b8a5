package relais.edi;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The segments, composites, elements and code lists of a directory, as its schema writes them: types by name, and what each refers to. */
final class EdifactSegments {
    private final Map<String, List<Reference>> complex = new HashMap<>();
    private final Map<String, Simple> simple = new HashMap<>();
    private final Map<String, String> segmentTypes = new HashMap<>();
    private final Map<String, ElementType> elements = new HashMap<>();

    /** A use of a type inside another. */
    private record Reference(String type, int min, int max) {}

    private record Simple(String base, List<String> codes) {}

    private EdifactSegments() {}

    static XMLStreamReader open(InputStream in) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory.createXMLStreamReader(in);
    }

    static EdifactSegments read(InputStream in) throws XMLStreamException {
        var segments = new EdifactSegments();
        var xml = open(in);
        var current = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
            var name = xml.getLocalName();
            if (name.equals("complexType") || name.equals("simpleType")) current = segments.begin(xml, name);
            else segments.part(xml, name, current);
        }
        return segments;
    }

    private String begin(XMLStreamReader xml, String kind) {
        var type = attribute(xml, "name");
        if (kind.equals("simpleType")) return type;
        complex.put(type, new ArrayList<>());
        if (type.indexOf('-') == 3 && !Character.isDigit(type.charAt(1))) segmentTypes.put(type.substring(0, 3), type);
        return type;
    }

    private void part(XMLStreamReader xml, String name, String current) {
        switch (name) {
            case "element" -> {
                var into = complex.get(current);
                var type = local(attribute(xml, "type"));
                if (into == null || type.equals(attribute(xml, "name"))) return;
                into.add(new Reference(type, number(xml, "minOccurs"), number(xml, "maxOccurs")));
            }
            case "restriction" -> simple.put(current, new Simple(local(attribute(xml, "base")), new ArrayList<>()));
            case "enumeration" -> {
                var into = simple.get(current);
                if (into != null) into.codes().add(attribute(xml, "value"));
            }
            default -> {}
        }
    }

    private static int number(XMLStreamReader xml, String attribute) {
        var value = attribute(xml, attribute);
        if (value.equals("unbounded")) return Integer.MAX_VALUE;
        return value.isEmpty() ? 1 : Integer.parseInt(value);
    }

    static String attribute(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    static String local(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1);
    }

    /** A segment by its tag. An element that may repeat stands that many times in the segment, as syntax versions 1 to 3 write it. */
    synchronized Optional<SegmentType> segment(String tag) {
        return Optional.ofNullable(segmentTypes.get(tag)).map(type -> {
            var uses = new ArrayList<ElementUse>();
            for (var reference : complex.getOrDefault(type, List.of())) {
                uses.add(use(reference, reference.min() > 0));
                for (int more = 1; more < Math.min(reference.max(), 99); more++) uses.add(use(reference, false));
            }
            return new SegmentType(tag, words(type), uses, List.of());
        });
    }

    private ElementUse use(Reference reference, boolean mandatory) {
        var composite = complex.get(reference.type());
        if (composite == null) return new ElementUse.Simple(element(reference.type()), mandatory, 1);
        var components = new ArrayList<ElementUse.Simple>();
        for (var part : composite)
            for (int n = 0; n < Math.min(part.max(), 99); n++)
                components.add(new ElementUse.Simple(element(part.type()), n == 0 && part.min() > 0, 1));
        var id = reference.type().substring(0, reference.type().indexOf('-'));
        var type = new CompositeType(id, words(reference.type()), components, List.of());
        return new ElementUse.Composite(type, mandatory, 1);
    }

    /** {@code E6060-Quantity}, restricting {@code numeric1-15}, {@code alpha0-3} or the like. */
    private ElementType element(String type) {
        return elements.computeIfAbsent(type, name -> {
            var found = simple.getOrDefault(name, new Simple("alpha0-512", List.of()));
            var base = found.base();
            var numeric = base.startsWith("numeric");
            var lengths = base.replaceFirst("[a-z]+", "").split("-");
            var max = Integer.parseInt(lengths[lengths.length - 1]);
            var min = lengths.length == 1 ? max : Math.max(1, Integer.parseInt(lengths[0]));
            var kind = numeric
                    ? ElementType.Kind.DECIMAL
                    : found.codes().isEmpty() ? ElementType.Kind.TEXT : ElementType.Kind.CODE;
            return new ElementType(
                    name.substring(1, name.indexOf('-')), words(name), kind, min, max, 0, CodeSet.of(found.codes()));
        });
    }

    /** {@code E1082-LineItemNumber} in words: "Line item number". */
    private static String words(String type) {
        var name = type.substring(type.indexOf('-') + 1).replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return name.isEmpty() ? type : name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}

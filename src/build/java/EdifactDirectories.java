import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Writes the published EDIFACT directories in the text form that the engine reads: for each schema jar of Smooks a folder with
 * {@code elements.txt}, {@code codes.txt}, {@code segments.txt} and {@code sets.txt}. The build runs this file as it stands; the engine knows
 * nothing of it. Arguments: the folder of the jars, the folder to write into.
 */
final class EdifactDirectories {
    private static final Pattern JAR = Pattern.compile(".*-(d\\d\\d[a-z])\\.jar");
    /** The last directory that writes what may repeat as many times side by side; from D.99B on, what is new states a number. */
    private static final String LAST_WITHOUT_REPETITION = "d99a";

    private EdifactDirectories() {}

    public static void main(String[] folders) throws IOException {
        var jars = jars(Path.of(folders[0]));
        var into = Path.of(folders[1]);
        if (!jars.containsKey(LAST_WITHOUT_REPETITION))
            throw new IOException("no schema of " + LAST_WITHOUT_REPETITION + " in " + folders[0]);
        var sideBySide = Jar.segments(jars.get(LAST_WITHOUT_REPETITION)).repeated();
        jars.entrySet().parallelStream().forEach(jar -> {
            var folder = into.resolve(jar.getKey());
            Jar.segments(jar.getValue()).write(folder, sideBySide);
            Text.write(folder, "sets.txt", Jar.messages(jar.getValue()));
        });
        System.out.println("EDIFACT directories: " + String.join(" ", jars.keySet()));
    }

    private static Map<String, Path> jars(Path folder) throws IOException {
        var jars = new TreeMap<String, Path>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var name = JAR.matcher(file.getFileName().toString());
                if (name.matches()) jars.put(name.group(1), file);
            }
        }
        return jars;
    }

    /** The two schemas in a jar. */
    private static final class Jar {

        static Segments segments(Path jar) {
            return read(jar, "EDIFACT-Segments.dfdl.xsd", xml -> {
                var segments = new Segments();
                segments.read(xml);
                return segments;
            });
        }

        static List<String> messages(Path jar) {
            return read(jar, "EDIFACT-Messages.dfdl.xsd", Messages::read);
        }

        private static <T> T read(Path jar, String schema, Reading<T> reading) {
            try (var zip = new ZipFile(jar.toFile())) {
                var entry = zip.stream()
                        .filter(each -> each.getName().endsWith(schema))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no " + schema + " in " + jar));
                try (var in = zip.getInputStream(entry)) {
                    return reading.of(open(in));
                }
            } catch (IOException | XMLStreamException e) {
                throw new IllegalStateException("cannot read " + schema + " in " + jar, e);
            }
        }

        private static XMLStreamReader open(InputStream in) throws XMLStreamException {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            return factory.createXMLStreamReader(in);
        }
    }

    private interface Reading<T> {
        T of(XMLStreamReader xml) throws XMLStreamException;
    }

    /** Segments, composites, elements and code lists: types by name ({@code PIA-AdditionalProductId}), and what each refers to. */
    private static final class Segments {
        private final Map<String, List<Use>> complex = new HashMap<>();
        private final Map<String, Simple> simple = new HashMap<>();

        /** A type inside another. */
        private record Use(String type, int min, int max) {}

        /** A restriction of {@code numeric1-15}, {@code alpha0-3} or the like. */
        private record Simple(String base, List<String> codes) {}

        void read(XMLStreamReader xml) throws XMLStreamException {
            var current = "";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
                switch (xml.getLocalName()) {
                    case "complexType" -> complex.put(current = attribute(xml, "name"), new ArrayList<>());
                    case "simpleType" -> current = attribute(xml, "name");
                    case "restriction" ->
                        simple.put(current, new Simple(local(attribute(xml, "base")), new ArrayList<>()));
                    case "enumeration" -> simple.get(current).codes().add(attribute(xml, "value"));
                    case "element" -> {
                        if (!current.isEmpty()
                                && complex.containsKey(current)
                                && !attribute(xml, "name").contains("-"))
                            complex.get(current).add(use(xml));
                    }
                    default -> {}
                }
            }
        }

        private static Use use(XMLStreamReader xml) {
            return new Use(local(attribute(xml, "type")), number(xml, "minOccurs"), number(xml, "maxOccurs"));
        }

        /** Elements of segments that occur more than once: {@code PIA C212}. */
        Set<String> repeated() {
            var repeated = new HashSet<String>();
            complex.forEach((type, uses) -> {
                for (var use : uses) if (use.max() > 1) repeated.add(id(type) + " " + id(use.type()));
            });
            return repeated;
        }

        void write(Path folder, Set<String> sideBySide) {
            var segments = new TreeMap<String, String>();
            complex.forEach((type, uses) -> segments.put(id(type), segment(type, uses, sideBySide)));
            var elements = new TreeMap<String, String>();
            var codes = new TreeMap<String, String>();
            simple.forEach((type, what) -> {
                if (!type.matches("E\\d{4}-.*")) return;
                elements.put(id(type), element(type, what));
                if (!what.codes().isEmpty()) codes.put(id(type), list(type, what));
            });
            Text.write(folder, "segments.txt", List.copyOf(segments.values()));
            Text.write(folder, "elements.txt", List.copyOf(elements.values()));
            Text.write(folder, "codes.txt", List.copyOf(codes.values()));
        }

        private static String segment(String type, List<Use> uses, Set<String> sideBySide) {
            var line = new StringBuilder(id(type) + " \"" + words(type) + "\"");
            for (var use : uses) {
                var id = id(use.type());
                var times = !id(type).matches("C\\d{3}") && !sideBySide.contains(id(type) + " " + id);
                line.append(' ').append(id).append(use.min() > 0 ? "!" : "");
                if (times && use.max() > 1) line.append('x').append(use.max());
                else line.append((" " + id).repeat(use.max() - 1));
            }
            return line.toString();
        }

        private static String element(String type, Simple what) {
            var bounds = what.base().replaceFirst("[a-z]+", "").split("-");
            var max = bounds[bounds.length - 1];
            var min = bounds.length == 1 ? max : String.valueOf(Math.max(1, Integer.parseInt(bounds[0])));
            var kind = what.base().startsWith("numeric") ? "R" : what.codes().isEmpty() ? "AN" : "ID";
            return String.join(" ", id(type), kind, min, max, words(type));
        }

        private static String list(String type, Simple what) {
            return id(type) + " " + words(type) + "\n  = " + String.join(" ", what.codes());
        }

        /** {@code E1082-LineItemNumber}: 1082. */
        private static String id(String type) {
            var id = type.substring(0, Math.max(0, type.indexOf('-')));
            return id.matches("E\\d{4}") ? id.substring(1) : id;
        }

        /** {@code E1082-LineItemNumber}: "Line item number". */
        private static String words(String type) {
            var name = type.substring(type.indexOf('-') + 1).replaceAll("(?<=[a-z])(?=[A-Z])", " ");
            return name.isEmpty() ? type : name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
        }
    }

    /** The message types: segments are elements with an initiator, groups are named {@code SegGrp-25}. */
    private static final class Messages {
        private static final String GROUP = "SegGrp-";

        private final XMLStreamReader xml;
        private final StringBuilder lines = new StringBuilder();

        private Messages(XMLStreamReader xml) {
            this.xml = xml;
        }

        static List<String> read(XMLStreamReader xml) throws XMLStreamException {
            var entries = new TreeMap<String, String>();
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT
                        || !xml.getLocalName().equals("complexType")) continue;
                var type = attribute(xml, "name");
                if (type.isEmpty()) continue;
                var message = new Messages(xml);
                message.lines.append(type).append(" - ").append(type);
                message.rest(1, "\n  ");
                entries.put(type, message.lines.toString());
            }
            return List.copyOf(entries.values());
        }

        /** Writes what is left of a type, {@code depth} XML elements deep. */
        private void rest(int depth, String indent) throws XMLStreamException {
            var open = depth;
            while (open > 0) {
                var event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT) open--;
                if (event != XMLStreamConstants.START_ELEMENT) continue;
                if (!xml.getLocalName().equals("element")) open++;
                else if (attribute(xml, "name").startsWith(GROUP)) group(indent);
                else {
                    line(indent, number(xml, "minOccurs"), number(xml, "maxOccurs"));
                    open++;
                }
            }
        }

        /** A group's line is its trigger's, which comes first in it. A trigger that may repeat begins its group anew each time. */
        private void group(String indent) throws XMLStreamException {
            var name = "SG" + attribute(xml, "name").substring(GROUP.length());
            var min = number(xml, "minOccurs");
            var max = number(xml, "maxOccurs");
            var depth = 1;
            while (true) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
                depth++;
                if (!xml.getLocalName().equals("element")) continue;
                line(indent, min, Math.multiplyExact(max, number(xml, "maxOccurs")));
                lines.append(" loop ").append(name);
                rest(depth, indent + "  ");
                return;
            }
        }

        private void line(String indent, int min, int max) {
            lines.append(indent).append(attribute(xml, "name"));
            lines.append(' ').append(min).append(' ').append(max);
        }
    }

    /** A text file of entries in the order of their keys, the same at every run. */
    private static final class Text {

        static void write(Path folder, String file, List<String> entries) {
            try {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(file), String.join("\n", entries) + "\n");
            } catch (IOException e) {
                throw new IllegalStateException("cannot write " + file + " in " + folder, e);
            }
        }
    }

    private static int number(XMLStreamReader xml, String attribute) {
        var value = attribute(xml, attribute);
        return value.isEmpty() ? 1 : Integer.parseInt(value);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static String local(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1);
    }
}

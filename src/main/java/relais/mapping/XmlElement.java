package relais.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.finding.Location;

/**
 * An element of an XML document, read or in the making. Its name has the prefix that the mapping gave to its namespace, whatever
 * prefix stood in the bytes; attributes are known by their local names.
 */
final class XmlElement {

    private final String name;
    private final @Nullable XmlElement parent;
    private final int line;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** @param line where it begins, from 1; 0 for one in the making */
    XmlElement(String name, @Nullable XmlElement parent, int line) {
        this.name = name;
        this.parent = parent;
        this.line = line;
    }

    String name() {
        return name;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<XmlElement> children() {
        return children;
    }

    void append(String characters) {
        text.append(characters);
    }

    /** The element's own text without the space around it. */
    String text() {
        return text.toString().strip();
    }

    /** The text of the element, or of an attribute; empty when there is none. */
    String text(String attribute) {
        return attribute.isEmpty()
                ? text()
                : attributes.getOrDefault(attribute, "").strip();
    }

    /** Sets the text of the element, or of an attribute; an empty one leaves it as it is. */
    void set(String attribute, String value) {
        if (value.isEmpty()) return;
        if (!attribute.isEmpty()) attributes.put(attribute, value);
        else {
            text.setLength(0);
            text.append(value);
        }
    }

    /** The elements that a path leads to from here, in the order of the document; this one for no steps. */
    List<XmlElement> select(List<String> steps) {
        var found = List.of(this);
        for (var step : steps) {
            var next = new ArrayList<XmlElement>();
            for (var each : found) for (var child : each.children) if (child.name.equals(step)) next.add(child);
            found = next;
        }
        return found;
    }

    /** Adds an element at the end of a path; the elements on the way are those that were written last, or new ones. */
    void attach(List<String> way, XmlElement element) {
        var at = this;
        for (var step : way) {
            var last = at.children.isEmpty() ? null : at.children.get(at.children.size() - 1);
            if (last == null || !last.name.equals(step) || !last.isWay()) {
                last = new XmlElement(step, at, 0);
                at.children.add(last);
            }
            at = last;
        }
        at.children.add(element);
    }

    /** Whether it holds nothing but elements, and so is a way to them. */
    private boolean isWay() {
        return attributes.isEmpty() && text.isEmpty() && parent != null;
    }

    /** {@code /Invoice/cac:InvoiceLine[2]/cbc:ID, line 31}. */
    Location location() {
        return Location.pointer(path() + ", line " + line);
    }

    Location location(String attribute) {
        return attribute.isEmpty() ? location() : Location.pointer(path() + "/@" + attribute + ", line " + line);
    }

    private String path() {
        if (parent == null) return "/" + name;
        var like = parent.children.stream()
                .filter(child -> child.name.equals(name))
                .toList();
        return parent.path() + "/" + name + (like.size() > 1 ? "[" + (like.indexOf(this) + 1) + "]" : "");
    }
}

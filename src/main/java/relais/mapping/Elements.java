package relais.mapping;

import java.util.ArrayList;
import java.util.List;
import relais.edi.OutgoingSegment;

/** The elements of a segment that is being written. */
final class Elements {

    private final List<List<String>> elements = new ArrayList<>();

    void set(Address at, String text) {
        if (text.isEmpty()) return;
        while (elements.size() < at.element()) elements.add(List.of());
        var component = Math.max(1, at.component());
        var element = elements.get(at.element() - 1);
        if (component == 1 && element.size() < 2) elements.set(at.element() - 1, List.of(text));
        else components(at.element() - 1, element, component).set(component - 1, text);
    }

    /** The components of an element, so many that one can be set. */
    private List<String> components(int index, List<String> element, int component) {
        var components = element instanceof ArrayList ? element : new ArrayList<>(element);
        while (components.size() < component) components.add("");
        elements.set(index, components);
        return components;
    }

    String get(Address at) {
        if (elements.size() < at.element()) return "";
        var element = elements.get(at.element() - 1);
        var component = Math.max(1, at.component());
        return element.size() < component ? "" : element.get(component - 1);
    }

    OutgoingSegment segment(String tag) {
        return OutgoingSegment.of(tag, elements);
    }
}

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
        elements.set(
                at.element() - 1,
                component == 1 && element.size() < 2 ? List.of(text) : with(element, component, text));
    }

    private static List<String> with(List<String> element, int component, String text) {
        var components = new ArrayList<>(element);
        while (components.size() < component) components.add("");
        components.set(component - 1, text);
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

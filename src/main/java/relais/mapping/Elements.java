package relais.mapping;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.edi.OutgoingSegment;

/** The elements of a segment that is being written. */
final class Elements {

    /** Most segments have no more, so that there is room for them at once. */
    private static final int USUAL_COUNT = 8;

    private static final Object[] NONE = {};

    /** Of each element nothing, its only component, or an array of components. */
    private Object[] elements = NONE;

    private int count;

    void set(Address at, String text) {
        if (text.isEmpty()) return;
        var element = at.element() - 1;
        if (element >= elements.length) elements = Arrays.copyOf(elements, Math.max(element + 1, USUAL_COUNT));
        var known = elements[element];
        if (at.component() > 1 || known instanceof String[])
            elements[element] = with(known, Math.max(at.component(), 1) - 1, text);
        else elements[element] = text;
        count = Math.max(count, element + 1);
    }

    private static String[] with(@Nullable Object known, int component, String text) {
        var components =
                known instanceof String[] several ? several : new String[] {known instanceof String only ? only : ""};
        if (component >= components.length) {
            var before = components.length;
            components = Arrays.copyOf(components, component + 1);
            Arrays.fill(components, before, component, "");
        }
        components[component] = text;
        return components;
    }

    String get(Address at) {
        if (at.element() > count) return "";
        var element = elements[at.element() - 1];
        if (element instanceof String only) return at.component() > 1 ? "" : only;
        var component = Math.max(1, at.component()) - 1;
        return element instanceof String[] several && component < several.length ? several[component] : "";
    }

    OutgoingSegment segment(String tag) {
        var all = new OutgoingSegment.Element[count];
        for (var i = 0; i < count; i++) all[i] = outgoing(elements[i]);
        return new OutgoingSegment(tag, List.of(all));
    }

    private static OutgoingSegment.Element outgoing(@Nullable Object element) {
        if (element instanceof String only) return OutgoingSegment.Element.of(only);
        return element instanceof String[] several
                ? OutgoingSegment.Element.of(several)
                : OutgoingSegment.Element.ABSENT;
    }
}

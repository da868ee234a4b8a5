package relais.mapping;

import java.util.Arrays;
import java.util.List;
import relais.edi.OutgoingSegment;

/** The elements of a segment that is being written. */
final class Elements {

    private static final String[] ABSENT = {};
    private static final String[][] NONE = {};

    /** Most segments have no more, so that there is room for them at once. */
    private static final int USUAL_COUNT = 8;

    /** The components of each element, up to the last that was set. */
    private String[][] elements = NONE;

    private int count;

    void set(Address at, String text) {
        if (text.isEmpty()) return;
        var element = at.element() - 1;
        var component = Math.max(1, at.component()) - 1;
        if (element >= elements.length) elements = grown(elements, Math.max(element + 1, USUAL_COUNT), ABSENT);
        if (component >= elements[element].length) elements[element] = grown(elements[element], component + 1, "");
        elements[element][component] = text;
        count = Math.max(count, element + 1);
    }

    private static <T> T[] grown(T[] known, int length, T with) {
        var grown = Arrays.copyOf(known, length);
        Arrays.fill(grown, known.length, length, with);
        return grown;
    }

    String get(Address at) {
        if (at.element() > count) return "";
        var element = elements[at.element() - 1];
        var component = Math.max(1, at.component()) - 1;
        return component < element.length ? element[component] : "";
    }

    OutgoingSegment segment(String tag) {
        var all = new OutgoingSegment.Element[count];
        for (var i = 0; i < count; i++) all[i] = OutgoingSegment.Element.of(elements[i]);
        return new OutgoingSegment(tag, List.of(all));
    }
}

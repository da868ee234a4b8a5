package relais.mapping;

import java.util.Arrays;
import java.util.List;
import relais.edi.OutgoingSegment;
import relais.edi.OutgoingSegment.Element;

/** The elements of a segment that is being written. */
final class Elements {

    /** Most segments have no more, so that there is room for them at once. */
    private static final int USUAL_COUNT = 4;

    private static final Element[] NONE = {};

    private Element[] elements = NONE;
    private int count;

    void set(Address at, String text) {
        if (text.isEmpty()) return;
        var element = at.element() - 1;
        if (element >= elements.length) grow(element + USUAL_COUNT);
        elements[element] = elements[element].with(component(at), text);
        count = Math.max(count, element + 1);
    }

    private void grow(int length) {
        var before = elements.length;
        elements = Arrays.copyOf(elements, length);
        Arrays.fill(elements, before, length, Element.ABSENT);
    }

    private static int component(Address at) {
        return Math.max(1, at.component());
    }

    String get(Address at) {
        return at.element() > count ? "" : elements[at.element() - 1].component(component(at));
    }

    OutgoingSegment segment(String tag) {
        return new OutgoingSegment(tag, List.of(Arrays.copyOf(elements, count)));
    }
}

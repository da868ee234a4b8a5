package relais.mapping;

import java.util.Optional;
import relais.edi.Segment;
import relais.finding.Location;

/**
 * Where a value stands in a segment.
 *
 * @param element from 1
 * @param component from 1; 0 for a simple element
 */
record Address(int element, int component) {

    /** {@code 3} or {@code 2.1}. */
    static Optional<Address> of(String text) {
        var point = text.indexOf('.');
        var element = number(point < 0 ? text : text.substring(0, point));
        var component = point < 0 ? 0 : number(text.substring(point + 1));
        var wrong = element < 1 || point >= 0 && component < 1;
        return wrong ? Optional.empty() : Optional.of(new Address(element, component));
    }

    private static int number(String text) {
        var digits = !text.isEmpty() && text.length() < 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : 0;
    }

    /** The text that stands there; empty when there is none. */
    String in(Segment segment) {
        return segment.component(element, Math.max(1, component));
    }

    /** As the standards write it behind a tag: {@code 03}, {@code 02.1}. */
    String padded() {
        var number = element < 10 ? "0" + element : "" + element;
        return component == 0 ? number : number + "." + component;
    }

    Location location(Segment segment) {
        return segment.location(element, component, 0);
    }

    @Override
    public String toString() {
        return component == 0 ? "" + element : element + "." + component;
    }
}

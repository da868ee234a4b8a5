package relais.mapping;

import java.util.List;
import java.util.Optional;
import relais.edi.Node;
import relais.edi.OutgoingSegment;
import relais.edi.Segment;

/**
 * What a segment must hold for a rule to speak of it: {@code [1=ST]} one of these texts, {@code [4]} anything, {@code [!4]} nothing. Or
 * what its loop or level must hold: {@code [MAN]} such a segment, {@code [!MAN]} none, {@code [HL.3=I]} one with this text.
 *
 * @param tag of the segment in the loop; empty for the segment itself
 * @param at empty only beside a tag, when any segment of that tag will do
 * @param texts one of them has to stand there, and the first is written; empty when any text will do
 */
record Condition(String tag, Optional<Address> at, boolean present, List<String> texts) {

    boolean holds(Segment segment, List<Node> rest) {
        if (tag.isEmpty()) return holds(at.orElseThrow().in(segment));
        for (var i = 0; i < rest.size(); i++) {
            var head = Hierarchy.head(rest.get(i));
            if (head.tag().equals(tag) && (at.isEmpty() || fits(at.get().in(head)))) return present;
        }
        return !present;
    }

    /** Whether what was written will be read again as what it is. Levels below are not looked at. */
    boolean holds(String own, Elements elements, List<OutgoingSegment> inside) {
        if (tag.isEmpty()) return holds(elements.get(at.orElseThrow()));
        if (tag.equals(own)) return true;
        for (var segment : inside) {
            if (segment.tag().equals(own)) break;
            if (segment.tag().equals(tag)) return present;
        }
        return !present;
    }

    private boolean holds(String text) {
        return texts.isEmpty() ? present != text.isEmpty() : texts.contains(text);
    }

    private boolean fits(String text) {
        return texts.isEmpty() ? !text.isEmpty() : texts.contains(text);
    }

    /** Sets what it asks for, unless a field did. */
    void write(Elements into) {
        if (tag.isEmpty() && !texts.isEmpty() && into.get(at.orElseThrow()).isEmpty())
            into.set(at.orElseThrow(), texts.get(0));
    }

    @Override
    public String toString() {
        var place = at.map(Address::toString).orElse("");
        var where = tag.isEmpty() || place.isEmpty() ? tag + place : tag + "." + place;
        return (present ? "" : "!") + where + (texts.isEmpty() ? "" : "=" + String.join("|", texts));
    }
}

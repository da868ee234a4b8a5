package relais.mapping;

import java.util.List;
import relais.edi.Segment;

/**
 * What a segment must hold for a rule to speak of it: {@code [1=ST]} one of these texts, {@code [4]} anything, {@code [!4]} nothing.
 *
 * @param texts one of them has to stand there, and the first is written; empty when any text will do
 */
record Condition(Address at, boolean present, List<String> texts) {

    boolean holds(Segment segment) {
        return holds(at.in(segment));
    }

    /** Whether what was written will be read again as what it is. */
    boolean holds(Elements elements) {
        return holds(elements.get(at));
    }

    private boolean holds(String text) {
        return texts.isEmpty() ? present != text.isEmpty() : texts.contains(text);
    }

    void write(Elements into) {
        if (!texts.isEmpty()) into.set(at, texts.get(0));
    }

    @Override
    public String toString() {
        return (present ? "" : "!") + at + (texts.isEmpty() ? "" : "=" + String.join("|", texts));
    }
}

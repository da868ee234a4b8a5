package relais.mapping;

import java.util.List;

/**
 * What an element must hold for a rule to speak of it: {@code [@schemeID=0088]} one of these texts, {@code [cbc:ID]} anything,
 * {@code [!cbc:ID]} nothing.
 *
 * @param steps to what is looked at, from the element; none for itself
 * @param attribute empty for the text
 * @param texts one of them has to stand there; empty when any will do
 */
record XmlCondition(List<String> steps, String attribute, boolean present, List<String> texts) {

    boolean holds(XmlElement element) {
        var found = element.select(steps);
        if (!texts.isEmpty()) return found.stream().anyMatch(at -> texts.contains(at.text(attribute)));
        return present == found.stream().anyMatch(this::isThere);
    }

    private boolean isThere(XmlElement at) {
        return !at.text(attribute).isEmpty()
                || attribute.isEmpty() && !at.children().isEmpty();
    }

    /** The first text of an attribute of the element itself is written; any other place has its order, and so a rule of its own. */
    void write(XmlElement into) {
        if (!texts.isEmpty() && steps.isEmpty() && !attribute.isEmpty()) into.set(attribute, texts.get(0));
    }

    @Override
    public String toString() {
        var at = String.join("/", steps) + (attribute.isEmpty() ? "" : "@" + attribute);
        return (present ? "" : "!")
                + (at.isEmpty() ? "." : at)
                + (texts.isEmpty() ? "" : "=" + String.join("|", texts));
    }
}

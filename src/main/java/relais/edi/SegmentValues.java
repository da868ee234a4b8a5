package relais.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the values of one segment into words. */
final class SegmentValues {
    private static final String DATE_OF_FORMAT_AFTER = "2380";
    private static final String DATE_OF_FORMAT_BEFORE = "1251";

    private final Vocabulary words;
    private final Segment segment;
    private final ElementUse[] uses;
    private final List<Explanation.Value> values = new ArrayList<>();

    private SegmentValues(Vocabulary words, Segment segment) {
        this.words = words;
        this.segment = segment;
        this.uses = words.segment(segment.tag()).map(type -> type.elements).orElse(new ElementUse[0]);
    }

    /** Everything that was sent, in the order of the bytes. */
    static List<Explanation.Value> of(Vocabulary words, Segment segment) {
        var found = new SegmentValues(words, segment);
        for (int e = 1; e <= segment.elementCount(); e++)
            for (int r = 1; r <= segment.repetitions(e); r++) found.element(e, r);
        return found.values;
    }

    private void element(int element, int repetition) {
        var use = element <= uses.length ? Optional.of(uses[element - 1]) : Optional.<ElementUse>empty();
        var count = segment.components(element, repetition);
        if (count == 1 && use.filter(ElementUse.Composite.class::isInstance).isEmpty())
            value(type(use, 1), element, 0, repetition);
        else for (int c = 1; c <= count; c++) value(type(use, c), element, c, repetition);
    }

    /** The type of a component; the only one of a simple element is its first. */
    private static Optional<ElementType> type(Optional<ElementUse> use, int component) {
        if (use.isEmpty()) return Optional.empty();
        if (use.get() instanceof ElementUse.Simple simple)
            return Optional.of(simple.type()).filter(t -> component == 1);
        var components = ((ElementUse.Composite) use.get()).type().components;
        return component <= components.length ? Optional.of(components[component - 1].type()) : Optional.empty();
    }

    private void value(Optional<ElementType> type, int element, int component, int repetition) {
        var text = segment.component(element, Math.max(component, 1), repetition);
        if (text.isEmpty()) return;
        var number = type.map(ElementType::id).orElse("");
        var name = type.map(ElementType::name).orElse("");
        var meaning = type.map(known -> {
            var code = words.code(known.id(), text);
            return code.isEmpty() ? Reading.of(known, format(known, element, component, repetition), text) : code;
        });
        values.add(new Explanation.Value(element, component, repetition, number, name, text, meaning.orElse("")));
    }

    /** The code of the format that a date is written in; empty when no other element names it. */
    private String format(ElementType type, int element, int component, int repetition) {
        return switch (type.id()) {
            case DATE_OF_FORMAT_AFTER -> segment.component(element, component + 1, repetition);
            case DATE_OF_FORMAT_BEFORE ->
                component > 1
                        ? segment.component(element, component - 1, repetition)
                        : segment.component(element - 1, 1, repetition);
            default -> "";
        };
    }
}

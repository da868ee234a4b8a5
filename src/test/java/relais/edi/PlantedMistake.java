package relais.edi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import relais.edi.GeneratedSet.Part;

/** One mistake, planted at a random place of a set that was right. Now and then it does no harm. */
enum PlantedMistake {
    NONE,
    SEGMENT_LEFT_OUT,
    SEGMENT_TWICE,
    SEGMENTS_SWAPPED,
    SEGMENT_MOVED_TO_THE_END,
    SEGMENT_NOBODY_KNOWS,
    SEGMENT_OF_ANOTHER_SET,
    ELEMENT_LEFT_OUT,
    ELEMENT_ADDED,
    COMPONENT_ADDED,
    TEXT_TOO_LONG,
    TEXT_TOO_SHORT,
    LETTER_FOR_A_CHARACTER,
    NINE_FOR_A_CHARACTER,
    CODE_NOBODY_KNOWS;

    GeneratedSet plant(GeneratedSet set, Random random) {
        var parts = new ArrayList<>(set.parts());
        var at = random.nextInt(parts.size());
        switch (this) {
            case NONE -> {}
            case SEGMENT_LEFT_OUT -> parts.remove(at);
            case SEGMENT_TWICE -> parts.add(at, parts.get(at));
            case SEGMENTS_SWAPPED -> Collections.swap(parts, at, Math.max(0, at - 1));
            case SEGMENT_MOVED_TO_THE_END -> parts.add(parts.remove(at));
            case SEGMENT_NOBODY_KNOWS -> parts.add(at, Part.of("ZZZ", "1"));
            case SEGMENT_OF_ANOTHER_SET -> parts.add(at, Part.of(set.version().startsWith("D:") ? "EQD" : "B3", "1"));
            case ELEMENT_LEFT_OUT -> parts.set(at, element(parts.get(at), random, value -> ""));
            case ELEMENT_ADDED -> parts.set(at, added(parts.get(at)));
            case COMPONENT_ADDED -> parts.set(at, componentAdded(parts.get(at), random));
            case TEXT_TOO_LONG ->
                parts.set(
                        at,
                        element(
                                parts.get(at),
                                random,
                                value -> value + value.substring(0, 1).repeat(90)));
            case TEXT_TOO_SHORT -> parts.set(at, element(parts.get(at), random, value -> value.substring(0, 1)));
            case LETTER_FOR_A_CHARACTER ->
                parts.set(at, element(parts.get(at), random, value -> put(value, 'Q', random)));
            case NINE_FOR_A_CHARACTER ->
                parts.set(at, element(parts.get(at), random, value -> put(value, '9', random)));
            case CODE_NOBODY_KNOWS ->
                parts.set(at, element(parts.get(at), random, value -> "Q".repeat(value.length())));
        }
        return set.with(parts);
    }

    private static String put(String value, char c, Random random) {
        var at = random.nextInt(value.length());
        return value.substring(0, at) + c + value.substring(at + 1);
    }

    /** Changes one component that is there. */
    private static Part element(Part part, Random random, UnaryOperator<String> change) {
        var places = new ArrayList<int[]>();
        for (int e = 0; e < part.elements().size(); e++)
            for (int r = 0; r < part.elements().get(e).size(); r++)
                for (int c = 0; c < part.elements().get(e).get(r).size(); c++)
                    if (!part.elements().get(e).get(r).get(c).isEmpty()) places.add(new int[] {e, r, c});
        if (places.isEmpty()) return part;
        var place = places.get(random.nextInt(places.size()));
        var elements = new ArrayList<>(part.elements());
        var repetitions = new ArrayList<>(elements.get(place[0]));
        var components = new ArrayList<>(repetitions.get(place[1]));
        components.set(place[2], change.apply(components.get(place[2])));
        repetitions.set(place[1], components);
        elements.set(place[0], repetitions);
        return new Part(part.tag(), elements).trimmed();
    }

    private static Part added(Part part) {
        var elements = new ArrayList<>(part.elements());
        while (elements.size() < 45) elements.add(List.of());
        elements.add(List.of(List.of("1")));
        return new Part(part.tag(), elements);
    }

    private static Part componentAdded(Part part, Random random) {
        if (part.elements().isEmpty()) return part;
        var elements = new ArrayList<>(part.elements());
        var at = random.nextInt(elements.size());
        if (elements.get(at).isEmpty()) return part;
        var components = new ArrayList<>(elements.get(at).get(0));
        while (components.size() < 17) components.add("");
        components.add("1");
        elements.set(at, List.of(components));
        return new Part(part.tag(), elements);
    }
}

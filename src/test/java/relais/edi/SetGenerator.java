package relais.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import relais.edi.GeneratedSet.Part;

/**
 * Makes transaction sets that are right by our structure: random loops, elements, lengths and codes, with the conditions between elements
 * kept, levels of hierarchy numbered, and totals counted.
 */
final class SetGenerator {
    private static final int USUAL_SEGMENTS_MAX = 30;
    private static final int REPETITIONS_MAX = 3;
    private static final Map<String, String> MOMENTS = Map.of(
            "101",
            "yyMMdd",
            "102",
            "yyyyMMdd",
            "201",
            "yyMMddHHmm",
            "203",
            "yyyyMMddHHmm",
            "204",
            "yyyyMMddHHmmss",
            "401",
            "HHmm",
            "609",
            "yyMM",
            "610",
            "yyyyMM",
            "718",
            "yyyyMMddyyyyMMdd",
            "602",
            "yyyy");

    private final Random random;
    private final GeneratedValues values;
    private final boolean repeats;
    private final int segmentsMax;
    private List<Part> parts = new ArrayList<>();
    private int levels;

    /** @param repeats whether the interchange has a repetition separator */
    SetGenerator(Random random, String alphabet, boolean repeats) {
        this(random, alphabet, repeats, USUAL_SEGMENTS_MAX);
    }

    /** @param segmentsMax after how many segments only what is mandatory comes */
    SetGenerator(Random random, String alphabet, boolean repeats, int segmentsMax) {
        this.random = random;
        this.values = new GeneratedValues(random, alphabet);
        this.repeats = repeats;
        this.segmentsMax = segmentsMax;
    }

    GeneratedSet set(SetType type, String version) {
        parts = new ArrayList<>();
        levels = 0;
        children(type.root);
        for (var total : type.totals) count(total);
        return new GeneratedSet(type.type, version, parts);
    }

    private void children(Place loop) {
        for (var child : loop.children) {
            var times = times(child);
            for (int i = 0; i < times; i++)
                if (child.loop) children(child);
                else parts.add(segment(child.type));
        }
    }

    private int times(Place place) {
        if (parts.size() >= segmentsMax || (place.min == 0 && random.nextInt(3) > 0)) return place.min;
        var times = Math.max(place.min, 1);
        if (place.max <= 5 && random.nextInt(6) == 0) return place.max;
        while (times < place.max && random.nextInt(3) == 0) times++;
        return times;
    }

    private Part segment(SegmentType type) {
        if (type.tag.equals("HL")) return level();
        var present = present(type.mandatory, type.elements.length, type.notes);
        var elements = new ArrayList<List<List<String>>>();
        for (int e = 1; e <= type.elements.length; e++)
            elements.add((present >> e & 1) == 1 ? element(type.elements[e - 1]) : List.of());
        dated(type, elements);
        return new Part(type.tag, elements).trimmed();
    }

    /** X12: element 1250 names the format of 1251. */
    private void dated(SegmentType type, List<List<List<String>>> elements) {
        for (int e = 1; e < type.elements.length; e++) {
            if (!type.elements[e].id().equals("1251")
                    || !type.elements[e - 1].id().equals("1250")) continue;
            if (elements.get(e).isEmpty() || elements.get(e - 1).isEmpty()) continue;
            elements.set(e - 1, List.of(List.of("D8")));
            elements.set(e, List.of(List.of(values.date("yyyyMMdd"))));
        }
    }

    private Part level() {
        levels++;
        var parent = levels == 1 || random.nextInt(4) == 0 ? "" : String.valueOf(1 + random.nextInt(levels - 1));
        return Part.of(
                "HL",
                String.valueOf(levels),
                parent,
                List.of("S", "O", "P", "I").get(random.nextInt(4)));
    }

    private List<List<String>> element(ElementUse use) {
        var times = repeats ? 1 + random.nextInt(Math.min(use.repetitionsMax(), REPETITIONS_MAX)) : 1;
        var repetitions = new ArrayList<List<String>>();
        for (int i = 0; i < times; i++) repetitions.add(components(use));
        return repetitions;
    }

    private List<String> components(ElementUse use) {
        if (use instanceof ElementUse.Simple simple) return List.of(values.value(simple.type()));
        var composite = ((ElementUse.Composite) use).type();
        if (composite.dateTimePeriod) return moment(composite);
        var count = composite.components.length;
        var present = present(composite.mandatory, count, composite.notes);
        if (present == 0) present = present(2, count, composite.notes);
        var components = new ArrayList<String>();
        for (int c = 1; c <= count; c++)
            components.add((present >> c & 1) == 1 ? values.value(composite.components[c - 1].type()) : "");
        return components;
    }

    /** EDIFACT C507: the third component names the format of the second. */
    private List<String> moment(CompositeType composite) {
        var format = List.copyOf(MOMENTS.keySet()).get(random.nextInt(MOMENTS.size()));
        return List.of(values.value(composite.components[0].type()), values.date(MOMENTS.get(format)), format);
    }

    /** Which of the positions are filled (a bit each, position 1 being bit 1), all conditions kept. */
    private long present(long mandatory, int count, SyntaxNote[] notes) {
        var present = mandatory;
        var chance = 1 + random.nextInt(4);
        for (int position = 1; position <= count; position++)
            if (random.nextInt(4) < chance - 1) present |= 1L << position;
        for (int attempt = 0; attempt < 100; attempt++) {
            for (var note : notes) present = keep(note, present, mandatory);
            if (hold(notes, present)) return present;
        }
        throw new IllegalStateException("conditions that cannot all hold: " + List.of(notes));
    }

    private static boolean hold(SyntaxNote[] notes, long present) {
        for (var note : notes) if (!note.holds(present)) return false;
        return true;
    }

    private long keep(SyntaxNote note, long present, long mandatory) {
        var positions = note.positions();
        var first = 1L << positions.get(0);
        var any = 1L << positions.get(random.nextInt(positions.size()));
        var other = 1L << positions.get(1 + random.nextInt(positions.size() - 1));
        var all = 0L;
        for (var position : positions) all |= 1L << position;
        var there = present & all;
        return switch (note.kind()) {
            case PAIRED -> there == 0 || random.nextInt(4) == 0 ? present & ~all | all & mandatory : present | all;
            case REQUIRED -> there == 0 ? present | any : present;
            case CONDITIONAL -> (present & first) == 0 ? present : present | all;
            case LIST -> there == first ? present | other : present;
            case EXCLUSIVE -> Long.bitCount(there) < 2 ? present : present & ~all | only(there, mandatory);
            case ONE -> there == 0 ? present | any : present & ~all | only(there, mandatory);
            case ALONE -> (present & first) == 0 ? present : present & ~all | first;
        };
    }

    /** One of those that are there, a mandatory one before others. */
    private long only(long there, long mandatory) {
        var wanted = (there & mandatory) == 0 ? there : there & mandatory;
        for (int n = random.nextInt(Long.bitCount(wanted)); n > 0; n--) wanted &= wanted - 1;
        return Long.lowestOneBit(wanted);
    }

    /** Makes the segment that states a total say what is there; a sum is not stated. */
    private void count(Total total) {
        var counted = 0;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (Tag.key(part.tag()) == total.counted()) counted++;
            if (Tag.key(part.tag()) != total.segment()) continue;
            var elements = new ArrayList<>(part.elements());
            var said = String.valueOf(counted);
            if (!total.isSum())
                elements.set(
                        total.element() - 1,
                        List.of(total.qualifier().isEmpty() ? List.of(said) : List.of(total.qualifier(), said)));
            else if (total.qualifier().isEmpty() && elements.size() >= total.element())
                elements.set(total.element() - 1, List.of());
            while (elements.get(elements.size() - 1).isEmpty()) elements.remove(elements.size() - 1);
            parts.set(i, new Part(part.tag(), elements));
        }
    }
}

package relais.edi;

import java.util.HashMap;
import java.util.Map;

/** How deep each segment of a transaction set lies in its loops. HL loops nest as HL02 says; a segment without a place lies as deep as the one before it. */
final class Outline {
    private static final String HIERARCHY = "HL";

    private final char[] ids;
    private final Place[] places;
    private final Map<String, Integer> levels = new HashMap<>();
    private int level;
    private int depth;

    /** @param loop that the segment begins; empty when it begins none */
    record At(int depth, String loop) {}

    Outline(TransactionSet set) {
        ids = set.places();
        places = set.structure().map(type -> type.places).orElse(new Place[0]);
    }

    /** Where a segment lies; to be asked of one after the other. */
    At next(Segment segment) {
        var index = segment.position() - 1;
        var id = index < ids.length ? ids[index] : 0;
        if (id == 0) return new At(index == ids.length - 1 ? 0 : depth, "");
        var place = places[id];
        var begins = place.isTrigger();
        if (begins && place.parent.name.equals(HIERARCHY)) nest(segment);
        depth = loops(place) - (begins ? 1 : 0) + (inHierarchy(place) ? level : 0);
        return new At(depth, begins ? place.parent.name : "");
    }

    private void nest(Segment trigger) {
        level = levels.getOrDefault(trigger.element(2), -1) + 1;
        levels.put(trigger.element(1), level);
    }

    private static int loops(Place place) {
        var n = 0;
        for (var loop = place.parent; !loop.isRoot(); loop = loop.parent) n++;
        return n;
    }

    private static boolean inHierarchy(Place place) {
        for (var loop = place.parent; !loop.isRoot(); loop = loop.parent) if (loop.name.equals(HIERARCHY)) return true;
        return false;
    }
}

package relais.edi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the segments of a transaction set into their loops, from the place that validation gave each. */
final class LoopTree {
    private static final String HIERARCHY = "HL";
    /** A level further down stands beside its parent; such a set was rejected. */
    private static final int DEPTH_MAX = 1000;

    private final Place[] places;
    private final Deque<Growing> open = new ArrayDeque<>();
    private final Map<String, Growing> levels = new HashMap<>();

    /** A loop that is open, and so goes on growing. */
    private record Growing(Place place, int depth, Loop loop) {}

    LoopTree(SetType set) {
        places = set.places;
    }

    Loop build(List<Segment> segments, char[] ids) {
        var root = new Growing(places[0], 0, new Loop(""));
        open.push(root);
        for (int i = 0; i < Math.min(segments.size(), ids.length); i++) {
            if (ids[i] == 0) continue;
            var place = places[ids[i]];
            var into = place.isTrigger() ? begin(place.parent, segments.get(i)) : around(place.parent);
            into.loop.add(segments.get(i));
        }
        return root.loop;
    }

    private Growing begin(Place loop, Segment trigger) {
        var parent = around(loop.parent);
        while (open.peek() != parent) open.pop();
        if (loop.name.equals(HIERARCHY)) parent = levels.getOrDefault(trigger.element(2), parent);
        var begun = new Growing(loop, parent.depth + 1, new Loop(loop.name));
        if (loop.name.equals(HIERARCHY) && begun.depth < DEPTH_MAX) levels.put(trigger.element(1), begun);
        parent.loop.add(begun.loop);
        open.push(begun);
        return begun;
    }

    /** The innermost open repetition of a loop; the innermost loop of all when it has none. */
    private Growing around(Place loop) {
        for (var candidate : open) if (candidate.place == loop) return candidate;
        return open.element();
    }
}

package relais.edi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A place in the structure of a transaction set: a segment, or a loop whose first child is its trigger segment. The root is a loop
 * without a trigger.
 */
final class Place {
    private static final int STEP_BITS = 2;

    final String name;
    final int key;
    final int min;
    final int max;
    final boolean loop;
    /** The segment, of a loop its trigger; the root has an empty one. */
    final SegmentType type;
    /** Itself for the root. */
    final Place parent;
    /** Position among the parent's children. */
    final int index;
    /** Numbers the places of the set in the order of the structure; a loop's places are {@code id + 1 .. last}. */
    final int id;

    private final List<Place> growing = new ArrayList<>();
    Place[] children = {};
    int last;
    /** The steps taken from here lately, each in one of two slots by its key, the later first; an immutable step may be seen late by another thread, which then looks for itself. */
    private final Step[] steps = new Step[2 << STEP_BITS];

    private Place(String name, SegmentType type, int min, int max, boolean loop, Place parent, int id) {
        this.name = name;
        this.type = type;
        this.key = Tag.key(type.tag);
        this.min = min;
        this.max = max;
        this.loop = loop;
        this.parent = parent == null ? this : parent;
        this.index = parent == null ? 0 : parent.growing.size();
        this.id = id;
        this.last = id;
        Arrays.fill(steps, Step.NONE);
    }

    static Place root() {
        return new Place("", new SegmentType("", "", List.of(), List.of()), 1, 1, true, null, 0);
    }

    Place segment(SegmentType type, int min, int max, int id) {
        return grow(new Place(type.tag, type, min, max, false, this, id));
    }

    Place loop(String name, SegmentType trigger, int min, int max, int id) {
        return grow(new Place(name, trigger, min, max, true, this, id));
    }

    private Place grow(Place child) {
        growing.add(child);
        return child;
    }

    /** Ends building: children in arrays, this place's and all below. */
    int seal() {
        children = growing.toArray(new Place[0]);
        for (var child : children) last = Math.max(last, child.seal());
        return last;
    }

    /** The step from here that a segment takes, when it was taken lately; otherwise one of another key. */
    Step step(int key) {
        var slot = slot(key);
        var step = steps[slot];
        return step.key == key ? step : steps[slot + 1];
    }

    void remember(Step step) {
        var slot = slot(step.key);
        steps[slot + 1] = steps[slot];
        steps[slot] = step;
    }

    private static int slot(int key) {
        return (key * 0x9E3779B9 >>> Integer.SIZE - STEP_BITS) * 2;
    }

    boolean isRoot() {
        return parent == this;
    }

    boolean isTrigger() {
        return index == 0 && !loop && !parent.isRoot();
    }
}

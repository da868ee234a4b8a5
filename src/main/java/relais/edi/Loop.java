package relais.edi;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * One repetition of a loop (EDIFACT: segment group): its trigger segment first, then its other segments and loops in the order of the
 * bytes. HL loops nest as HL02 says, so an item's loop is inside its pack's, its order's and its shipment's.
 */
public final class Loop implements Node {
    private final String name;
    private final List<Node> growing = new ArrayList<>(4);
    private final List<Node> inside = new Inside();

    Loop(String name) {
        this.name = name;
    }

    /** Only while it is being built. */
    void add(Node child) {
        growing.add(child);
    }

    /** Empty for the whole transaction set; X12: the trigger segment's tag ("PO1", "HL"); EDIFACT: "SG25". */
    public String name() {
        return name;
    }

    /** Segments and loops directly inside, in the order of the bytes. */
    public List<Node> children() {
        return Collections.unmodifiableList(growing);
    }

    /** The first of them, which is the trigger segment. */
    public Node head() {
        return growing.get(0);
    }

    /** What follows the first. */
    public List<Node> inside() {
        return inside;
    }

    private final class Inside extends AbstractList<Node> implements RandomAccess {
        @Override
        public Node get(int index) {
            return growing.get(index + 1);
        }

        @Override
        public int size() {
            return Math.max(0, growing.size() - 1);
        }
    }

    /** The segments directly inside. */
    public List<Segment> segments() {
        return growing.stream()
                .filter(Segment.class::isInstance)
                .map(Segment.class::cast)
                .toList();
    }

    /** The segments of this tag directly inside. */
    public List<Segment> segments(String tag) {
        return segments().stream().filter(segment -> segment.tag().equals(tag)).toList();
    }

    /** The first segment of this tag directly inside. */
    public Optional<Segment> segment(String tag) {
        return segments().stream().filter(segment -> segment.tag().equals(tag)).findFirst();
    }

    /** The loops directly inside. */
    public List<Loop> loops() {
        return growing.stream()
                .filter(Loop.class::isInstance)
                .map(Loop.class::cast)
                .toList();
    }

    /** The loops of this name directly inside. */
    public List<Loop> loops(String loop) {
        return loops().stream().filter(child -> child.name().equals(loop)).toList();
    }
}

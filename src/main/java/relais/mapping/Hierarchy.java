package relais.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import relais.edi.Loop;
import relais.edi.Node;
import relais.edi.Segment;

/**
 * Segments that number themselves and name their parent: the engine does both, and a mapping only nests them.
 *
 * @param children the element that says 1 when there are levels below, 0 when there are none
 */
record Hierarchy(Address number, Address parent, Optional<Address> children) {

    private static final Map<String, Hierarchy> BY_TAG = Map.of(
            "HL", new Hierarchy(new Address(1, 0), new Address(2, 0), Optional.of(new Address(4, 0))),
            "CPS", new Hierarchy(new Address(1, 0), new Address(2, 0), Optional.empty()));

    static Optional<Hierarchy> of(String tag) {
        return Optional.ofNullable(BY_TAG.get(tag));
    }

    /** The first segment of a node: the loop's trigger, or the segment itself. */
    static Segment head(Node node) {
        return node instanceof Segment segment
                ? segment
                : head(((Loop) node).children().get(0));
    }

    /** What follows the head inside of it. */
    static List<Node> rest(Node node) {
        return node instanceof Loop loop
                ? loop.children().subList(1, loop.children().size())
                : List.of();
    }

    /**
     * The levels among the siblings that name this one as their parent, and those below them. The reader nests HL itself; CPS groups come
     * side by side.
     */
    List<Node> below(Node level, List<Node> siblings) {
        var below = new LinkedHashSet<Node>();
        addBelow(level, siblings, below);
        below.remove(level);
        return List.copyOf(below);
    }

    private void addBelow(Node level, List<Node> siblings, Set<Node> below) {
        var own = number.in(head(level));
        for (var sibling : siblings)
            if (sibling != level
                    && head(sibling).tag().equals(head(level).tag())
                    && parent.in(head(sibling)).equals(own)
                    && below.add(sibling)) addBelow(sibling, siblings, below);
    }

    /** Whether a level has its parent among the siblings, and so is read with it. */
    boolean isBelow(Node level, List<Node> siblings) {
        var named = parent.in(head(level));
        if (named.isEmpty()) return false;
        for (var sibling : siblings)
            if (sibling != level
                    && head(sibling).tag().equals(head(level).tag())
                    && number.in(head(sibling)).equals(named)) return true;
        return false;
    }
}

package relais.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

    private static final Optional<Hierarchy> HL =
            Optional.of(new Hierarchy(new Address(1, 0), new Address(2, 0), Optional.of(new Address(4, 0))));
    private static final Optional<Hierarchy> CPS =
            Optional.of(new Hierarchy(new Address(1, 0), new Address(2, 0), Optional.empty()));

    static Optional<Hierarchy> of(String tag) {
        return switch (tag) {
            case "HL" -> HL;
            case "CPS" -> CPS;
            default -> Optional.empty();
        };
    }

    /** The first segment of a node: the loop's trigger, or the segment itself. */
    static Segment head(Node node) {
        return node instanceof Segment segment ? segment : head(((Loop) node).head());
    }

    /** What follows the head inside of it. */
    private static List<Node> inside(Node node) {
        return node instanceof Loop loop ? loop.inside() : List.of();
    }

    /** What belongs to a node: what follows its head inside of it, and the levels beside it that are below it. */
    static List<Node> rest(Node node, String tag, List<Node> siblings) {
        var hierarchy = of(tag);
        if (hierarchy.isEmpty()) return inside(node);
        var all = new ArrayList<>(inside(node));
        hierarchy.get().addBelow(node, siblings, all);
        return all;
    }

    /** Whether a node is a level that is read with its parent among the siblings. */
    static boolean isBelow(Node node, String tag, List<Node> siblings) {
        var hierarchy = of(tag);
        return hierarchy.isPresent() && hierarchy.get().isBelow(node, siblings);
    }

    /**
     * The levels among the siblings that name this one as their parent, and those below them. The reader nests HL itself; CPS groups come
     * side by side.
     */
    private void addBelow(Node level, List<Node> siblings, List<Node> all) {
        var below = new LinkedHashSet<Node>();
        addBelow(level, siblings, below);
        below.remove(level);
        all.addAll(below);
    }

    private void addBelow(Node level, List<Node> siblings, Set<Node> below) {
        var own = number.in(head(level));
        for (var sibling : siblings)
            if (sibling != level
                    && head(sibling).tag().equals(head(level).tag())
                    && parent.in(head(sibling)).equals(own)
                    && below.add(sibling)) addBelow(sibling, siblings, below);
    }

    private boolean isBelow(Node level, List<Node> siblings) {
        var named = parent.in(head(level));
        if (named.isEmpty()) return false;
        for (var sibling : siblings)
            if (sibling != level
                    && head(sibling).tag().equals(head(level).tag())
                    && number.in(head(sibling)).equals(named)) return true;
        return false;
    }
}

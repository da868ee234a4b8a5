package relais.proof;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * That a tree begins with all leaves of an earlier one.
 *
 * @param from size of the earlier tree, in leaves
 * @param to size of the later tree
 * @param path hashes of the subtrees that both roots follow from
 * @see "RFC 6962, section 2.1.2; verified as in RFC 9162, section 2.1.4.2"
 */
public record Consistency(long from, long to, List<byte[]> path) {

    public Consistency {
        path = List.copyOf(path);
    }

    /** Whether this proves it of the trees with these roots. */
    public boolean joins(byte[] fromRoot, byte[] toRoot) {
        if (from < 0 || from > to) return false;
        if (from == to) return path.isEmpty() && equal(fromRoot, toRoot);
        if (from == 0) return path.isEmpty() && equal(fromRoot, TreeHash.ofNothing());
        var beside = new ArrayDeque<>(path);
        if (Long.bitCount(from) == 1) beside.addFirst(fromRoot);
        return !beside.isEmpty() && climbs(beside, fromRoot, toRoot);
    }

    private boolean climbs(ArrayDeque<byte[]> path, byte[] fromRoot, byte[] toRoot) {
        var hash = new TreeHash();
        var complete = Long.numberOfTrailingZeros(from);
        var node = from - 1 >> complete;
        var last = to - 1 >> complete;
        var earlier = path.removeFirst();
        var later = earlier;
        for (var beside : path) {
            if (last == 0) return false;
            var isRight = (node & 1) == 1 || node == last;
            if (isRight) earlier = hash.node(beside, earlier);
            later = isRight ? hash.node(beside, later) : hash.node(later, beside);
            var levels = isRight ? Inclusion.levelsUp(node) : 1;
            node >>= levels;
            last >>= levels;
        }
        return last == 0 && equal(earlier, fromRoot) && equal(later, toRoot);
    }

    private static boolean equal(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
    }
}

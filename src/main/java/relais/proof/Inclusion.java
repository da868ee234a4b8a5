package relais.proof;

import java.util.List;
import java.util.Optional;

/**
 * That a leaf is in a tree.
 *
 * @param index of the leaf, from 0
 * @param size of the tree, in leaves
 * @param path hashes of the subtrees beside the way from the leaf to the root, lowest first
 * @see "RFC 6962, section 2.1.1; verified as in RFC 9162, section 2.1.3.2"
 */
public record Inclusion(long index, long size, List<byte[]> path) {

    public Inclusion {
        path = List.copyOf(path);
    }

    /** The root of the only tree that this proves the leaf to be in; empty when the path has not the length that index and size ask for. */
    public Optional<byte[]> root(byte[] leaf) {
        if (index < 0 || index >= size) return Optional.empty();
        var hash = new TreeHash();
        var node = index;
        var last = size - 1;
        var root = leaf;
        for (var beside : path) {
            if (last == 0) return Optional.empty();
            var isRight = (node & 1) == 1 || node == last;
            root = isRight ? hash.node(beside, root) : hash.node(root, beside);
            var levels = isRight ? levelsUp(node) : 1;
            node >>= levels;
            last >>= levels;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    /** To the next level at which the node has something on its left: one, unless it ends the tree as a left child. */
    static int levelsUp(long node) {
        return node == 0 ? 1 : Long.numberOfTrailingZeros(node) + 1;
    }
}

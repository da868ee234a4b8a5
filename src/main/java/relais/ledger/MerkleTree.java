package relais.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import relais.proof.TreeHash;

/**
 * The growing hash tree of RFC 6962, section 2.1, as the hashes of its complete subtrees, largest first. One hash is
 * computed for each leaf that is added, and the root follows from at most 63.
 */
final class MerkleTree {

    private final TreeHash hash = new TreeHash();
    private final Deque<byte[]> subtrees = new ArrayDeque<>();
    private final List<byte[]> added = new ArrayList<>();
    private long size;

    /** @param frontier what {@link #frontier} gave for a tree of this size */
    MerkleTree(long size, byte[] frontier) {
        if (frontier.length != TreeHash.BYTES * Long.bitCount(size))
            throw new IllegalArgumentException("a tree of " + size + " leaves has " + Long.bitCount(size)
                    + " complete subtrees, got " + frontier.length + " bytes of hashes");
        this.size = size;
        Tiles.split(frontier).forEach(subtrees::addLast);
    }

    static MerkleTree empty() {
        return new MerkleTree(0, new byte[0]);
    }

    /** The hash of a leaf: SHA-256 of a zero byte and the content. */
    static byte[] leaf(byte[] content) {
        return new TreeHash().leaf(content);
    }

    /** Adds a leaf by its hash. */
    void add(byte[] leaf) {
        added.add(leaf);
        addSubtree(1, leaf);
    }

    /** Adds the hash over as many leaves as a complete subtree has; the tree is a multiple of that large. */
    void addSubtree(long leaves, byte[] root) {
        var subtree = root;
        for (long bits = size / leaves; (bits & 1) == 1; bits >>= 1)
            subtree = hash.node(subtrees.removeLast(), subtree);
        subtrees.addLast(subtree);
        size += leaves;
    }

    /** The leaves added to the tree that it began as. */
    List<byte[]> added() {
        return added;
    }

    long size() {
        return size;
    }

    /** The hash of the whole tree; of no bytes when it is empty. */
    byte[] root() {
        return hash.fold(List.copyOf(subtrees));
    }

    /** The root of the tree as it would be with some more leaves, given their own. */
    byte[] rootWith(byte[] rootOfMore) {
        var all = new ArrayList<>(subtrees);
        all.add(rootOfMore);
        return hash.fold(all);
    }

    byte[] frontier() {
        var buffer = ByteBuffer.allocate(TreeHash.BYTES * subtrees.size());
        subtrees.forEach(buffer::put);
        return buffer.array();
    }
}

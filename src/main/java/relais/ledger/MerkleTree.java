package relais.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The growing hash tree of RFC 6962, section 2.1, as the hashes of its complete subtrees, largest first. One hash is
 * computed for each leaf that is added, and the root follows from at most 63.
 */
final class MerkleTree {

    private static final int HASH_BYTES = 32;

    private final Deque<byte[]> subtrees = new ArrayDeque<>();
    private long size;

    /** @param frontier what {@link #frontier} gave for a tree of this size */
    MerkleTree(long size, byte[] frontier) {
        if (frontier.length != HASH_BYTES * Long.bitCount(size))
            throw new IllegalArgumentException("a tree of " + size + " leaves has " + Long.bitCount(size)
                    + " complete subtrees, got " + frontier.length + " bytes of hashes");
        this.size = size;
        var buffer = ByteBuffer.wrap(frontier);
        while (buffer.hasRemaining()) {
            var hash = new byte[HASH_BYTES];
            buffer.get(hash);
            subtrees.addLast(hash);
        }
    }

    static MerkleTree empty() {
        return new MerkleTree(0, new byte[0]);
    }

    /** The hash of a leaf: SHA-256 of a zero byte and the content. */
    static byte[] leaf(byte[] content) {
        var sha = Canonical.sha256();
        sha.update((byte) 0);
        return sha.digest(content);
    }

    /** Adds a leaf by its hash. */
    void add(byte[] leaf) {
        var hash = leaf;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) hash = node(subtrees.removeLast(), hash);
        subtrees.addLast(hash);
        size++;
    }

    /** The hash of the whole tree; of no bytes when it is empty. */
    byte[] root() {
        if (size == 0) return Canonical.sha256().digest();
        var smallestFirst = subtrees.descendingIterator();
        var root = smallestFirst.next();
        while (smallestFirst.hasNext()) root = node(smallestFirst.next(), root);
        return root;
    }

    byte[] frontier() {
        var buffer = ByteBuffer.allocate(HASH_BYTES * subtrees.size());
        subtrees.forEach(buffer::put);
        return buffer.array();
    }

    private static byte[] node(byte[] left, byte[] right) {
        var sha = Canonical.sha256();
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }
}

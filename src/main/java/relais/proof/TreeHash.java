package relais.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The hashes of RFC 6962, section 2.1: SHA-256, with a first byte that tells leaves from inner nodes. For one thread at a time. */
public final class TreeHash {

    /** Of one hash. */
    public static final int BYTES = 32;

    private final MessageDigest sha = sha256();

    /** The hash of a leaf: of a zero byte and the content. */
    public byte[] leaf(byte[] content) {
        sha.update((byte) 0);
        return sha.digest(content);
    }

    /** The hash of an inner node: of a one byte and the hashes below it. */
    public byte[] node(byte[] left, byte[] right) {
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    /** The hash of a tree of no leaves. */
    public static byte[] ofNothing() {
        return sha256().digest();
    }

    /** The root over complete subtrees of falling size, largest first; of nothing when there are none. */
    public byte[] fold(List<byte[]> subtrees) {
        if (subtrees.isEmpty()) return ofNothing();
        var root = subtrees.get(subtrees.size() - 1);
        for (int i = subtrees.size() - 2; i >= 0; i--) root = node(subtrees.get(i), root);
        return root;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

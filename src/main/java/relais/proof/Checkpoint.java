package relais.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * How far a ledger had come, and the root of the hash tree over all its entries up to there. Signed, it is a note of three lines, an
 * empty one and one with the signature:
 *
 * <pre>
 * maison-lumen/ledger/0
 * 4711
 * CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *
 * — maison-lumen/ledger/0 Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
 * </pre>
 *
 * @param origin name of the ledger
 * @param size number of entries
 * @param root of the RFC 6962 tree over them
 * @see "https://c2sp.org/tlog-checkpoint"
 */
public record Checkpoint(String origin, long size, byte[] root) {

    private static final String DASH = "— ";
    private static final int KEY_ID_BYTES = 4;

    /** The text with the signature of a ledger's own key. */
    public String signed(SigningKey key) {
        var verifier = key.verifier();
        var signature = key.sign(text().getBytes(UTF_8));
        var bytes = ByteBuffer.allocate(KEY_ID_BYTES + signature.length)
                .put(verifier.id())
                .put(signature)
                .array();
        return text() + "\n" + DASH + verifier.name() + " "
                + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    /**
     * Reads a signed note. Signatures by keys not known are passed over.
     *
     * @throws NotProven if it is no checkpoint, or not signed with this key; the message says what does not fit
     */
    public static Checkpoint open(String note, VerifierKey key) {
        var parted = note.indexOf("\n\n");
        if (parted < 0) throw new NotProven("a checkpoint has an empty line before its signature, and here is none");
        var text = note.substring(0, parted + 1);
        var checkpoint = read(text);
        if (!checkpoint.origin.equals(key.name()))
            throw new NotProven("the checkpoint is of the ledger " + checkpoint.origin + ", the key of " + key.name());
        var signature = signature(lines(note.substring(parted + 2)), key);
        if (signature.isEmpty()) throw new NotProven("the checkpoint is not signed with the key " + key);
        if (!key.verifies(text.getBytes(UTF_8), signature.get()))
            throw new NotProven("the signature does not fit the checkpoint of " + checkpoint.size
                    + " entries: its text was changed, or the signature was");
        return checkpoint;
    }

    private static Checkpoint read(String text) {
        var lines = List.of(text.split("\n", -1));
        if (lines.size() < 4) throw new NotProven("a checkpoint has a line each for its ledger, size and root");
        if (!lines.get(1).matches("0|[1-9][0-9]{0,17}"))
            throw new NotProven("'" + lines.get(1) + "' is no number of entries");
        try {
            var root = Base64.getDecoder().decode(lines.get(2));
            if (root.length != TreeHash.BYTES) throw new NotProven("the root of the checkpoint has not 32 bytes");
            return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), root);
        } catch (IllegalArgumentException notBase64) {
            throw new NotProven("the root of the checkpoint is no base64");
        }
    }

    private static List<String> lines(String signatures) {
        var lines = signatures.lines().toList();
        if (!signatures.endsWith("\n") || !lines.stream().allMatch(line -> line.startsWith(DASH)))
            throw new NotProven("after its empty line a checkpoint has lines that begin with a dash, and nothing else");
        return lines;
    }

    /** The first one that names the key. */
    private static Optional<byte[]> signature(List<String> lines, VerifierKey key) {
        return lines.stream()
                .filter(line -> line.startsWith(DASH + key.name() + " "))
                .map(line -> base64(line.substring(line.lastIndexOf(' ') + 1)))
                .filter(bytes ->
                        bytes.length > KEY_ID_BYTES && Arrays.equals(Arrays.copyOf(bytes, KEY_ID_BYTES), key.id()))
                .map(bytes -> Arrays.copyOfRange(bytes, KEY_ID_BYTES, bytes.length))
                .findFirst();
    }

    private static byte[] base64(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that
                && origin.equals(that.origin)
                && size == that.size
                && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size) * 31 + Arrays.hashCode(root);
    }
}

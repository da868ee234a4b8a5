package relais.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The public half of an Ed25519 key with the name of the ledger that signs with it. As text {@code NAME+KEYID+BASE64}: what partners are
 * given once and keep.
 *
 * @param name of the ledger; holds neither spaces nor a plus
 * @param bytes the 32 bytes of RFC 8032
 * @see "https://c2sp.org/signed-note"
 */
public record VerifierKey(String name, byte[] bytes) {

    private static final byte ED25519 = 1;
    private static final int SIGNATURE_BYTES = 64;
    private static final Pattern TEXT = Pattern.compile("([^+\\s]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

    /** What stands before the 32 bytes in an X.509 SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    public VerifierKey {
        if (name.isEmpty() || !name.matches("[^+\\s]+"))
            throw new IllegalArgumentException("the name of a key holds neither spaces nor a plus, got '" + name + "'");
        if (bytes.length != 32) throw new IllegalArgumentException("an Ed25519 key has 32 bytes, got " + bytes.length);
    }

    /** @throws IllegalArgumentException if it is no such text, or its key id is not that of the key */
    public static VerifierKey parse(String text) {
        var parts = TEXT.matcher(text.strip());
        if (!parts.matches())
            throw new IllegalArgumentException("a key looks like maison-lumen/ledger/0+0123abcd+BASE64");
        var typed = Base64.getDecoder().decode(parts.group(3));
        if (typed.length != 33 || typed[0] != ED25519)
            throw new IllegalArgumentException("the key " + parts.group(1) + " is no Ed25519 key");
        var key = new VerifierKey(parts.group(1), Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id()).equals(parts.group(2)))
            throw new IllegalArgumentException(
                    "the key id " + parts.group(2) + " is not that of the key it stands beside");
        return key;
    }

    /** The first 4 bytes of the hash over name and key. */
    byte[] id() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((name + "\n").getBytes(UTF_8));
            return Arrays.copyOf(sha.digest(typed()), 4);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    boolean verifies(byte[] text, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) return false;
        try {
            var verifying = Signature.getInstance("Ed25519");
            verifying.initVerify(publicKey());
            verifying.update(text);
            return verifying.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        var encoded = ByteBuffer.allocate(X509.length + bytes.length).put(X509).put(bytes);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.array()));
    }

    private byte[] typed() {
        return ByteBuffer.allocate(1 + bytes.length).put(ED25519).put(bytes).array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }
}

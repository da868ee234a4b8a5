package relais.proof;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;

/** The secret half of an Ed25519 key, made from its 32 random bytes. */
public final class SigningKey {

    private static final int SEED_BYTES = 32;

    private final PrivateKey secret;
    private final VerifierKey open;

    private SigningKey(PrivateKey secret, VerifierKey open) {
        this.secret = secret;
        this.open = open;
    }

    /**
     * @param name of the ledger that signs
     * @param seed the secret of RFC 8032, section 5.1.5
     * @throws IllegalArgumentException unless it has 32 bytes
     */
    public static SigningKey of(String name, byte[] seed) {
        if (seed.length != SEED_BYTES)
            throw new IllegalArgumentException("the secret of a signing key has 32 bytes, got " + seed.length);
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new Given(seed));
            var pair = generator.generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            var bytes = Arrays.copyOfRange(encoded, encoded.length - SEED_BYTES, encoded.length);
            return new SigningKey(pair.getPrivate(), new VerifierKey(name, bytes));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** What others verify with. */
    public VerifierKey verifier() {
        return open;
    }

    byte[] sign(byte[] text) {
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(secret);
            signing.update(text);
            return signing.sign();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The JDK derives a public key only of a pair that it makes from random bytes: these. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}

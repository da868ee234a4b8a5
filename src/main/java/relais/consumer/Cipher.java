package relais.consumer;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM under one key: a version byte, a random nonce of 12 bytes, the ciphertext, a tag of 16 bytes. */
record Cipher(SecretKey key, SecureRandom random) {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 1 + NONCE_BYTES;

    /** @param owner whom the bytes belong to; they open only under the same owner */
    byte[] seal(byte[] plain, byte[] owner) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(javax.crypto.Cipher.ENCRYPT_MODE, nonce, owner, plain, 0);
        return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalArgumentException if the bytes were not sealed under this key for this owner, or were altered */
    byte[] open(byte[] sealed, byte[] owner) {
        if (sealed.length < HEADER_BYTES + TAG_BITS / 8 || sealed[0] != VERSION)
            throw new IllegalArgumentException("these bytes were not sealed here: no version 1 header");
        var nonce = Arrays.copyOfRange(sealed, 1, HEADER_BYTES);
        return run(javax.crypto.Cipher.DECRYPT_MODE, nonce, owner, sealed, HEADER_BYTES);
    }

    private byte[] run(int mode, byte[] nonce, byte[] owner, byte[] bytes, int from) {
        try {
            var cipher = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner);
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (AEADBadTagException altered) {
            throw new IllegalArgumentException("these bytes are not what was sealed for this owner", altered);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

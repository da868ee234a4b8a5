package relais.consumer;

import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one key. */
record Mac(Key key) {

    private static final String ALGORITHM = "HmacSHA256";

    static Mac of(byte[] key) {
        return new Mac(new SecretKeySpec(key, ALGORITHM));
    }

    byte[] authenticate(byte[] text) {
        try {
            var mac = javax.crypto.Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

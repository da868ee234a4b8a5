package relais.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys that follow from one secret, one per purpose: HMAC-SHA-256 of the purpose's name (HKDF-Expand, RFC 5869, one block). */
final class Keys {

    private static final int SECRET_BYTES_MIN = 32;

    private final Mac secret;

    Keys(byte[] secret) {
        this.secret = Mac.of(secret);
    }

    static Keys ofMaster(SecretKey master) {
        var bytes = master.getEncoded();
        if (bytes.length < SECRET_BYTES_MIN)
            throw new IllegalArgumentException(
                    "the master key needs at least " + SECRET_BYTES_MIN + " bytes, got " + bytes.length);
        return new Keys(bytes);
    }

    /** Wraps the keys of the vault. */
    SecretKey wrapping() {
        return new SecretKeySpec(derive("wrapping"), "AES");
    }

    /** Names a master key without telling it, so that a key that rotates can be told from the one before. */
    String name() {
        return HexFormat.of().formatHex(derive("name"), 0, 8);
    }

    Mac bearer() {
        return Mac.of(derive("bearer"));
    }

    Mac matching() {
        return Mac.of(derive("matching"));
    }

    Mac agreement(String partner) {
        return Mac.of(derive("agreement:" + partner));
    }

    private byte[] derive(String purpose) {
        return secret.authenticate((purpose + '\u0001').getBytes(UTF_8));
    }
}

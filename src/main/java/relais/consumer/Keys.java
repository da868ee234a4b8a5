package relais.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys that follow from the master key, one per purpose: HMAC-SHA-256 of the purpose's name (HKDF-Expand, RFC 5869, one block). */
final class Keys {

    private final Mac master;

    Keys(SecretKey master) {
        var bytes = master.getEncoded();
        if (bytes.length < 32)
            throw new IllegalArgumentException("the master key needs at least 32 bytes, got " + bytes.length);
        this.master = Mac.of(bytes);
    }

    /** Wraps the consumers' own keys. */
    SecretKey wrapping() {
        return new SecretKeySpec(derive("wrapping"), "AES");
    }

    /** Names the master key without telling it, so that a key that rotates can be told from the one before. */
    String name() {
        return HexFormat.of().formatHex(derive("name"), 0, 8);
    }

    Mac matching() {
        return Mac.of(derive("matching"));
    }

    Mac bearer() {
        return Mac.of(derive("bearer"));
    }

    Mac agreement(String partner) {
        return Mac.of(derive("agreement:" + partner));
    }

    private byte[] derive(String purpose) {
        return master.authenticate((purpose + '\u0001').getBytes(UTF_8));
    }
}

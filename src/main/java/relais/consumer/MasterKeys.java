package relais.consumer;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * The keys that wrap the keys of the vault, the newest first: that one wraps, the others only open what they wrapped before.
 * They come from secrets that are referred to and never stored beside the data.
 */
public final class MasterKeys {

    /** @param with name of the master key */
    record Wrapped(byte[] key, String with) {}

    private final Map<String, Keys> byName = new LinkedHashMap<>();
    private final String newest;

    /**
     * @param keys at least one, each of at least 32 bytes; the newest first
     * @throws IllegalArgumentException if there is none, or one is too short
     */
    public MasterKeys(List<SecretKey> keys) {
        if (keys.isEmpty()) throw new IllegalArgumentException("there is no master key");
        for (var key : keys) {
            var derived = Keys.ofMaster(key);
            byName.put(derived.name(), derived);
        }
        this.newest = byName.keySet().iterator().next();
    }

    /** What the newest is called in tables and logs; it tells nothing of the key. */
    public String newest() {
        return newest;
    }

    Wrapped wrap(byte[] key, UUID owner, SecureRandom random) {
        return new Wrapped(new Cipher(keys(newest).wrapping(), random).seal(key, Bytes.of(owner)), newest);
    }

    /** @throws IllegalStateException if the master key is none of these */
    byte[] unwrap(Wrapped wrapped, UUID owner, SecureRandom random) {
        return new Cipher(keys(wrapped.with()).wrapping(), random).open(wrapped.key(), Bytes.of(owner));
    }

    /** The signing keys that follow from each, the newest first. */
    List<Mac> bearers() {
        return byName.values().stream().map(Keys::bearer).toList();
    }

    private Keys keys(String name) {
        var keys = byName.get(name);
        if (keys == null)
            throw new IllegalStateException("a key is wrapped with master key " + name
                    + ", which is not among those configured; add its secret to relais.vault.master-keys");
        return keys;
    }
}

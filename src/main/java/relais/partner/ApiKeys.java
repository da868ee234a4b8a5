package relais.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * Who may post to the hub over HTTP: each channel with {@code direction: in} and {@code transport: http} refers to an API
 * key in its parameter {@code apiKey}. A key is looked up each time, so that it can be exchanged while the hub runs.
 */
public final class ApiKeys {

    private final Partners partners;
    private final Secrets secrets;

    public ApiKeys(Partners partners, Secrets secrets) {
        this.partners = partners;
        this.secrets = secrets;
    }

    /**
     * The channel that a key opens. Every key is compared by its hash and in constant time, so that the time taken tells
     * nothing about any of them.
     *
     * @param key as presented by a stranger
     * @throws IllegalStateException if a partner file refers to a key that does not exist
     */
    public Optional<Channel> channel(String key) {
        var presented = hash(key);
        var found = Optional.<Channel>empty();
        for (var channel : partners.channels()) {
            if (channel.transport() != Channel.Transport.HTTP || channel.direction() != Channel.Direction.IN) continue;
            var expected = hash(secrets.text(channel.parameters().getOrDefault("apiKey", "")));
            if (MessageDigest.isEqual(expected, presented)) found = Optional.of(channel);
        }
        return found;
    }

    /** The partner whose key it is. */
    public Optional<Partner> partner(String key) {
        return channel(key).map(channel -> partners.get(channel.partner()));
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

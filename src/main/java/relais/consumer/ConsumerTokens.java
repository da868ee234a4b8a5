package relais.consumer;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Bearer tokens with which a consumer follows an order. A token says who and until when, and is signed (HMAC-SHA-256);
 * nothing is stored.
 */
public final class ConsumerTokens {

    private static final byte VERSION = 1;
    private static final int STATEMENT_BYTES = 1 + 16 + 8;
    private static final int TOKEN_BYTES = STATEMENT_BYTES + 32;

    private final List<Mac> keys;
    private final Clock clock;
    private final Duration lifetime;

    /** @param masters from which the signing keys are derived: the newest signs, and what an older one signed holds as long as that is there */
    public ConsumerTokens(MasterKeys masters, Clock clock, Duration lifetime) {
        this.keys = masters.bearers();
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** @return 76 characters that fit into a URL and an Authorization header */
    public String issue(UUID consumer) {
        var statement = ByteBuffer.allocate(STATEMENT_BYTES)
                .put(VERSION)
                .put(Bytes.of(consumer))
                .putLong(clock.instant().plus(lifetime).getEpochSecond())
                .array();
        var token =
                ByteBuffer.allocate(TOKEN_BYTES).put(statement).put(keys.get(0).authenticate(statement));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** @return the consumer; empty if the token is malformed, not ours, altered or expired */
    public Optional<UUID> verify(String token) {
        return decode(token).filter(this::isOurs).map(ByteBuffer::wrap).flatMap(this::consumerInTime);
    }

    private static Optional<byte[]> decode(String token) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token)).filter(bytes -> bytes.length == TOKEN_BYTES);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private boolean isOurs(byte[] token) {
        var statement = Arrays.copyOf(token, STATEMENT_BYTES);
        var signature = Arrays.copyOfRange(token, STATEMENT_BYTES, TOKEN_BYTES);
        return statement[0] == VERSION
                && keys.stream().anyMatch(key -> MessageDigest.isEqual(signature, key.authenticate(statement)));
    }

    private Optional<UUID> consumerInTime(ByteBuffer token) {
        token.get();
        var consumer = new UUID(token.getLong(), token.getLong());
        var expiresAt = Instant.ofEpochSecond(token.getLong());
        return clock.instant().isBefore(expiresAt) ? Optional.of(consumer) : Optional.empty();
    }
}

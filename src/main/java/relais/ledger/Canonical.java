package relais.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * The binary form in which things are hashed: each value in a fixed width, big-endian, or after its length, so that no
 * two contents have the same bytes. The first byte is the version of this encoding, the second says what is encoded.
 */
final class Canonical {

    /** What is encoded, so that a fact can never pass for a seal. */
    enum Type {
        FACT,
        ENTRY,
        SEAL,
        INPUTS,
        STATEMENT,
        CONSUMER
    }

    static final byte VERSION = 1;

    private ByteBuffer bytes = ByteBuffer.allocate(512);

    Canonical(Type type) {
        bytes.put(VERSION).put((byte) (type.ordinal() + 1));
    }

    Canonical number(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    Canonical day(LocalDate day) {
        return number(day.toEpochDay());
    }

    Canonical day(Optional<LocalDate> day) {
        present(day);
        day.ifPresent(this::day);
        return this;
    }

    /** To the microsecond, as the database keeps it. */
    Canonical instant(Instant at) {
        return number(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    Canonical text(String text) {
        return bytes(text.getBytes(UTF_8));
    }

    Canonical bytes(byte[] value) {
        number(value.length);
        room(value.length).put(value);
        return this;
    }

    Canonical bytes(Optional<byte[]> value) {
        present(value);
        value.ifPresent(this::bytes);
        return this;
    }

    Canonical id(UUID id) {
        return number(id.getMostSignificantBits()).number(id.getLeastSignificantBits());
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** SHA-256 of the bytes. */
    byte[] hash() {
        var sha = sha256();
        sha.update(bytes.array(), 0, bytes.position());
        return sha.digest();
    }

    private void present(Optional<?> value) {
        room(1).put((byte) (value.isPresent() ? 1 : 0));
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more)
            bytes = ByteBuffer.allocate(2 * (bytes.capacity() + more)).put(bytes.flip());
        return bytes;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

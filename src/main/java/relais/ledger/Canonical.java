package relais.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
        STATEMENT
    }

    static final byte VERSION = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    Canonical(Type type) {
        bytes.write(VERSION);
        bytes.write(type.ordinal() + 1);
    }

    Canonical number(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) bytes.write((int) (value >>> shift));
        return this;
    }

    Canonical day(LocalDate day) {
        return number(day.toEpochDay());
    }

    Canonical day(Optional<LocalDate> day) {
        bytes.write(day.isPresent() ? 1 : 0);
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
        bytes.writeBytes(value);
        return this;
    }

    Canonical id(UUID id) {
        return number(id.getMostSignificantBits()).number(id.getLeastSignificantBits());
    }

    Canonical id(Optional<UUID> id) {
        bytes.write(id.isPresent() ? 1 : 0);
        id.ifPresent(this::id);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** SHA-256 of the bytes. */
    byte[] hash() {
        return sha256().digest(toBytes());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

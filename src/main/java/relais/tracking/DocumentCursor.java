package relais.tracking;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in the list of documents: the last row of a page. As text it is {@code 2026-03-02T10:15:30.123456Z_ID}, which
 * can stand in a link.
 */
public record DocumentCursor(Instant createdAt, UUID id) {

    /** What {@link #toString} wrote; empty for anything else, so that a mangled link shows the first page. */
    public static Optional<DocumentCursor> parse(String text) {
        var parts = text.split("_", 2);
        if (parts.length < 2) return Optional.empty();
        try {
            return Optional.of(new DocumentCursor(Instant.parse(parts[0]), UUID.fromString(parts[1])));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return createdAt + "_" + id;
    }
}

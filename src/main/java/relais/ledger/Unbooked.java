package relais.ledger;

import java.time.Instant;

/**
 * A fact that is not in the books: one that waits for something, or one that contradicts an earlier one.
 *
 * @param fact its kind, partner and number: {@code invoice 4711 of acme-retail}
 * @param reason in one sentence, with what has to come
 */
public record Unbooked(String fact, Instant recordedAt, String reason) {}

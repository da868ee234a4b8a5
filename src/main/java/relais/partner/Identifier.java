package relais.partner;

/**
 * A name the partner goes by in envelopes and documents.
 *
 * @param standard {@code x12} (ISA05/06), {@code edifact} (UNB 0004/0007) or {@code gln}
 * @param qualifier ISA05 or UNB 0007 ("01", "14"), or empty
 */
public record Identifier(String standard, String qualifier, String id) {}

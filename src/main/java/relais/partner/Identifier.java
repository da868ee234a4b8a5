package relais.partner;

/**
 * A name the partner goes by in envelopes and documents.
 *
 * @param standard {@code x12} (ISA05/06), {@code edifact} (UNB 0004/0007) or {@code gln}
 * @param qualifier ISA05 or UNB 0007 ("01", "14"), or empty
 */
public record Identifier(String standard, String qualifier, String id) {

    /** Whether an envelope could mean the one as well as the other: a missing qualifier matches any. */
    boolean overlaps(Identifier other) {
        return standard.equals(other.standard)
                && id.equals(other.id)
                && (qualifier.isEmpty() || other.qualifier.isEmpty() || qualifier.equals(other.qualifier));
    }

    /** {@code x12 01:081466849}. */
    @Override
    public String toString() {
        return standard + " " + (qualifier.isEmpty() ? "" : qualifier + ":") + id;
    }
}

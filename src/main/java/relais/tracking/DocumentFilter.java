package relais.tracking;

import java.util.Optional;

/**
 * Which documents to list. An empty text means any.
 *
 * @param partner id of a partner file
 * @param type title of a document ("Order"), "Acknowledgement" or "Unreadable"
 * @param state accepted, rejected, parked, due, sent or acknowledged; or overdue for what a partner should have acknowledged
 * @param direction in or out
 * @param reference beginning of the document's number or of its order's number, in any case
 * @param before list only what is older than this
 */
public record DocumentFilter(
        String partner,
        String type,
        String state,
        String direction,
        String reference,
        Optional<DocumentCursor> before) {

    /** Longer references are cut: no document number of the standards is longer. */
    private static final int REFERENCE_CHARACTERS_MAX = 80;

    public DocumentFilter {
        partner = partner.strip();
        type = type.strip();
        state = state.strip();
        direction = direction.strip();
        reference = reference.strip();
        if (reference.length() > REFERENCE_CHARACTERS_MAX) reference = reference.substring(0, REFERENCE_CHARACTERS_MAX);
    }

    /** Every document, newest first. */
    public static DocumentFilter all() {
        return new DocumentFilter("", "", "", "", "", Optional.empty());
    }

    /** Whether it leaves anything out, apart from what is newer. */
    public boolean narrows() {
        return !(partner + type + state + direction + reference).isEmpty();
    }
}

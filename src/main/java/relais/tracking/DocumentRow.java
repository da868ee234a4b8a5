package relais.tracking;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A document as the register knows it.
 *
 * @param partner whose chain of documents it belongs to
 * @param counterparty who sent it, or gets it: for what the ERP answers, the brand
 * @param type title of the document, "Acknowledgement", or "Unreadable" for what could not become one, "Repetition" for bytes that came before
 * @param state accepted, rejected, parked, duplicate, due, sent or acknowledged
 * @param fileName under which its bytes came in or go out; empty when unknown
 * @param reason the first thing that is wrong with it, in one sentence; empty when nothing is
 * @param source which bytes of which receipt it was read from; for an acknowledgement the hub made, which
 *     interchange it answers; empty for whatever else the hub made
 */
public record DocumentRow(
        UUID id,
        Instant createdAt,
        String direction,
        String partner,
        String counterparty,
        String type,
        String format,
        String transactionSet,
        String number,
        String orderNumber,
        String controlNumber,
        String state,
        String fileName,
        String reason,
        Optional<Source> source,
        Optional<UUID> consumer) {

    /**
     * @param interchange ordinal in the receipt, from 1; 0 when the receipt has none
     * @param fromOffset first byte in the receipt
     * @param toOffset the byte after the last; -1 when not known
     */
    public record Source(UUID receipt, int interchange, long fromOffset, long toOffset) {}

    /** The same with what is wrong with it. */
    DocumentRow because(String known) {
        return new DocumentRow(
                id,
                createdAt,
                direction,
                partner,
                counterparty,
                type,
                format,
                transactionSet,
                number,
                orderNumber,
                controlNumber,
                state,
                fileName,
                known,
                source,
                consumer);
    }

    public boolean incoming() {
        return direction.equals("in");
    }

    /** What people call it by: its number, else the name of the file, else its control number or id. */
    public String reference() {
        if (!number.isEmpty()) return number;
        if (!fileName.isEmpty()) return fileName;
        return controlNumber.isEmpty() ? id.toString() : controlNumber;
    }
}

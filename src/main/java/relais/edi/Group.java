package relais.edi;

/**
 * The header of a functional group as sent: GS, or UNG. EDIFACT interchanges usually have none.
 *
 * @param functionalId GS01 ("PO"), or UNG 0038
 * @param version GS08 ("004010"), or UNG S008 ("D:96A")
 * @param ordinal position in the interchange, from 1
 */
public record Group(
        String functionalId,
        String sender,
        String receiver,
        String controlNumber,
        String version,
        String date,
        String time,
        int ordinal,
        long offset) {}

package relais.edi;

import java.nio.charset.Charset;

/**
 * The header of an interchange as sent: ISA, or UNA and UNB. Identifiers are without the padding that ISA's fixed widths
 * ask for.
 *
 * @param senderQualifier ISA05 or UNB 0007; empty when absent
 * @param version ISA12 ("00401"), or UNB's syntax identifier and version ("UNOC:3")
 * @param acknowledgementRequested ISA14 is 1 (a TA1 is asked for), or UNB 0031 is 1
 * @param test ISA15 is T, or UNB 0035 is 1
 * @param charset how bytes become text: what UNB S001 0001 names or was agreed on for X12; code page 037 when all of it came in EBCDIC
 * @param date as sent: {@code yyMMdd}, or {@code yyyyMMdd} in EDIFACT syntax version 4
 * @param time as sent: {@code HHmm}
 * @param ordinal position in the input, from 1
 * @param offset of its first byte (of UNA when there is one) in the input
 */
public record Interchange(
        Standard standard,
        Delimiters delimiters,
        String senderQualifier,
        String sender,
        String receiverQualifier,
        String receiver,
        String controlNumber,
        String version,
        boolean acknowledgementRequested,
        boolean test,
        Charset charset,
        String date,
        String time,
        int ordinal,
        long offset) {

    /** The same in another character set. */
    Interchange in(Charset other) {
        return new Interchange(
                standard,
                delimiters,
                senderQualifier,
                sender,
                receiverQualifier,
                receiver,
                controlNumber,
                version,
                acknowledgementRequested,
                test,
                other,
                date,
                time,
                ordinal,
                offset);
    }
}

package relais.edi;

import java.util.List;

/** Writes interchanges that the reader accepts: it counts, escapes and validates. Stateless, safe for many threads. */
public final class InterchangeWriter {
    private final Structures structures;
    private final Limits limits;

    public InterchangeWriter(Structures structures, Limits limits) {
        this.structures = structures;
        this.limits = limits;
    }

    /**
     * Wraps transaction sets into one interchange; in X12 all of one functional identifier and version, so in one group.
     *
     * @return the bytes to send, in the character set that the envelope's version names (X12: ASCII and UTF-8)
     * @throws Unwritable when the reader would find an error in them, or X12 data holds a delimiter
     */
    public byte[] write(Envelope envelope, List<OutgoingSet> sets) {
        return write(envelope, List.of(), sets);
    }

    /** The same with segments (TA1) between the interchange header and the first group. */
    public byte[] write(Envelope envelope, List<OutgoingSegment> beforeGroups, List<OutgoingSet> sets) {
        throw new UnsupportedOperationException(envelope + " " + beforeGroups + " " + sets + structures + limits);
    }
}

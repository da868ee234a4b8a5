package relais.edi;

/**
 * Where reading goes on: after the last event, inside whatever interchange and group were open there. It is small, written
 * to JSON as it is, and a new reader over a stream that starts at {@code offset} continues as if it had never stopped.
 *
 * @param offset of the next byte to read, in the whole input
 * @param interchangeHeader UNA and UNB, or ISA, as sent (one char per byte); empty between interchanges
 * @param interchangeOffset of that header's first byte
 * @param interchanges begun so far
 * @param groups begun so far in the open interchange
 * @param sets read so far in the open interchange
 * @param segments read so far in the open interchange
 * @param groupHeader GS or UNG as sent; empty outside groups
 * @param groupOffset of that header's first byte
 * @param setsInGroup sets read so far in the open group
 * @param setNumbers control numbers of those sets, as ranges: {@code 1-200,A7}
 * @param ebcdic whether the input is read as EBCDIC here; headers are in ISO 8859-1 all the same
 */
public record Position(
        long offset,
        String interchangeHeader,
        long interchangeOffset,
        int interchanges,
        int groups,
        int sets,
        long segments,
        String groupHeader,
        long groupOffset,
        int setsInGroup,
        String setNumbers,
        boolean ebcdic) {

    private static final Position START = new Position(0, "", 0, 0, 0, 0, 0, "", 0, 0, "", false);

    /** The first byte of the input. */
    public static Position start() {
        return START;
    }
}

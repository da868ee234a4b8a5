package relais.edi;

import java.util.List;

/**
 * Where reading goes on: after the last event, inside whatever interchange and group were open there. It is small, written
 * to JSON as it is, and a new reader over a stream that starts at {@code offset} continues as if it had never stopped.
 *
 * @param offset of the next byte to read, in the whole input
 * @param interchangeHeader UNA and UNB, or ISA, as sent (one char per byte); empty between interchanges
 * @param interchangeOffset of that header's first byte
 * @param interchanges begun so far
 * @param interchangeNumbers control numbers of those interchanges
 * @param groups begun so far in the open interchange
 * @param sets read so far in the open interchange
 * @param segments read so far in the open interchange
 * @param groupHeader GS or UNG as sent; empty outside groups
 * @param groupOffset of that header's first byte
 * @param groupSegment which segment of the interchange that header is
 * @param setsInGroup sets read so far in the open group
 * @param setNumbers control numbers of those sets, as ranges: {@code 1-200,A7}
 * @param setsOutside sets read so far in the open interchange outside any group
 * @param groupNumbers control numbers of the groups that ended in the open interchange, as ranges
 * @param ebcdic whether the input is read as EBCDIC here; headers are in ISO 8859-1 all the same
 */
public record Position(
        long offset,
        String interchangeHeader,
        long interchangeOffset,
        int interchanges,
        List<Numbers> interchangeNumbers,
        int groups,
        int sets,
        long segments,
        String groupHeader,
        long groupOffset,
        long groupSegment,
        int setsInGroup,
        String setNumbers,
        int setsOutside,
        String groupNumbers,
        boolean ebcdic) {

    private static final Position START = between(0, 0, List.of(), false);

    public Position {
        interchangeNumbers = List.copyOf(interchangeNumbers);
    }

    /**
     * Control numbers of the interchanges between two parties.
     *
     * @param parties standard, then qualifier and identifier of sender and receiver
     * @param numbers as ranges
     */
    public record Numbers(List<String> parties, String numbers) {

        public Numbers {
            parties = List.copyOf(parties);
        }
    }

    /** Outside any interchange. */
    static Position between(long offset, int interchanges, List<Numbers> interchangeNumbers, boolean ebcdic) {
        return new Position(offset, "", 0, interchanges, interchangeNumbers, 0, 0, 0, "", 0, 0, 0, "", 0, "", ebcdic);
    }

    /** The first byte of the input. */
    public static Position start() {
        return START;
    }

    /** The first byte, with so many sets read already: for input that has to be read from its beginning each time. */
    public static Position behind(int sets) {
        return new Position(0, "", 0, 0, List.of(), 0, sets, 0, "", 0, 0, 0, "", 0, "", false);
    }
}

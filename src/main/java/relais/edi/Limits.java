package relais.edi;

/**
 * How much of anything one input may hold. Whatever goes beyond is a {@code LIMIT_REACHED} or {@code SEGMENT_TOO_LONG} finding.
 *
 * @param segmentBytesMax bytes of one segment, its terminator included
 * @param elementBytesMax bytes of one value (a component), as sent; binary data is bounded by its segment alone
 * @param setBytesMax bytes of one transaction set; it is what memory must hold at once
 * @param setSegmentsMax segments of one transaction set
 * @param nestingMax hierarchical levels (HL) inside each other
 * @param findingsMax findings kept for one transaction set; the last one then says how many were left out
 * @param controlNumbersMax control numbers remembered of the interchanges of an input, the groups of an interchange, the sets of a group, to find
 *     one used again; numbers that follow each other count as one. Beyond it the lowest, which usually are the oldest, are forgotten without a word
 */
public record Limits(
        int segmentBytesMax,
        int elementBytesMax,
        int setBytesMax,
        int setSegmentsMax,
        int nestingMax,
        int findingsMax,
        int controlNumbersMax) {

    private static final Limits STANDARD = new Limits(1 << 20, 1 << 16, 64 << 20, 1_000_000, 100, 200, 50_000);

    public Limits {
        if (segmentBytesMax < 256 || elementBytesMax < 1 || setBytesMax < segmentBytesMax)
            throw new IllegalArgumentException(
                    "limits too low: " + segmentBytesMax + ", " + elementBytesMax + ", " + setBytesMax);
        if (setSegmentsMax < 2 || nestingMax < 1 || findingsMax < 1 || controlNumbersMax < 1)
            throw new IllegalArgumentException("limits too low: " + setSegmentsMax + ", " + nestingMax + ", "
                    + findingsMax + ", " + controlNumbersMax);
    }

    /** 1 MiB a segment, 64 KiB a value, 64 MiB and a million segments a transaction set, 100 levels, 200 findings, 50,000 control numbers. */
    public static Limits standard() {
        return STANDARD;
    }
}

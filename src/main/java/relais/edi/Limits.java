package relais.edi;

/**
 * How much of anything one input may hold. Whatever goes beyond is a {@code LIMIT_REACHED} or {@code SEGMENT_TOO_LONG} finding.
 *
 * @param segmentBytesMax bytes of one segment, its terminator included
 * @param setBytesMax bytes of one transaction set; it is what memory must hold at once
 * @param setSegmentsMax segments of one transaction set
 * @param findingsMax findings kept for one transaction set; the last one then says how many were left out
 */
public record Limits(int segmentBytesMax, int setBytesMax, int setSegmentsMax, int findingsMax) {

    private static final Limits STANDARD = new Limits(1 << 20, 64 << 20, 1_000_000, 200);

    public Limits {
        if (segmentBytesMax < 256 || setBytesMax < segmentBytesMax || setSegmentsMax < 2 || findingsMax < 1)
            throw new IllegalArgumentException("limits too low: " + segmentBytesMax + ", " + setBytesMax + ", "
                    + setSegmentsMax + ", " + findingsMax);
    }

    /** 1 MiB a segment, 64 MiB and a million segments a transaction set, 200 findings. */
    public static Limits standard() {
        return STANDARD;
    }
}

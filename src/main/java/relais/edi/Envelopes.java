package relais.edi;

/** The tags that make up an envelope, by standard. */
enum Envelopes {
    X12("GS", "GE", "ST", "SE", "IEA", "ISA", "ISA"),
    EDIFACT("UNG", "UNE", "UNH", "UNT", "UNZ", "UNB", "UNO");

    final int groupHeader;
    final int groupTrailer;
    final int setHeader;
    final int setTrailer;
    final int trailer;
    /** Of a package, which X12 does not have. */
    final int packageHeader;

    private final int header;
    private final int advice;
    /** A bit for each first letter of these tags, by the lowest six bits of its code. */
    private long initials;

    Envelopes(
            String groupHeader,
            String groupTrailer,
            String setHeader,
            String setTrailer,
            String trailer,
            String header,
            String packageHeader) {
        this.groupHeader = Tag.key(groupHeader);
        this.groupTrailer = Tag.key(groupTrailer);
        this.setHeader = Tag.key(setHeader);
        this.setTrailer = Tag.key(setTrailer);
        this.trailer = Tag.key(trailer);
        this.header = Tag.key(header);
        this.packageHeader = Tag.key(packageHeader);
        this.advice = Tag.key("UNA");
        for (var tag : new String[] {groupHeader, groupTrailer, setHeader, setTrailer, trailer, header})
            initials |= 1L << tag.charAt(0);
    }

    static Envelopes of(Standard standard) {
        return switch (standard) {
            case X12 -> X12;
            case EDIFACT -> EDIFACT;
        };
    }

    /** Whether a segment can only begin or end an envelope, so that whatever is open before it lacks its trailer. */
    boolean contains(int key) {
        if ((initials >>> key & 1) == 0) return false;
        return key == groupHeader
                || key == groupTrailer
                || key == setHeader
                || key == setTrailer
                || key == trailer
                || key == header
                || key == packageHeader
                || key == advice;
    }
}

package relais.edi;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import relais.finding.Findings;

/** One transaction set (EDIFACT: message), read and validated. Holds its own bytes and stays valid while reading goes on. */
public final class TransactionSet {
    private final Interchange interchange;
    private final Optional<Group> group;
    private final SetHeader header;
    private final int ordinal;
    private final long fromOffset;
    private final byte[] bytes;
    private final int segmentCount;
    private final Findings findings;
    private final Syntax syntax;
    private final Placed placed;

    /** Where its segments belong: the structure, and for each segment the id of its place in it. */
    record Placed(Optional<SetType> set, int[] places) {}

    TransactionSet(
            Interchange interchange,
            Optional<Group> group,
            SetHeader header,
            int ordinal,
            int segmentCount,
            Tokens tokens,
            byte[] bytes,
            Placed placed,
            Findings findings) {
        this.interchange = interchange;
        this.group = group;
        this.header = header;
        this.ordinal = ordinal;
        this.fromOffset = tokens.origin;
        this.bytes = bytes;
        this.segmentCount = segmentCount;
        this.findings = findings;
        this.syntax = tokens.syntax;
        this.placed = placed;
    }

    public Standard standard() {
        return interchange.standard();
    }

    public Interchange interchange() {
        return interchange;
    }

    /** Empty in an EDIFACT interchange without UNG. */
    public Optional<Group> group() {
        return group;
    }

    /** ST01 ("850") or UNH 0065 ("ORDERS"). */
    public String type() {
        return header.type();
    }

    /** GS08 ("004010"), or UNH S009 ("D:96A:UN", "D:96A:UN:EAN008"). */
    public String version() {
        return header.version();
    }

    /** ST02 or UNH 0062, as sent. */
    public String controlNumber() {
        return header.controlNumber();
    }

    /** In its interchange, from 1. */
    public int ordinal() {
        return ordinal;
    }

    /** Of the first byte of ST or UNH, in the input. */
    public long fromOffset() {
        return fromOffset;
    }

    /** Of the first byte after the last segment's terminator. */
    public long toOffset() {
        return fromOffset + bytes.length;
    }

    /** Header and trailer included. */
    public int segmentCount() {
        return segmentCount;
    }

    /** Everything wrong in it, in the order of the bytes. */
    public Findings findings() {
        return findings;
    }

    /** All segments, header and trailer included, in the order of the bytes. */
    public List<Segment> segments() {
        var tokens = Tokens.of(syntax, bytes, fromOffset);
        return IntStream.range(0, tokens.count())
                .mapToObj(index -> new Segment(tokens, index))
                .toList();
    }

    /** The segments between header and trailer, in their loops. A segment that fits nowhere is left out; so are all of a set whose structure is not known. */
    public Loop root() {
        if (placed.set().isEmpty()) return new Loop("", List.of());
        return new LoopTree(placed.set().get()).build(segments(), placed.places());
    }

    /** The bytes as sent, from header to trailer. */
    public byte[] bytes() {
        return bytes.clone();
    }
}

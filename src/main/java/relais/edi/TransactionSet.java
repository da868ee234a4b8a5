package relais.edi;

import java.util.List;
import java.util.Optional;
import relais.finding.Findings;

/** One transaction set (EDIFACT: message), read and validated. Holds its own bytes and stays valid while reading goes on. */
public final class TransactionSet {
    private final Origin origin;
    private final Content content;
    private final Placed placed;
    private final Findings findings;
    /** Pointed out once they were asked for; none before. */
    private List<Segment> segments = List.of();

    /** Where it came from, and what its header says. */
    record Origin(Interchange interchange, Optional<Group> group, SetHeader header, int ordinal) {}

    /** Its bytes, where they begin in the input, and how many segments were counted in them. */
    record Content(byte[] bytes, long offset, Syntax syntax, int segments) {}

    /** Where its segments belong: the structure, and for each segment the id of its place in it. */
    record Placed(Optional<SetType> set, char[] places) {}

    TransactionSet(Origin origin, Content content, Placed placed, Findings findings) {
        this.origin = origin;
        this.content = content;
        this.placed = placed;
        this.findings = findings;
    }

    public Standard standard() {
        return origin.interchange().standard();
    }

    public Interchange interchange() {
        return origin.interchange();
    }

    /** Empty in an EDIFACT interchange without UNG. */
    public Optional<Group> group() {
        return origin.group();
    }

    /** ST01 ("850") or UNH 0065 ("ORDERS"). */
    public String type() {
        return origin.header().type();
    }

    /** GS08 ("004010"), or UNH S009 ("D:96A:UN", "D:96A:UN:EAN008"). */
    public String version() {
        return origin.header().version();
    }

    /** ST02 or UNH 0062, as sent. */
    public String controlNumber() {
        return origin.header().controlNumber();
    }

    /** In its interchange, from 1. */
    public int ordinal() {
        return origin.ordinal();
    }

    /** Of the first byte of ST or UNH, in the input. */
    public long fromOffset() {
        return content.offset();
    }

    /** Of the first byte after the last segment's terminator. */
    public long toOffset() {
        return content.offset() + content.bytes().length;
    }

    /** Header and trailer included. */
    public int segmentCount() {
        return content.segments();
    }

    /** Everything wrong in it, in the order of the bytes. */
    public Findings findings() {
        return findings;
    }

    /** All segments, header and trailer included, in the order of the bytes. */
    public List<Segment> segments() {
        var known = segments;
        if (known.isEmpty()) segments = known = pointedOut();
        return known;
    }

    private List<Segment> pointedOut() {
        var tokens = Tokens.of(content.syntax(), content.bytes(), content.offset());
        var all = new Segment[tokens.count()];
        for (int i = 0; i < all.length; i++) all[i] = new Segment(tokens, i);
        return List.of(all);
    }

    /** The segments between header and trailer, in their loops. A segment that fits nowhere is left out; so are all of a set whose structure is not known. */
    public Loop root() {
        if (placed.set().isEmpty()) return new Loop("");
        return new LoopTree(placed.set().get()).build(segments(), placed.places());
    }

    /** Empty when no structure of its type is known. */
    Optional<SetType> structure() {
        return placed.set();
    }

    /** For each segment the id of its place in the structure, 0 when it has none; empty when the set was not checked. */
    char[] places() {
        return placed.places();
    }

    /** The bytes as sent, from header to trailer. */
    public byte[] bytes() {
        return content.bytes().clone();
    }
}

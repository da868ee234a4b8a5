package relais.edi;

import java.util.List;
import java.util.Optional;
import relais.finding.Findings;

/** One transaction set (EDIFACT: message), read and validated. Holds its own bytes and stays valid while reading goes on. */
public final class TransactionSet {

    TransactionSet() {}

    public Standard standard() {
        throw new UnsupportedOperationException();
    }

    public Interchange interchange() {
        throw new UnsupportedOperationException();
    }

    /** Empty in an EDIFACT interchange without UNG. */
    public Optional<Group> group() {
        throw new UnsupportedOperationException();
    }

    /** ST01 ("850") or UNH 0065 ("ORDERS"). */
    public String type() {
        throw new UnsupportedOperationException();
    }

    /** GS08 ("004010"), or UNH S009 ("D:96A:UN", "D:96A:UN:EAN008"). */
    public String version() {
        throw new UnsupportedOperationException();
    }

    /** ST02 or UNH 0062, as sent. */
    public String controlNumber() {
        throw new UnsupportedOperationException();
    }

    /** In its interchange, from 1. */
    public int ordinal() {
        throw new UnsupportedOperationException();
    }

    /** Of the first byte of ST or UNH, in the input. */
    public long fromOffset() {
        throw new UnsupportedOperationException();
    }

    /** Of the first byte after the last segment's terminator. */
    public long toOffset() {
        throw new UnsupportedOperationException();
    }

    /** Header and trailer included. */
    public int segmentCount() {
        throw new UnsupportedOperationException();
    }

    /** Everything wrong in it, in the order of the bytes. */
    public Findings findings() {
        throw new UnsupportedOperationException();
    }

    /** All segments, header and trailer included, in the order of the bytes. */
    public List<Segment> segments() {
        throw new UnsupportedOperationException();
    }

    /** The segments between header and trailer, in their loops. A segment that fits nowhere is left out; so are all of a set whose structure is not known. */
    public Loop root() {
        throw new UnsupportedOperationException();
    }

    /** The bytes as sent, from header to trailer. */
    public byte[] bytes() {
        throw new UnsupportedOperationException();
    }
}

package relais.ledger;

import java.util.Locale;

/**
 * The first row of the ledger that does not fit, and what happened to it.
 *
 * @param row {@code entry 0/4711}: table and key
 * @param what in one sentence
 */
public record Fault(Kind kind, String row, String what) {

    public enum Kind {
        /** It does not say what it said when it was sealed. */
        EDITED,
        /** It was there and is not any more. */
        MISSING,
        /** It is there and was never written by a sequencer. */
        INSERTED,
        /** It stands in another place than the one it was sealed in. */
        REORDERED,
        /** Another history goes on from here than the one that was sealed or signed. */
        FORKED,
        /** The end that a checkpoint speaks of is gone. */
        TRUNCATED
    }

    static Fault edited(String row, String what) {
        return new Fault(Kind.EDITED, row, what);
    }

    static Fault missing(String row, String what) {
        return new Fault(Kind.MISSING, row, what);
    }

    static Fault inserted(String row, String what) {
        return new Fault(Kind.INSERTED, row, what);
    }

    static Fault forked(String row, String what) {
        return new Fault(Kind.FORKED, row, what);
    }

    /** {@code edited: entry 0/4 (accrual) does not say what was sealed}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ": " + row + " " + what;
    }
}

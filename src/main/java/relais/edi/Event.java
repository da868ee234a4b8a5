package relais.edi;

import java.util.List;
import relais.finding.Finding;

/** What an {@link InterchangeReader} comes upon, in the order of the bytes. Every header is followed by its end, even when a trailer is missing. */
public sealed interface Event {

    /** An interchange header. Findings on the header itself come with {@link InterchangeEnded}. */
    record InterchangeBegan(Interchange interchange) implements Event {}

    /** GS or UNG. */
    record GroupBegan(Group group) implements Event {}

    /** A whole transaction set with everything that is wrong in it. */
    record SetRead(TransactionSet set) implements Event {}

    /** A TA1, which answers for a whole interchange we sent. */
    record InterchangeAnswered(Answer answer) implements Event {}

    /**
     * GE or UNE, or its absence.
     *
     * @param setsSaid GE01 or UNE 0060; -1 when it is missing or not a number
     * @param setsCounted transaction sets that were there
     * @param findings on the group's header and trailer
     */
    record GroupEnded(Group group, int setsSaid, int setsCounted, List<Finding> findings) implements Event {}

    /** IEA or UNZ, or its absence. */
    record InterchangeEnded(Interchange interchange, List<Finding> findings) implements Event {}

    /** Bytes outside any interchange that are neither X12 nor EDIFACT. Reading goes on at the next header, if there is one. */
    record Unreadable(List<Finding> findings) implements Event {}

    /** Nothing is left. Every later call answers the same. */
    record EndOfInput() implements Event {}
}

package relais.edi;

import java.util.List;
import relais.finding.Finding;

/** What an {@link InterchangeReader} comes upon, in the order of the bytes. Every header is followed by its end, even when a trailer is missing. */
public sealed interface Event {

    /** What is wrong with what was read. */
    default List<Finding> findings() {
        return List.of();
    }

    /**
     * An interchange header.
     *
     * @param findings on the header; with an error among them nothing in the interchange may be processed
     */
    record InterchangeBegan(Interchange interchange, List<Finding> findings) implements Event {}

    /** GS or UNG. */
    record GroupBegan(Group group) implements Event {}

    /** A whole transaction set with everything that is wrong in it. */
    record SetRead(TransactionSet set) implements Event {
        @Override
        public List<Finding> findings() {
            return set.findings().list();
        }
    }

    /**
     * A TA1, which answers for a whole interchange we sent.
     *
     * @param findings on its elements, all warnings: the answer is as good as they leave it
     */
    record InterchangeAnswered(Answer answer, List<Finding> findings) implements Event {}

    /**
     * GE or UNE, or its absence.
     *
     * @param setsSaid GE01 or UNE 0060; -1 when it is missing or not a number
     * @param setsCounted transaction sets that were there
     * @param findings on the group's header and trailer
     */
    record GroupEnded(Group group, int setsSaid, int setsCounted, List<Finding> findings) implements Event {}

    /**
     * IEA or UNZ, or its absence.
     *
     * @param findings on the trailer: the transaction sets before it were read and stand
     */
    record InterchangeEnded(Interchange interchange, List<Finding> findings) implements Event {}

    /** Bytes that belong to nothing: outside any interchange, or a stray segment inside (a warning). Reading goes on behind them. */
    record Unreadable(List<Finding> findings) implements Event {}

    /** Nothing is left. Every later call answers the same. */
    record EndOfInput() implements Event {}
}

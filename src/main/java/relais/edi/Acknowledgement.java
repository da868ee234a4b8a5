package relais.edi;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The acknowledgement owed for an interchange: a pure function of what came of it and of the policy agreed.
 *
 * @param type "997", "CONTRL", or "TA1" when it holds nothing but a TA1
 * @param beforeGroups the TA1, if one is owed
 * @param sets one 997 for each functional group, or one CONTRL; control numbers count from 0001 (1 for CONTRL)
 */
public record Acknowledgement(
        Interchange acknowledged, String type, List<OutgoingSegment> beforeGroups, List<OutgoingSet> sets) {

    public Acknowledgement {
        beforeGroups = List.copyOf(beforeGroups);
        sets = List.copyOf(sets);
    }

    /**
     * What is owed, if anything. An interchange that holds nothing but acknowledgements is owed none.
     *
     * @param structures names the data elements (AK402) that the findings speak of
     */
    public static Optional<Acknowledgement> of(
            InterchangeOutcome outcome, AcknowledgementPolicy policy, Structures structures) {
        throw new UnsupportedOperationException(outcome + " " + policy + structures);
    }

    /** The way back: sender and receiver changed places, delimiters, version and test flag as the partner sent them. */
    public Envelope envelope(String interchangeControl, String groupControl, LocalDateTime at) {
        throw new UnsupportedOperationException(interchangeControl + groupControl + at);
    }
}

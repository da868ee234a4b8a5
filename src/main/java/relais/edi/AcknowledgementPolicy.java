package relais.edi;

/** How much an acknowledgement says. */
public enum AcknowledgementPolicy {
    /** Nothing is ever sent. */
    NONE,
    /** The interchange only: TA1, or a CONTRL without UCM. */
    TECHNICAL,
    /** The functional groups: AK1 and AK9; in EDIFACT a UCM for rejected transaction sets only. */
    GROUP,
    /** Every transaction set, segment and element that is wrong. */
    DETAIL
}

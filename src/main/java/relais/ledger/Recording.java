package relais.ledger;

/** What became of a fact that was handed to {@link Ledger#record}. */
public enum Recording {
    /** It is new and will be booked. */
    NEW,
    /** The same fact was recorded before. */
    KNOWN,
    /** Another content was recorded under the same natural key; this one is kept as a conflict and not booked. */
    CONFLICT
}

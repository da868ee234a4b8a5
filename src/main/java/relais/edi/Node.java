package relais.edi;

/** A child of a {@link Loop}: a segment or a loop within. */
public sealed interface Node permits Segment, Loop {}

package relais.flow;

import java.util.Map;
import relais.edi.TransactionSet;
import relais.mapping.Reading;

/** What an item is translated from. */
sealed interface Content {

    /** A transaction set of X12 or EDIFACT. */
    record Segments(TransactionSet set) implements Content {}

    /** A document of a file that its mapping has read. */
    record Mapped(Reading reading) implements Content {}

    /** A whole receipt, not yet parsed: JSON, or a flat file before Smooks. */
    record Raw(byte[] bytes) implements Content {}

    /** What Smooks bound, under the canonical names. */
    record Bound(Map<?, ?> tree) implements Content {}

    /** Bytes that nobody can read. */
    record Nothing() implements Content {}
}

package relais.edi;

import java.util.Optional;

/** The segments and transaction sets of one version of a standard. */
interface Dictionary {

    /** A segment by its tag. */
    Optional<SegmentType> segment(String tag);

    /** The structure of a transaction set: "850", "ORDERS". */
    Optional<SetType> set(String type);
}

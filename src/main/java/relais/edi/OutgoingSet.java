package relais.edi;

import java.util.List;

/**
 * A transaction set to write, without its envelope segments (ST and SE, UNH and UNT): the writer adds and counts them.
 *
 * @param version "004010", or "D:96A:UN" with an association code where agreed: "D:96A:UN:EAN008"
 * @param controlNumber ST02 or UNH 0062, at least four digits in X12
 */
public record OutgoingSet(String type, String version, String controlNumber, List<OutgoingSegment> segments) {

    public OutgoingSet {
        segments = List.copyOf(segments);
    }

    /** The same set under another control number. */
    public OutgoingSet withControlNumber(String number) {
        return new OutgoingSet(type, version, number, segments);
    }
}

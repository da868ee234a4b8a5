package relais.mapping;

import java.util.List;
import relais.edi.OutgoingSegment;
import relais.finding.Findings;

/**
 * What was written: the segments between ST and SE, or UNH and UNT.
 *
 * @param findings what the format could not carry, at pointers into the document; errors where a code is unknown to it
 */
public record Writing(List<OutgoingSegment> segments, Findings findings) {

    public Writing {
        segments = List.copyOf(segments);
    }
}

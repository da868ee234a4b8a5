package relais.edi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import relais.finding.Finding;
import relais.finding.Location;

/**
 * An interchange whose trailer has not come yet.
 *
 * @param text the header as sent, one char per byte
 * @param findings on the header
 */
record OpenInterchange(Interchange header, Convention convention, Syntax syntax, String text, List<Finding> findings) {

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** ISA13, UNB 0020. */
    Location controlNumberAt() {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var tokens = Tokens.of(syntax, bytes, header.offset());
        return new Segment(tokens, tokens.count() - 1).location(isX12() ? 13 : 5);
    }

    /** What defines the segments of its envelope. */
    Dictionary envelope(Structures structures) {
        return isX12() ? structures.envelope(Standard.X12) : structures.service(header.version());
    }

    boolean isX12() {
        return header.standard() == Standard.X12;
    }
}

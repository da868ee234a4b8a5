package relais.edi;

import static relais.finding.FindingCode.BINARY_LENGTH_MISMATCH;
import static relais.finding.FindingCode.LIMIT_REACHED;
import static relais.finding.FindingCode.SET_CONTROL_NUMBER_MISMATCH;
import static relais.finding.FindingCode.SET_NOT_SUPPORTED;
import static relais.finding.FindingCode.SET_TRAILER_MISSING;

import java.util.ArrayList;
import java.util.List;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.finding.Severity;

/**
 * Passes packages: UNO, which is in the tokens already, the segments before the object (0814), the object by its length in bytes (0810), security
 * trailers, UNP. Nothing of a package is kept, and what is wrong with it is noted: the transaction sets beside it stand.
 *
 * @see "ISO 9735-8, associated data in EDI"
 */
final class PackageReader {
    private static final int UNP = Tag.key("UNP");
    private static final int DIGITS_MAX = 18;
    private static final int STATUS = 4;

    private final ByteWindow window;
    private final SegmentSource source;
    private final Tokens tokens;
    private final Limits limits;
    private final List<Finding> findings = new ArrayList<>();
    private long position;

    PackageReader(ByteWindow window, SegmentSource source, Tokens tokens, Limits limits) {
        this.window = window;
        this.source = source;
        this.tokens = tokens;
        this.limits = limits;
    }

    /** Which segment of the interchange the last one of the package is. */
    long position() {
        return position;
    }

    /**
     * Reads on behind the package; where UNP does not follow the object, behind the object.
     *
     * @param envelope defines UNO and UNP
     * @param header which segment of the interchange UNO is
     */
    List<Finding> read(Dictionary envelope, long header) {
        findings.clear();
        position = header;
        check(envelope);
        var reference = tokens.component(0, 1, 1, 1);
        var length = number(STATUS, 1);
        var before = number(STATUS, 2);
        note(SET_NOT_SUPPORTED, whole(), "the object of package " + reference + " is passed over", reference);
        if (length > limits.setBytesMax())
            note(LIMIT_REACHED, whole(), "setBytesMax is " + limits.setBytesMax() + ", the object has " + length, "");
        for (var i = 0L; i < before; i++) if (!isSegment() || isEnvelope()) return missing();
        tokens.clear();
        window.drop();
        source.pass(length);
        do if (!isSegment()) return missing();
        while (tokens.tag(0).startsWith("US"));
        if (tokens.key(0) != UNP) return missing();
        check(envelope);
        if (number(1, 1) != length)
            disagrees(BINARY_LENGTH_MISMATCH, 1, "UNP 0810 says " + sent(1) + ", UNO " + length);
        if (!sent(2).equals(reference))
            disagrees(SET_CONTROL_NUMBER_MISMATCH, 2, "UNP 0800 says " + sent(2) + ", UNO " + reference);
        return List.copyOf(findings);
    }

    private void check(Dictionary envelope) {
        findings.addAll(new EnvelopeSegment(tokens, position).check(envelope, limits));
    }

    /** Whether there is another segment, which then is the only one in the tokens. */
    private boolean isSegment() {
        tokens.clear();
        source.skipBlanks(tokens);
        window.drop();
        if (source.next(tokens) != SegmentSource.Found.SEGMENT) return false;
        position++;
        return true;
    }

    private boolean isEnvelope() {
        return Envelopes.EDIFACT.contains(tokens.key(0)) || tokens.key(0) == UNP;
    }

    /** Leaves what was read last, which is not UNP, for others. */
    private List<Finding> missing() {
        if (tokens.count() > 0) position--;
        window.pos = window.anchor;
        var where = Location.segment("UNP", (int) position + 1, window.offset(window.anchor));
        note(SET_TRAILER_MISSING, where, "UNP does not follow where UNO says that the object ends", "");
        return List.copyOf(findings);
    }

    private String sent(int element) {
        return tokens.component(0, element, 1, 1);
    }

    /** A count that was sent; 0 when there is none. */
    private long number(int element, int component) {
        var text = tokens.component(0, element, component, 1);
        return text.isEmpty() || text.length() > DIGITS_MAX || !Counts.isDigits(text) ? 0 : Long.parseLong(text);
    }

    private Location whole() {
        return Location.segment(tokens.tag(0), (int) position, tokens.offset(tokens.start(0)));
    }

    private void disagrees(FindingCode code, int element, String text) {
        var there = new Segment(tokens, 0).location(element);
        note(code, whole().element(element, 0, 0, there.offset()), text, sent(element));
    }

    private void note(FindingCode code, Location where, String text, String value) {
        findings.add(new Finding(code, Severity.WARNING, where, text, value));
    }
}

package relais.edi;

import java.util.List;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.finding.Severity;

/**
 * A segment of the envelope, the only one in the tokens.
 *
 * @param position in the interchange, in segments
 */
record EnvelopeSegment(Tokens tokens, long position) {

    /** What its definition says against it, as warnings. */
    List<Finding> check(Dictionary dictionary, Limits limits) {
        var log = new FindingLog(limits);
        dictionary.segment(tokens.tag(0)).ifPresent(type -> new ElementCheck(log, tokens, type).check(tokens, 0, type));
        return log.list().stream().map(this::noted).toList();
    }

    private Finding noted(Finding finding) {
        return new Finding(finding.code(), Severity.WARNING, here(finding.location()), finding.text(), finding.value());
    }

    /** An error in one of its elements. */
    Finding error(FindingCode code, int element, String text, String value) {
        return new Finding(code, Severity.ERROR, here(new Segment(tokens, 0).location(element)), text, value);
    }

    private Location here(Location there) {
        return new Location(
                there.segment(),
                (int) position,
                there.element(),
                there.component(),
                there.repetition(),
                there.offset());
    }
}

package relais.edi;

import java.util.ArrayList;
import java.util.List;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Severity;

/**
 * Checks GS or UNG, the only segment in the tokens. A missing control number is an error, because nobody could answer for the group; everything
 * else is tolerated and noted.
 *
 * @param position of the segment in the interchange
 * @param ended control numbers of the interchange's groups before this one
 */
record GroupHeader(Tokens tokens, long position, SeenNumbers ended) {

    List<Finding> check(Dictionary dictionary, Limits limits, Group group) {
        var segment = new EnvelopeSegment(tokens, position);
        var findings = new ArrayList<Finding>();
        for (var finding : segment.check(dictionary, limits)) findings.add(weighed(finding));
        if (ended.contains(group.controlNumber())) findings.add(reused(segment, group.controlNumber()));
        return findings;
    }

    private Finding weighed(Finding finding) {
        var fatal = finding.code() == FindingCode.ELEMENT_MISSING
                && finding.location().element() == numberAt();
        if (!fatal) return finding;
        return new Finding(finding.code(), Severity.ERROR, finding.location(), finding.text(), finding.value());
    }

    private Finding reused(EnvelopeSegment segment, String number) {
        return segment.error(
                FindingCode.GROUP_CONTROL_NUMBER_REUSED,
                numberAt(),
                "group control number " + number + " was used before in this interchange",
                number);
    }

    /** GS06, UNG 0048. */
    private int numberAt() {
        return tokens.syntax.standard == Standard.X12 ? 6 : 5;
    }
}

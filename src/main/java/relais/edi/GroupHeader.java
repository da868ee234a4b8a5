package relais.edi;

import java.util.ArrayList;
import java.util.List;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
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
        var log = new FindingLog(limits);
        dictionary.segment(tokens.tag(0)).ifPresent(type -> new ElementCheck(log, tokens, type).check(tokens, 0, type));
        var findings = new ArrayList<Finding>();
        for (var finding : log.list()) findings.add(noted(finding));
        if (ended.contains(group.controlNumber())) findings.add(reused(group.controlNumber()));
        return findings;
    }

    private Finding noted(Finding finding) {
        var fatal = finding.code() == FindingCode.ELEMENT_MISSING
                && finding.location().element() == numberAt();
        return new Finding(
                finding.code(),
                fatal ? Severity.ERROR : Severity.WARNING,
                at(finding.location()),
                finding.text(),
                finding.value());
    }

    private Finding reused(String number) {
        return new Finding(
                FindingCode.GROUP_CONTROL_NUMBER_REUSED,
                Severity.ERROR,
                at(new Segment(tokens, 0).location(numberAt())),
                "group control number " + number + " was used before in this interchange",
                number);
    }

    /** GS06, UNG 0048. */
    private int numberAt() {
        return tokens.syntax.standard == Standard.X12 ? 6 : 5;
    }

    private Location at(Location there) {
        return new Location(
                there.segment(),
                (int) position,
                there.element(),
                there.component(),
                there.repetition(),
                there.offset());
    }
}

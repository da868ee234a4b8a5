package relais.edi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;
import relais.finding.Severity;

/** Gathers what is wrong with one transaction set, up to a limit. Empty, it costs nothing. */
final class FindingLog {
    private final Limits limits;
    private final List<Finding> list = new ArrayList<>();
    private int leftOut;

    FindingLog(Limits limits) {
        this.limits = limits;
    }

    void clear() {
        list.clear();
        leftOut = 0;
    }

    void add(Finding finding) {
        if (list.size() < limits.findingsMax()) list.add(finding);
        else leftOut++;
    }

    void error(FindingCode code, Location location, String text) {
        add(Finding.error(code, location, text));
    }

    void error(FindingCode code, Location location, String text, String value) {
        add(new Finding(code, Severity.ERROR, location, text, value));
    }

    /** In the order of the bytes. */
    Findings findings() {
        if (list.isEmpty()) return Findings.none();
        list.sort(Comparator.comparingLong(finding -> finding.location().offset()));
        if (leftOut > 0) list.add(tooMany());
        return new Findings(list);
    }

    private Finding tooMany() {
        return Finding.warning(
                FindingCode.LIMIT_REACHED,
                list.get(list.size() - 1).location(),
                "findingsMax is " + limits.findingsMax() + "; " + leftOut + " more were left out");
    }

    List<Finding> list() {
        return findings().list();
    }
}

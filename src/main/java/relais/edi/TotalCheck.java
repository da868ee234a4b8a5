package relais.edi;

import static relais.finding.FindingCode.TOTAL_MISMATCH;

import relais.finding.Finding;
import relais.finding.Severity;

/**
 * Compares the totals that a transaction set states with what it holds. A wrong one is noted and rejects nothing: what protects
 * against lost segments is the count in the trailer.
 */
final class TotalCheck {
    private final FindingLog log;

    TotalCheck(FindingLog log) {
        this.log = log;
    }

    void check(Tokens tokens, SetType set) {
        for (var total : set.totals) {
            var counted = 0;
            for (int segment = 1; segment < tokens.count(); segment++) {
                var key = tokens.key(segment);
                if (key == total.counted()) counted++;
                else if (key == total.segment()) stated(tokens, segment, total, counted);
            }
        }
    }

    private void stated(Tokens tokens, int segment, Total total, int counted) {
        var mark = tokens.find(segment, total.element(), total.component(), 1);
        if (mark < 0 || !isMeant(tokens, segment, total)) return;
        var from = tokens.base + tokens.at(mark) + 1;
        var to = tokens.base + tokens.at(mark + 1);
        if (from == to || Calendar.number(tokens.bytes, from, to) == counted) return;
        var said = tokens.text(segment, tokens.at(mark) + 1, tokens.at(mark + 1));
        var component = total.qualifier().isEmpty() ? 0 : total.component();
        var where = new Segment(tokens, segment).location(total.element(), component, 0);
        var text = tokens.tag(segment) + " says " + said + " " + total.name() + ", counted " + counted;
        log.add(new Finding(TOTAL_MISMATCH, Severity.WARNING, where, text, said));
    }

    private static boolean isMeant(Tokens tokens, int segment, Total total) {
        return total.qualifier().isEmpty()
                || tokens.component(segment, total.element(), 1, 1).equals(total.qualifier());
    }
}

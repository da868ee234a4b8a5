package relais.edi;

import static relais.finding.FindingCode.TOTAL_MISMATCH;

import relais.finding.Finding;
import relais.finding.Severity;

/**
 * Compares the totals that a transaction set states with what it holds. A wrong one is noted and rejects nothing: what protects
 * against lost segments is the count in the trailer.
 *
 * <p>A sum is right in each way in which senders add up. X12: with decimal marks, or as the note to element 347 says, without marks and signs
 * and cut to ten digits on the left. EDIFACT (6069 code 1): all quantities of the line items, or the first of each.
 */
final class TotalCheck {
    private static final int LINE_ITEM = Tag.key("LIN");
    private static final long HASH_MAX = 10_000_000_000L;

    private final FindingLog log;
    private final Sum sum = new Sum();
    private final Sum first = new Sum();
    private final Sum said = new Sum();

    TotalCheck(FindingLog log) {
        this.log = log;
    }

    void check(Tokens tokens, SetType set) {
        for (var total : set.totals) check(tokens, total);
    }

    /** Looks from the end, where totals stand, one beside the other. */
    private void check(Tokens tokens, Total total) {
        var segment = tokens.count() - 1;
        while (segment > 0 && tokens.key(segment) != total.segment()) segment--;
        for (; segment > 0 && tokens.key(segment) == total.segment(); segment--) stated(tokens, segment, total);
    }

    private void stated(Tokens tokens, int segment, Total total) {
        var mark = tokens.find(segment, total.element(), total.component(), 1);
        if (mark < 0 || tokens.at(mark + 1) == tokens.at(mark) + 1 || !isMeant(tokens, segment, total)) return;
        if (total.isSum()) sum(tokens, segment, mark, total);
        else count(tokens, segment, mark, total);
    }

    private static boolean isMeant(Tokens tokens, int segment, Total total) {
        if (total.qualifier().isEmpty()) return true;
        var from = tokens.find(segment, total.element(), 1, 1);
        var start = tokens.base + tokens.at(from) + 1;
        var qualifier = total.qualifier();
        if (tokens.at(from + 1) - tokens.at(from) - 1 != qualifier.length()) return false;
        for (int i = 0; i < qualifier.length(); i++) if (tokens.bytes[start + i] != qualifier.charAt(i)) return false;
        return true;
    }

    private void count(Tokens tokens, int segment, int mark, Total total) {
        var counted = 0;
        for (int before = 1; before < segment; before++) if (tokens.key(before) == total.counted()) counted++;
        var number =
                Calendar.number(tokens.bytes, tokens.base + tokens.at(mark) + 1, tokens.base + tokens.at(mark + 1));
        if (number != counted) wrong(tokens, segment, mark, total, total.name() + ", counted " + counted);
    }

    private void sum(Tokens tokens, int segment, int mark, Total total) {
        if (!add(tokens, segment, total)) return;
        said.clear();
        said.add(tokens, segment, mark);
        if (sum.isUnsure() || said.isUnsure() || said.value() == sum.value()) return;
        var edifact = tokens.syntax.standard == Standard.EDIFACT;
        if (edifact ? said.value() == first.value() : said.digits() == sum.digits() % HASH_MAX) return;
        wrong(tokens, segment, mark, total, "as the sum of " + total.name() + ", it is " + sum.words());
    }

    /** Adds up what stands before a segment; in EDIFACT from the first line item on, and without one there is no sum. */
    private boolean add(Tokens tokens, int segment, Total total) {
        sum.clear();
        first.clear();
        var inLines = tokens.syntax.standard == Standard.X12;
        var begun = false;
        for (int before = 1; before < segment; before++) {
            var key = tokens.key(before);
            if (key == LINE_ITEM) inLines = begun = true;
            if (key != total.counted() || !inLines) continue;
            var mark = tokens.find(before, total.summed(), total.component(), 1);
            if (mark >= 0) sum.add(tokens, before, mark);
            if (mark >= 0 && begun) first.add(tokens, before, mark);
            begun = false;
        }
        return inLines;
    }

    private void wrong(Tokens tokens, int segment, int mark, Total total, String words) {
        var text = tokens.text(segment, tokens.at(mark) + 1, tokens.at(mark + 1));
        var component = total.qualifier().isEmpty() ? 0 : total.component();
        var where = new Segment(tokens, segment).location(total.element(), component, 0);
        var sentence = tokens.tag(segment) + " says " + text + " " + words;
        log.add(new Finding(TOTAL_MISMATCH, Severity.WARNING, where, sentence, text));
    }
}

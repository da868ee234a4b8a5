package relais.edi;

import static relais.finding.FindingCode.HIERARCHY_INVALID;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Checks that each HL has a number of its own (HL01) and names an earlier one as its parent (HL02). */
final class HierarchyCheck {
    private static final int KEY = Tokens.key("HL");
    private static final int NUMBER_DIGITS_MAX = 6;

    private final FindingLog log;
    private final BitSet numbers = new BitSet();
    private final Set<String> others = new HashSet<>();

    HierarchyCheck(FindingLog log) {
        this.log = log;
    }

    void begin() {
        numbers.clear();
        others.clear();
    }

    void check(Tokens tokens, int segment) {
        if (tokens.key(segment) != KEY || tokens.syntax.standard != Standard.X12) return;
        var parent = tokens.find(segment, 2, 1, 1);
        if (parent >= 0 && length(tokens, parent) > 0 && !seen(tokens, segment, parent, false))
            log.error(
                    HIERARCHY_INVALID,
                    new Segment(tokens, segment).location(2),
                    "HL02 names " + text(tokens, segment, parent) + ", and no earlier HL has that number",
                    text(tokens, segment, parent));
        var number = tokens.find(segment, 1, 1, 1);
        if (number >= 0 && length(tokens, number) > 0 && seen(tokens, segment, number, true))
            log.error(
                    HIERARCHY_INVALID,
                    new Segment(tokens, segment).location(1),
                    "HL01 " + text(tokens, segment, number) + " was used before",
                    text(tokens, segment, number));
    }

    private static int length(Tokens tokens, int mark) {
        return tokens.at(mark + 1) - tokens.at(mark) - 1;
    }

    private static String text(Tokens tokens, int segment, int mark) {
        return tokens.text(segment, tokens.at(mark) + 1, tokens.at(mark + 1));
    }

    /** Whether the number was there before; remembers it when it is an HL's own. */
    private boolean seen(Tokens tokens, int segment, int mark, boolean remember) {
        var from = tokens.base + tokens.at(mark) + 1;
        var digits = length(tokens, mark) <= NUMBER_DIGITS_MAX;
        var number = digits ? Calendar.number(tokens.bytes, from, from + length(tokens, mark)) : -1;
        if (number < 0) {
            var text = text(tokens, segment, mark);
            return remember ? !others.add(text) : others.contains(text);
        }
        var before = numbers.get(number);
        if (remember) numbers.set(number);
        return before;
    }
}

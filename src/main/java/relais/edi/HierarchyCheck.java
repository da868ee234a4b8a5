package relais.edi;

import static relais.finding.FindingCode.HIERARCHY_INVALID;
import static relais.finding.FindingCode.LIMIT_REACHED;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Checks that each HL has a number of its own (HL01), names an earlier one as its parent (HL02), and is not nested too deep. */
final class HierarchyCheck {
    private static final int KEY = Tag.key("HL");
    private static final int NUMBER_DIGITS_MAX = 6;

    private final FindingLog log;
    private final int nestingMax;
    /** The level of each HL by its number, from 1; 0 where there was none. */
    private int[] levels = new int[64];

    private int highest;
    private final Map<String, Integer> others = new HashMap<>();

    HierarchyCheck(FindingLog log, Limits limits) {
        this.log = log;
        this.nestingMax = limits.nestingMax();
    }

    void begin() {
        Arrays.fill(levels, 0, highest + 1, 0);
        highest = 0;
        others.clear();
    }

    void check(Tokens tokens, int segment) {
        if (tokens.key(segment) != KEY || tokens.syntax.standard != Standard.X12) return;
        var level = parentLevel(tokens, segment) + 1;
        if (level > nestingMax)
            log.error(
                    LIMIT_REACHED, new Segment(tokens, segment).location(2), "nestingMax is " + nestingMax + " levels");
        var number = tokens.find(segment, 1, 1, 1);
        if (number < 0 || length(tokens, number) == 0 || place(tokens, segment, number, level)) return;
        log.error(
                HIERARCHY_INVALID,
                new Segment(tokens, segment).location(1),
                "HL01 " + text(tokens, segment, number) + " was used before",
                text(tokens, segment, number));
    }

    /** The level of the HL that HL02 names; 0 without one. */
    private int parentLevel(Tokens tokens, int segment) {
        var parent = tokens.find(segment, 2, 1, 1);
        if (parent < 0 || length(tokens, parent) == 0) return 0;
        var level = level(tokens, segment, parent);
        if (level == 0)
            log.error(
                    HIERARCHY_INVALID,
                    new Segment(tokens, segment).location(2),
                    "HL02 names " + text(tokens, segment, parent) + ", and no earlier HL has that number",
                    text(tokens, segment, parent));
        return level;
    }

    private static int length(Tokens tokens, int mark) {
        return tokens.at(mark + 1) - tokens.at(mark) - 1;
    }

    private static String text(Tokens tokens, int segment, int mark) {
        return tokens.text(segment, tokens.at(mark) + 1, tokens.at(mark + 1));
    }

    /** The number as digits; -1 when it is something else. */
    private static int number(Tokens tokens, int mark) {
        if (length(tokens, mark) > NUMBER_DIGITS_MAX) return -1;
        var from = tokens.base + tokens.at(mark) + 1;
        return Calendar.number(tokens.bytes, from, from + length(tokens, mark));
    }

    private int level(Tokens tokens, int segment, int mark) {
        var number = number(tokens, mark);
        if (number < 0) return others.getOrDefault(text(tokens, segment, mark), 0);
        return number < levels.length ? levels[number] : 0;
    }

    /** Remembers an HL's own number; false when another had it. */
    private boolean place(Tokens tokens, int segment, int mark, int level) {
        var number = number(tokens, mark);
        if (number < 0) return others.putIfAbsent(text(tokens, segment, mark), level) == null;
        if (number >= levels.length) levels = Arrays.copyOf(levels, number * 2);
        if (levels[number] > 0) return false;
        levels[number] = level;
        highest = Math.max(highest, number);
        return true;
    }
}

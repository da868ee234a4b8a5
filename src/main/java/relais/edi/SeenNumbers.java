package relais.edi;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * The control numbers of one group, of the groups of one interchange, or of one sender's interchanges. Numbers that follow each other take the
 * room of one. Equality ignores leading zeros.
 */
final class SeenNumbers {
    private static final int DIGITS_MAX = 14;
    private static final long NOWHERE = Long.MIN_VALUE;

    private final TreeMap<Long, Range> ranges = new TreeMap<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private final int max;
    /** The last of the ranges, which nearly every number follows. */
    private Range highest = new Range(NOWHERE, NOWHERE);

    private static final class Range {
        final long from;
        long to;

        Range(long from, long to) {
            this.from = from;
            this.to = to;
        }
    }

    /** @param max of {@link #size()}: beyond it the lowest numbers are forgotten, and then the oldest of those that are none */
    SeenNumbers(int max) {
        this.max = max;
    }

    /** As {@link #toString()} wrote it: {@code 1-200,A7}. */
    static SeenNumbers of(String text, int max) {
        var seen = new SeenNumbers(max);
        if (text.isEmpty()) return seen;
        for (var part : text.split(",")) {
            var dash = part.indexOf('-');
            if (part.startsWith("=")) seen.texts.add(part.substring(1));
            else
                seen.put(
                        Long.parseLong(part.substring(0, dash < 0 ? part.length() : dash)),
                        Long.parseLong(part.substring(dash + 1)));
        }
        return seen;
    }

    /** Adds a control number; false when it was there. */
    boolean add(String number) {
        var isNew = isNumeric(number) ? add(Long.parseLong(number)) : texts.add(number.replace(',', ' '));
        if (size() > max) forget();
        return isNew;
    }

    /** How much room they take: one for each range, and for each that is no number. */
    int size() {
        return ranges.size() + texts.size();
    }

    /** Makes room for another one. */
    void forget() {
        if (ranges.pollFirstEntry() != null) {
            findHighest();
            return;
        }
        var oldest = texts.iterator();
        oldest.next();
        oldest.remove();
    }

    /** Whether a control number was added. */
    boolean contains(String number) {
        if (!isNumeric(number)) return texts.contains(number.replace(',', ' '));
        var below = ranges.floorEntry(Long.parseLong(number));
        return below != null && below.getValue().to >= Long.parseLong(number);
    }

    private static boolean isNumeric(String number) {
        return !number.isEmpty() && number.length() <= DIGITS_MAX && Counts.isDigits(number);
    }

    private boolean add(long number) {
        if (number == highest.to + 1) {
            highest.to = number;
            return true;
        }
        var below = ranges.floorEntry(number);
        if (below != null && below.getValue().to >= number) return false;
        var joinsBelow = below != null && below.getValue().to == number - 1;
        var above = ranges.remove(number + 1);
        put(joinsBelow ? below.getKey() : number, above == null ? number : above.to);
        return true;
    }

    private void put(long from, long to) {
        ranges.put(from, new Range(from, to));
        findHighest();
    }

    private void findHighest() {
        highest = ranges.isEmpty()
                ? new Range(NOWHERE, NOWHERE)
                : ranges.lastEntry().getValue();
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var range : ranges.values()) {
            text.append(text.isEmpty() ? "" : ",").append(range.from);
            if (range.to > range.from) text.append('-').append(range.to);
        }
        for (var other : texts) text.append(text.isEmpty() ? "=" : ",=").append(other);
        return text.toString();
    }
}

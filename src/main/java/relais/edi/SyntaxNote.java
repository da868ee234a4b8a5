package relais.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import relais.finding.FindingCode;

/**
 * A condition between the elements of a segment, or between the components of a composite. X12 writes it as a letter and positions of two
 * digits, {@code P0607}; EDIFACT as a kind and positions in tens, {@code D5(060,050)}.
 *
 * @param positions of the elements, the deciding one first
 * @param mask a bit for each of them, position 1 being bit 1
 */
record SyntaxNote(Kind kind, List<Integer> positions, long mask, String text) {

    enum Kind {
        /** If one of them is there, all are. */
        PAIRED,
        /** At least one of them is there. */
        REQUIRED,
        /** At most one of them is there. */
        EXCLUSIVE,
        /** If the first is there, all the others are. */
        CONDITIONAL,
        /** If the first is there, at least one of the others is. */
        LIST,
        /** Exactly one of them is there. */
        ONE,
        /** If the first is there, none of the others is. */
        ALONE
    }

    SyntaxNote {
        positions = List.copyOf(positions);
    }

    /** @throws IllegalArgumentException when the text is no note */
    static SyntaxNote parse(String text) {
        var edifact = text.startsWith("D");
        var digits = edifact ? 3 : 2;
        var positions = new ArrayList<Integer>();
        var mask = 0L;
        for (int i = edifact ? 3 : 1; i + digits <= text.length(); i += edifact ? 4 : 2) {
            var position = Integer.parseInt(text.substring(i, i + digits)) / (edifact ? 10 : 1);
            positions.add(position);
            mask |= 1L << position;
        }
        if (positions.size() < 2 || (edifact ? text.length() % 4 != 3 : text.length() % 2 == 0))
            throw new IllegalArgumentException("no syntax note: " + text);
        return new SyntaxNote(edifact ? dependency(text.charAt(1)) : kind(text.charAt(0)), positions, mask, text);
    }

    private static Kind kind(char letter) {
        return switch (letter) {
            case 'P' -> Kind.PAIRED;
            case 'R' -> Kind.REQUIRED;
            case 'E' -> Kind.EXCLUSIVE;
            case 'C' -> Kind.CONDITIONAL;
            case 'L' -> Kind.LIST;
            default -> throw new IllegalArgumentException("no syntax note begins with " + letter);
        };
    }

    /** ISO 9735-1, clause 11. */
    private static Kind dependency(char number) {
        return switch (number) {
            case '1' -> Kind.ONE;
            case '2' -> Kind.PAIRED;
            case '3' -> Kind.REQUIRED;
            case '4' -> Kind.EXCLUSIVE;
            case '5' -> Kind.CONDITIONAL;
            case '6' -> Kind.LIST;
            case '7' -> Kind.ALONE;
            default -> throw new IllegalArgumentException("no dependency note D" + number);
        };
    }

    private long first() {
        return 1L << positions.get(0);
    }

    /** Whether the elements that are there (a bit each) follow the note. */
    boolean holds(long present) {
        var there = present & mask;
        return switch (kind) {
            case PAIRED -> there == 0 || there == mask;
            case REQUIRED -> there != 0;
            case EXCLUSIVE -> Long.bitCount(there) <= 1;
            case ONE -> Long.bitCount(there) == 1;
            case CONDITIONAL -> (there & first()) == 0 || there == mask;
            case LIST -> (there & first()) == 0 || there != first();
            case ALONE -> (there & first()) == 0 || there == first();
        };
    }

    /** The position to blame when it does not hold: the second element that is there and excludes another, else the first missing one. */
    int culprit(long present) {
        var excluded = excludes(present);
        var there = 0;
        for (var position : positions) {
            var isThere = (present >> position & 1) == 1;
            if (excluded ? isThere && ++there == 2 : !isThere) return position;
        }
        return positions.get(0);
    }

    /** The position whose presence asks for the culprit, or excludes it; empty when that may be one of several. */
    IntStream trigger(int culprit) {
        var decided = kind == Kind.CONDITIONAL || kind == Kind.LIST;
        if (decided) return IntStream.of(positions.get(0));
        if (kind == Kind.REQUIRED || positions.size() > 2) return IntStream.empty();
        return positions.stream().mapToInt(Integer::intValue).filter(position -> position != culprit);
    }

    /** What is wrong when it does not hold for the elements that are there. */
    FindingCode code(long present) {
        return excludes(present) ? FindingCode.ELEMENT_EXCLUDED : FindingCode.ELEMENT_CONDITION;
    }

    /** Whether one of the elements that are there is one too many. */
    private boolean excludes(long present) {
        return kind == Kind.EXCLUSIVE || kind == Kind.ALONE || kind == Kind.ONE && (present & mask) != 0;
    }

    /** The note in words. */
    String words() {
        return switch (kind) {
            case PAIRED -> "if one of the elements " + positions + " is sent, all are (" + text + ")";
            case REQUIRED -> "at least one of the elements " + positions + " is sent (" + text + ")";
            case EXCLUSIVE -> "at most one of the elements " + positions + " is sent (" + text + ")";
            case ONE -> "exactly one of the elements " + positions + " is sent (" + text + ")";
            case CONDITIONAL ->
                "with element " + positions.get(0) + " the elements " + positions.subList(1, positions.size())
                        + " are sent (" + text + ")";
            case ALONE ->
                "with element " + positions.get(0) + " none of the elements " + positions.subList(1, positions.size())
                        + " is sent (" + text + ")";
            case LIST ->
                "with element " + positions.get(0) + " at least one of the elements "
                        + positions.subList(1, positions.size()) + " is sent (" + text + ")";
        };
    }
}

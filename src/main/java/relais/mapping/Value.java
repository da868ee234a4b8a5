package relais.mapping;

import java.math.BigDecimal;
import java.util.Set;
import relais.edi.Segment;
import relais.finding.FindingCode;
import relais.finding.Location;

/**
 * A value of the document, in whatever place of a segment.
 *
 * @param otherwise what a set that leaves it out means: a canonical text, or {@link #POSITION}; empty for nothing
 * @param when it is written, and as a fallback read
 * @param lengths written only in one of these lengths; empty for any
 * @param charactersMax of a text; what is longer is cut, and said
 */
record Value(
        Path path, Leaf leaf, Format format, String otherwise, Premise when, Set<Integer> lengths, int charactersMax) {

    /** The number of the list item, from 1. */
    static final String POSITION = "position";

    /** Whether a text, or none, says anything of it. */
    boolean isSaidBy(String text) {
        return !text.isEmpty() || !otherwise.isEmpty();
    }

    /** Reads a text that stands in a segment. */
    void read(String text, String qualifier, Segment segment, Address at, ReadingRun run, Draft into) {
        if (text.isEmpty() || !isRead(text, qualifier, into)) read(text, qualifier, new Place(segment, at, run), into);
    }

    /** Whether a text is what it should be, which nearly all are; nothing else is needed then. */
    private boolean isRead(String text, String qualifier, Draft into) {
        try {
            var read = format.reader().read(text, qualifier);
            if (!read.equals("")) path.set(into, read);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Reads a text, wherever it stands. */
    void read(String text, String qualifier, At at, Draft into) {
        if (text.isEmpty()) {
            if (!otherwise.isEmpty())
                path.set(into, leaf.read(otherwise.equals(POSITION) ? at.run().position() : otherwise));
            return;
        }
        try {
            var read = format.reader().read(text, qualifier);
            if (!read.equals("")) path.set(into, read);
        } catch (IllegalArgumentException e) {
            path.set(into, Draft.WRONG);
            var got = leaf.isFreeText() && format.wrong() != FindingCode.CODE_UNKNOWN ? "" : text;
            var shown = got.isEmpty() ? "" : ", got '" + got + "'";
            at.run().wrong(format.wrong(), at.location(), path + ": expected " + format.expected() + shown, got);
        }
    }

    /** Reads a number, and adds it to the one that was read before. */
    void readMore(String text, At at, Draft into) {
        if (!(path.get(into) instanceof BigDecimal before)) {
            read(text, "", at, into);
            return;
        }
        var more = new Draft(into.shape());
        read(text, "", at, more);
        if (path.get(more) instanceof BigDecimal number) path.replace(into, before.add(number));
    }

    /** Where a text that is being read stands. */
    interface At {
        Location location();

        ReadingRun run();
    }

    /** A place in a segment that is being read. */
    record Place(Segment segment, Address address, ReadingRun run) implements At {
        @Override
        public Location location() {
            return address.location(segment);
        }
    }

    /** The value as the format has it; empty when it is absent, or when this is not the place for it. */
    String write(Object from, WritingRun run) {
        var value = path.get(from);
        if (value == null || !when.holds(from)) return "";
        try {
            var text = format.writer().write(value);
            if (format.inexact().test(value)) run.notCarried(path, "written as '" + text + "'");
            return charactersMax > 0 && text.length() > charactersMax ? cut(text, run) : text;
        } catch (IllegalArgumentException | ArithmeticException e) {
            run.noCode(path, format.expected());
            return "";
        }
    }

    private String cut(String text, WritingRun run) {
        run.notCarried(path, "only the first " + charactersMax + " of " + text.length() + " characters");
        return text.substring(0, charactersMax).stripTrailing();
    }

    /** Whether this is the place for a text of that length. */
    boolean takes(String text) {
        return lengths.isEmpty() || lengths.contains(text.length());
    }
}

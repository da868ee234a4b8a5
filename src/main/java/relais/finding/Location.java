package relais.finding;

/**
 * Where in the bytes a partner sent something is wrong. Positions count from 1, as the standards do; 0 means "not that
 * deep". The offset counts bytes from 0 in what was received; -1 means unknown.
 *
 * @param segment tag of the segment as sent ("N1"), or the JSON pointer for JSON ("/lines/0/quantity"), or the row of a table; empty for the whole input
 * @param position of the segment in its transaction set, the header (ST, UNH) being 1; for envelope segments, in the interchange
 * @param element position of the data element in the segment
 * @param component position of the component in the composite
 * @param repetition which repetition of the element
 * @param offset of the first byte of the thing that is wrong
 */
public record Location(String segment, int position, int element, int component, int repetition, long offset) {

    private static final Location NOWHERE = new Location("", 0, 0, 0, 0, -1);

    /** The input as a whole. */
    public static Location nowhere() {
        return NOWHERE;
    }

    /** A byte of the input that belongs to no segment. */
    public static Location offset(long offset) {
        return new Location("", 0, 0, 0, 0, offset);
    }

    /** A segment as a whole. */
    public static Location segment(String tag, int position, long offset) {
        return new Location(tag, position, 0, 0, 0, offset);
    }

    /** A place in a JSON document: {@code /lines/0/quantity}. */
    public static Location pointer(String pointer) {
        return new Location(pointer, 0, 0, 0, 0, -1);
    }

    /**
     * A row of a table, counted from 1 with the header: {@code row 3}; or one of its cells: {@code row 3 column quantity}.
     *
     * @param column its name; empty for the whole row
     */
    public static Location row(int number, String column, long offset) {
        var cell = column.isEmpty() ? "" : " column " + column;
        return new Location("row " + number + cell, 0, 0, 0, 0, offset);
    }

    /** The same segment, at one of its elements. */
    public Location element(int element, int component, int repetition, long offset) {
        return new Location(segment, position, element, component, repetition, offset);
    }

    /** {@code segment 7 (N1) element 4.2 at offset 1312}, leaving out what is not known. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        if (position > 0)
            text.append("segment ")
                    .append(position)
                    .append(" (")
                    .append(segment)
                    .append(')');
        else if (!segment.isEmpty()) text.append(segment);
        if (element > 0) text.append(" element ").append(element);
        if (component > 0) text.append('.').append(component);
        if (repetition > 1) text.append(" repetition ").append(repetition);
        if (offset >= 0)
            text.append(text.isEmpty() ? "at offset " : " at offset ").append(offset);
        return text.toString();
    }
}

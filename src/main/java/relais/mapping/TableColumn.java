package relais.mapping;

/**
 * A column of a table.
 *
 * @param name in the header of a CSV file; elsewhere only in findings
 * @param optional whether a CSV file may come without it
 * @param width in characters; 0 where a delimiter ends it
 * @param right whether what is shorter is filled up on the left
 * @param pad what it is filled up with
 */
record TableColumn(String name, TableCell cell, boolean optional, int width, boolean right, char pad) {

    /** The cell without what it is filled up with; of zeros the last one stays. */
    String stripped(String text) {
        var stripped = text.strip();
        if (pad == ' ') return stripped;
        return right ? withoutLeading(stripped) : withoutTrailing(stripped);
    }

    private String withoutLeading(String text) {
        var from = 0;
        while (from < text.length() - 1 && text.charAt(from) == pad) from++;
        return text.substring(from);
    }

    private String withoutTrailing(String text) {
        var to = text.length();
        while (to > 0 && text.charAt(to - 1) == pad) to--;
        return text.substring(0, to);
    }

    /** Whether the text is told from what it is filled up with; a number is the same with zeros before it. */
    boolean isReadBack(String text) {
        var isNumber = cell instanceof TableCell.Held held && !held.value().leaf().type().equals(String.class);
        return isNumber || stripped(padded(text)).equals(text);
    }

    /** The text filled up to the width; a minus sign stays before zeros, and what is absent is blank. */
    String padded(String text) {
        var fill = String.valueOf(text.isEmpty() ? ' ' : pad).repeat(Math.max(0, width - text.length()));
        if (!right) return text + fill;
        return pad == '0' && text.startsWith("-") ? "-" + fill + text.substring(1) : fill + text;
    }
}

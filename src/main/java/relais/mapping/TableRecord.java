package relais.mapping;

import java.util.List;

/** The columns of one kind of record. */
record TableRecord(Kind kind, List<TableColumn> columns) {

    /** A file of fixed length can have records before and after the rows of a document; every other has rows only. */
    enum Kind {
        HEADER,
        ROW,
        TRAILER
    }

    TableRecord {
        columns = List.copyOf(columns);
    }

    int width() {
        return columns.stream().mapToInt(TableColumn::width).sum();
    }

    /** Whether a column holds the document's number. */
    boolean isNumber(int column) {
        return columns.get(column).cell() instanceof TableCell.Held held
                && held.level() == 0
                && held.value().path().toString().equals("number");
    }

    /** The column of the document's number; -1 when there is none. */
    int number() {
        for (var i = 0; i < columns.size(); i++) if (isNumber(i)) return i;
        return -1;
    }

    /** Whether a line is of this kind, by the constant in the first column; without one every line is. */
    boolean isOf(String line) {
        if (!(columns.get(0).cell() instanceof TableCell.Only only)) return true;
        var width = columns.get(0).width();
        return line.length() >= width && only.texts().contains(line.substring(0, width).strip());
    }
}

package relais.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import relais.finding.Location;

/**
 * A row that was read.
 *
 * @param number from 1, counting the header of a CSV file
 * @param cells one for each column of the record; empty where the file has no such column
 * @param missing columns that the file ought to have, which has been reported
 * @param starts the index of the character at which a column's cell starts
 */
record TableRow(
        int number,
        TableRecord record,
        List<String> cells,
        Set<Integer> missing,
        TableText text,
        int start,
        IntUnaryOperator starts) {

    Location location() {
        return Location.row(number, "", text.offset(start));
    }

    Cell cell(int column, ReadingRun run) {
        return new Cell(this, column, run);
    }

    /** What stands in the columns of a level. */
    List<String> texts(int level) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < cells.size(); i++)
            if (record.columns().get(i).cell().level() == level) texts.add(cells.get(i));
        return texts;
    }

    /** Whether nothing stands in the columns of a level or below it. */
    boolean isBlank(int level) {
        for (var i = 0; i < cells.size(); i++)
            if (record.columns().get(i).cell().level() >= level && !cells.get(i).isEmpty()) return false;
        return true;
    }

    /** A cell that is being read. */
    record Cell(TableRow row, int column, ReadingRun run) implements Value.At {

        @Override
        public Location location() {
            var name = row.record.columns().get(column).name();
            return Location.row(row.number, name, row.text.offset(row.starts.applyAsInt(column)));
        }

        String text() {
            return row.cells.get(column);
        }

        /** Whether the file ought to have the column, and has not. */
        boolean isMissing() {
            return row.missing.contains(column);
        }

        TableCell cell() {
            return row.record.columns().get(column).cell();
        }
    }
}

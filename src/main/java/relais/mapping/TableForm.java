package relais.mapping;

import java.util.List;

/** How rows become characters and characters rows. */
sealed interface TableForm permits TableCsv, TableFixed {

    /** More rows of one file are not read. */
    int ROWS_MAX = 1_000_000;

    /** No row is longer, with its quotation marks. */
    int ROW_CHARACTERS_MAX = 100_000;

    TableStyle style();

    /** Splits a file into rows and hands them over; what is no row goes to the run. */
    void read(TableText text, ReadingRun run, Rows rows);

    /** A row as a line with its end. */
    String line(TableRecord record, List<String> cells);

    /** Takes rows one by one. */
    interface Rows {

        void row(TableRow row);

        /** What was to be a row but has been reported. */
        void broken(TableRecord.Kind kind);
    }
}

package relais.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * Comma-separated values.
 *
 * @param delimiter what parts two cells
 * @param header whether the first row names the columns, which then stand in any order
 * @see "RFC 4180"
 */
record TableCsv(TableStyle style, char delimiter, CSVFormat format, boolean header, TableRecord columns)
        implements TableForm {

    static TableCsv of(TableStyle style, char delimiter, boolean header, TableRecord columns) {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setRecordSeparator(style.lineEnd())
                .get();
        return new TableCsv(style, delimiter, format, header, columns);
    }

    @Override
    public void read(TableText text, ReadingRun run, Rows rows) {
        new TableCsvReading(this, text, run, rows).read();
    }

    @Override
    public String line(TableRecord record, List<String> cells) {
        return line(cells);
    }

    /** The row that names the columns; empty when none does. */
    String headerLine() {
        return header ? line(columns.columns().stream().map(TableColumn::name).toList()) : "";
    }

    private String line(List<String> cells) {
        try {
            var line = new StringBuilder();
            format.printRecord(line, cells.toArray());
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package relais.mapping;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import relais.finding.FindingCode;
import relais.finding.Location;

/**
 * Splits one CSV file into rows. Where quotation marks do not pair up the row is reported, and reading goes on in the
 * next line.
 */
final class TableCsvReading {

    /** After that many rows that cannot be split the file is something else. */
    private static final int BROKEN_ROWS_MAX = 100;

    private final TableCsv form;
    private final TableText text;
    private final ReadingRun run;
    private final TableForm.Rows rows;
    private Optional<TableCsvHeader> header;
    private int number;
    private int broken;

    TableCsvReading(TableCsv form, TableText text, ReadingRun run, TableForm.Rows rows) {
        this.form = form;
        this.text = text;
        this.run = run;
        this.rows = rows;
        this.header = form.header() ? Optional.empty() : Optional.of(TableCsvHeader.none(form.columns()));
    }

    void read() {
        var start = 0;
        while (start < text.characters().length()) start = read(start);
    }

    /** Reads on from the start of a line, and answers where to go on. */
    private int read(int from) {
        var start = from;
        var lines = 0L;
        try (var parser = form.format().parse(new StringReader(text.characters().substring(from)))) {
            for (var records = parser.iterator(); records.hasNext(); ) {
                number++;
                if (!row(records.next(), start)) return text.characters().length();
                for (; lines < parser.getCurrentLineNumber(); lines++) start = text.nextLine(start);
            }
            return text.characters().length();
        } catch (UncheckedIOException e) {
            return broken(start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int broken(int start) {
        number++;
        rows.broken(TableRecord.Kind.ROW);
        wrong(FindingCode.UNREADABLE_INPUT, start, "its quotation marks do not pair up");
        if (++broken < BROKEN_ROWS_MAX) return text.nextLine(start);
        wrong(FindingCode.LIMIT_REACHED, start, "more than " + BROKEN_ROWS_MAX + " rows cannot be read");
        return text.characters().length();
    }

    /** Whether to go on. */
    private boolean row(CSVRecord record, int start) {
        if (number > TableForm.ROWS_MAX) {
            wrong(FindingCode.LIMIT_REACHED, start, "more than " + TableForm.ROWS_MAX + " rows");
            return false;
        }
        if (record.stream().mapToLong(cell -> cell.length() + 1L).sum() > TableForm.ROW_CHARACTERS_MAX) {
            wrong(FindingCode.LIMIT_REACHED, start, "more than " + TableForm.ROW_CHARACTERS_MAX + " characters");
            rows.broken(TableRecord.Kind.ROW);
            return true;
        }
        var cells = record.stream().map(String::strip).toList();
        if (cells.stream().allMatch(String::isEmpty)) return true;
        if (header.isPresent()) {
            row(header.get(), cells, start);
            return true;
        }
        header = Optional.of(TableCsvHeader.of(form.columns(), cells, column -> place(start, column), run));
        return header.get().namesDocuments();
    }

    private void row(TableCsvHeader names, List<String> cells, int start) {
        if (cells.size() != names.size()) {
            var wrong = "has " + cells.size() + " cells, expected " + names.size();
            wrong(FindingCode.VALUE_INVALID, start, wrong);
            rows.broken(TableRecord.Kind.ROW);
            return;
        }
        var ordered = new ArrayList<String>();
        for (var i = 0; i < form.columns().columns().size(); i++)
            ordered.add(names.cell(i) < 0 ? "" : cells.get(names.cell(i)));
        rows.row(new TableRow(
                number, form.columns(), ordered, names.missing(), text, start, column -> cell(start, names.cell(column))));
    }

    private void wrong(FindingCode code, int start, String wrong) {
        run.wrong(code, Location.row(number, "", text.offset(start)), wrong, "");
    }

    private Location place(int start, int column) {
        return Location.row(number, "", text.offset(cell(start, column)));
    }

    /** Where a cell of the row starts; the row itself for a cell that it has not. */
    private int cell(int start, int cell) {
        var at = start;
        for (var i = 0; i < cell; i++) at = text.characters().indexOf(form.delimiter(), endOfQuoted(at)) + 1;
        return at;
    }

    private int endOfQuoted(int start) {
        var characters = text.characters();
        if (start >= characters.length() || characters.charAt(start) != '"') return start;
        var end = start + 1;
        while (characters.charAt(end) != '"' || end + 1 < characters.length() && characters.charAt(end + 1) == '"')
            end += characters.charAt(end) == '"' ? 2 : 1;
        return end + 1;
    }
}

package relais.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import relais.finding.FindingCode;
import relais.finding.Location;

/** Rows of fixed length, one a line; several kinds of them are told apart by what they begin with. */
record TableFixed(TableStyle style, List<TableRecord> records) implements TableForm {

    @Override
    public void read(TableText text, ReadingRun run, Rows rows) {
        var number = 0;
        var characters = text.characters();
        for (var start = 0; start < characters.length(); start = text.nextLine(start)) {
            var at = Location.row(++number, "", text.offset(start));
            if (number > ROWS_MAX) {
                run.wrong(FindingCode.LIMIT_REACHED, at, "more than " + ROWS_MAX + " rows", "");
                return;
            }
            var line = characters.substring(start, text.endOfLine(start));
            if (!line.isBlank()) read(line, new Place(number, start, text, at, run), rows);
        }
    }

    private record Place(int number, int start, TableText text, Location at, ReadingRun run) {}

    private void read(String line, Place place, Rows rows) {
        var record = records.stream().filter(each -> each.isOf(line)).findFirst();
        if (record.isEmpty()) {
            var known = records.stream().map(TableFixed::beginning).collect(Collectors.joining(", "));
            var wrong = "no record begins like this; known are " + known;
            place.run.wrong(FindingCode.VALUE_INVALID, place.at, wrong, "");
        } else if (isWhole(line, record.get(), place)) rows.row(row(line, record.get(), place));
        else rows.broken(record.get().kind());
    }

    private static String beginning(TableRecord record) {
        return record.columns().get(0).cell() instanceof TableCell.Only only ? String.join(", ", only.texts()) : "any";
    }

    private static boolean isWhole(String line, TableRecord record, Place place) {
        var width = record.width();
        if (line.length() == width || line.length() > width && line.substring(width).isBlank()) return true;
        var code = line.length() < width ? FindingCode.ELEMENT_TOO_SHORT : FindingCode.ELEMENT_TOO_LONG;
        place.run.wrong(code, place.at, "has " + line.length() + " characters, expected " + width, "");
        return false;
    }

    private static TableRow row(String line, TableRecord record, Place place) {
        var cells = new ArrayList<String>();
        var ends = new ArrayList<Integer>();
        var end = 0;
        for (var column : record.columns()) {
            cells.add(column.stripped(line.substring(end, end + column.width())));
            end += column.width();
            ends.add(end);
        }
        IntUnaryOperator starts = column -> place.start + (column == 0 ? 0 : ends.get(column - 1));
        return new TableRow(place.number, record, cells, Set.of(), place.text, place.start, starts);
    }

    @Override
    public String line(TableRecord record, List<String> cells) {
        var line = new StringBuilder();
        for (var i = 0; i < cells.size(); i++)
            line.append(record.columns().get(i).padded(cells.get(i)));
        return line.append(style.lineEnd()).toString();
    }
}

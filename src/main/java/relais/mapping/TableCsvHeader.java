package relais.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.yaml.Nearest;

/**
 * Which cell of a row belongs to which column.
 *
 * @param cells for each column the position of its cell; -1 when the file has none
 * @param size how many cells a row has
 * @param missing the columns that the file ought to have, which has been reported
 */
record TableCsvHeader(TableRecord record, List<Integer> cells, int size, Set<Integer> missing) {

    /** The columns as they are listed. */
    static TableCsvHeader none(TableRecord record) {
        var size = record.columns().size();
        var cells = new ArrayList<Integer>();
        for (var i = 0; i < size; i++) cells.add(i);
        return new TableCsvHeader(record, List.copyOf(cells), size, Set.of());
    }

    /**
     * The columns as a file names them, in any order and case. One that is missing is an error; one that is unknown is
     * too when it looks like one that is missing.
     *
     * @param places where the name of a cell stands
     */
    static TableCsvHeader of(TableRecord record, List<String> names, IntFunction<Location> places, ReadingRun run) {
        var positions = positions(names, places, run);
        var known = record.columns().stream().map(TableColumn::name).toList();
        var cells = known.stream()
                .map(name -> positions.indexOf(name.toLowerCase(Locale.ROOT)))
                .toList();
        var absent = new ArrayList<String>();
        for (var i = 0; i < known.size(); i++) if (cells.get(i) < 0) absent.add(known.get(i));
        var meant = new HashSet<String>();
        for (var i = 0; i < names.size(); i++)
            if (!cells.contains(i) && !positions.get(i).isEmpty()) unknown(names.get(i), absent, meant, places.apply(i), run);
        var missing = new HashSet<Integer>();
        for (var i = 0; i < known.size(); i++)
            if (cells.get(i) < 0 && (meant.contains(known.get(i)) || !record.columns().get(i).optional())) missing.add(i);
        for (var i : missing.stream().sorted().toList())
            if (!meant.contains(known.get(i)))
                run.wrong(FindingCode.VALUE_MISSING, places.apply(0), "column '" + known.get(i) + "' is missing", "");
        return new TableCsvHeader(record, cells, names.size(), Set.copyOf(missing));
    }

    /** The names in small letters; empty where one stands the second time. */
    private static List<String> positions(List<String> names, IntFunction<Location> places, ReadingRun run) {
        var positions = new ArrayList<String>();
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i).toLowerCase(Locale.ROOT);
            var twice = !name.isEmpty() && positions.contains(name);
            if (twice)
                run.wrong(FindingCode.VALUE_INVALID, places.apply(i), "column '" + names.get(i) + "' stands twice", "");
            positions.add(twice ? "" : name);
        }
        return positions;
    }

    private static void unknown(String name, List<String> absent, Set<String> meant, Location at, ReadingRun run) {
        var nearest = Nearest.to(name, absent);
        nearest.ifPresent(meant::add);
        var text = "unknown column '" + name + "'" + nearest.map(near -> Nearest.hint(name, List.of(near))).orElse("");
        if (nearest.isPresent()) run.wrong(FindingCode.VALUE_INVALID, at, text, "");
        else run.found(Finding.warning(FindingCode.VALUE_NOT_CARRIED, at, text + "; it is not read"));
    }

    int cell(int column) {
        return cells.get(column);
    }

    /** Whether rows can be told to which document they belong. */
    boolean namesDocuments() {
        return missing.stream().noneMatch(column -> record.isNumber(column));
    }
}

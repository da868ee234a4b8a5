package relais.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import relais.document.DocumentType;

/**
 * Everything that a table's {@code mapping.yaml} says.
 *
 * @param levels the document, and the lists down to the one that has a row for each item
 * @param assumed for each level the values without a column
 * @param picks for each level the items beside the rows that columns speak of, each once
 */
record TablePlan(
        DocumentType document,
        TableForm form,
        List<TableRecord> records,
        List<TableLevel> levels,
        List<List<TableCell.Held>> assumed,
        List<List<TablePick>> picks,
        List<Trail> notCarried) {

    static TablePlan of(
            DocumentType document,
            TableForm form,
            List<TableRecord> records,
            List<TableLevel> levels,
            List<TableCell.Held> assumed,
            List<Trail> notCarried) {
        var depths = IntStream.range(0, levels.size()).boxed().toList();
        var assumedByLevel = depths.stream()
                .map(level ->
                        assumed.stream().filter(held -> held.level() == level).toList())
                .toList();
        var picks = depths.stream().map(level -> picks(records, level)).toList();
        return new TablePlan(document, form, records, List.copyOf(levels), assumedByLevel, picks, notCarried);
    }

    private static List<TablePick> picks(List<TableRecord> records, int level) {
        return records.stream()
                .flatMap(record -> record.columns().stream())
                .flatMap(column -> column.cell() instanceof TableCell.Held held && held.level() == level
                        ? held.pick().stream()
                        : Optional.<TablePick>empty().stream())
                .distinct()
                .toList();
    }

    Optional<TableRecord> record(TableRecord.Kind kind) {
        return records.stream().filter(record -> record.kind() == kind).findFirst();
    }

    TableRecord row() {
        return record(TableRecord.Kind.ROW).orElseThrow();
    }

    boolean has(TableRecord.Kind kind) {
        return record(kind).isPresent();
    }

    Tree tree() {
        return levels.get(0).shape();
    }

    List<TableCell.Held> assumed(int level) {
        return assumed.get(level);
    }

    List<TablePick> picks(int level) {
        return picks.get(level);
    }
}

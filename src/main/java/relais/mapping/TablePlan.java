package relais.mapping;

import java.util.List;
import java.util.Optional;
import relais.document.DocumentType;

/**
 * Everything that a table's {@code mapping.yaml} says.
 *
 * @param levels the document, and the lists down to the one that has a row for each item
 * @param assumed values without a column
 */
record TablePlan(
        DocumentType document,
        TableForm form,
        List<TableRecord> records,
        List<TableLevel> levels,
        List<TableCell.Held> assumed,
        List<Trail> notCarried) {

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
        return assumed.stream().filter(held -> held.level() == level).toList();
    }

    /** The items beside the rows that columns speak of, each once. */
    List<TablePick> picks(int level) {
        return records.stream()
                .flatMap(record -> record.columns().stream())
                .flatMap(column -> column.cell() instanceof TableCell.Held held && held.level() == level
                        ? held.pick().stream()
                        : Optional.<TablePick>empty().stream())
                .distinct()
                .toList();
    }
}

package relais.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relais.document.Document;
import relais.finding.FindingCode;
import relais.finding.Findings;

/** A document that is being read from the rows that belong to it. */
final class TableDocument {

    private final TablePlan plan;
    private final Draft draft;
    private final TableRow first;
    private final ReadingRun run = new ReadingRun("", List.of(), "", "");
    private final Map<Integer, TableRow.Cell> stated = new HashMap<>();
    private final Map<Draft, Map<List<String>, Draft>> items = new IdentityHashMap<>();
    private final List<TableRow.Cell> totals = new ArrayList<>();
    private final List<TableRow> rows = new ArrayList<>(1);
    private int rowCount;
    private int recordCount;
    private boolean ended;

    /** @param first of its rows, which findings about the whole document point at */
    TableDocument(TablePlan plan, TableRow first) {
        this.plan = plan;
        this.draft = new Draft(plan.tree());
        this.first = first;
    }

    // --- rows ---

    /** Reads a record that stands once: the header or the trailer. */
    void once(TableRow row) {
        counted(row.record().kind());
        for (var i = 0; i < row.cells().size(); i++) cell(row.cell(i, run), draft);
    }

    void row(TableRow row) {
        counted(TableRecord.Kind.ROW);
        if (rows.isEmpty()) rows.add(row);
        for (var i = 0; i < row.cells().size(); i++)
            if (row.record().columns().get(i).cell().level() == 0) repeated(row.cell(i, run));
        var into = draft;
        for (var level = 1; level < plan.levels().size() && !row.isBlank(level); level++) into = item(row, level, into);
    }

    /** Counts a record of which nothing could be read. */
    void counted(TableRecord.Kind kind) {
        recordCount++;
        if (kind == TableRecord.Kind.ROW) rowCount++;
        if (kind == TableRecord.Kind.TRAILER) ended = true;
    }

    /** What every row repeats: the first that says something counts, and later ones may leave it out. */
    private void repeated(TableRow.Cell cell) {
        if (cell.cell() instanceof TableCell.Held && !cell.isMissing()) {
            if (cell.text().isEmpty()) return;
            var before = stated.putIfAbsent(cell.column(), cell);
            if (before == null) cell(cell, draft);
            else if (!before.text().equals(cell.text())) {
                var text = "is not the same as in row " + before.row().number() + " of this "
                        + plan.document().title();
                run.wrong(FindingCode.VALUE_INVALID, cell.location(), text, "");
            }
        } else cell(cell, draft);
    }

    private void cell(TableRow.Cell cell, Draft into) {
        if (cell.cell() instanceof TableCell.Only only) only.read(cell.text(), cell);
        if (cell.cell() instanceof TableCell.Total) totals.add(cell);
        if (!(cell.cell() instanceof TableCell.Held held)) return;
        if (!cell.isMissing()) held.read(cell.text(), cell, into);
        else if (held.pick().isEmpty()) held.value().path().set(into, Draft.WRONG);
    }

    /** The item that the row stands for, or that it shares with rows that say the same of it. */
    private Draft item(TableRow row, int level, Draft into) {
        var at = plan.levels().get(level);
        var list = at.list().list(into);
        var made = new Draft(at.shape());
        if (level < plan.levels().size() - 1) {
            var known = items.computeIfAbsent(into, parent -> new HashMap<>()).putIfAbsent(row.texts(level), made);
            if (known != null) return known;
        }
        list.add(made);
        run.item(list.size());
        for (var i = 0; i < row.cells().size(); i++)
            if (row.record().columns().get(i).cell().level() == level) cell(row.cell(i, run), made);
        complete(row, level, made, at.list() + " " + list.size() + ": ");
        return made;
    }

    private void complete(TableRow row, int level, Draft item, String name) {
        for (var held : plan.assumed(level)) held.read("", row.cell(0, run), item);
        for (var pick : plan.picks(level))
            if (pick.find(item) instanceof Draft picked)
                run.missing(pick.item(), picked, row.location(), name + pick + ": ");
        run.missing(plan.levels().get(level).shape(), item, row.location(), name);
    }

    // --- the whole ---

    /**
     * What the rows come to.
     *
     * @param isWhole false when rows of the file that could be the document's are not known
     */
    Reading done(Map<String, String> given, boolean isWhole) {
        for (var row : rows)
            for (var i = 0; i < row.cells().size(); i++)
                if (row.record().columns().get(i).cell() instanceof TableCell.Held held
                        && held.level() == 0
                        && !stated.containsKey(i)) held.read("", row.cell(i, run), draft);
        draft.give(given);
        complete(first, 0, draft, "");
        var counts = new TableCell.Total.Counts(rowCount, recordCount);
        for (var cell : totals) ((TableCell.Total) cell.cell()).check(cell.text(), cell, draft, counts);
        if (plan.has(TableRecord.Kind.TRAILER) && !ended)
            run.wrong(FindingCode.VALUE_MISSING, first.location(), "no trailer ends what begins here", "");
        return reading(run.findings(), isWhole);
    }

    private Reading reading(Findings findings, boolean isWhole) {
        var built = isWhole && !findings.hasErrors()
                ? Optional.of((Document) plan.tree().build(draft))
                : Optional.<Document>empty();
        return new Reading(plan.document().title(), draft.text("number"), built, Named.in(draft), findings);
    }
}

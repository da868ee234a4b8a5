package relais.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;

/** Gathers the rows of a file into documents: by the number that rows repeat, or by the header above them. */
final class TableReading implements TableForm.Rows {

    private final TablePlan plan;
    private final ReadingRun run = new ReadingRun("", List.of(), "", "");
    private final List<TableDocument> documents = new ArrayList<>();
    private final Map<String, TableDocument> byNumber = new HashMap<>();
    private final int numberColumn;
    private Optional<TableDocument> open = Optional.empty();

    TableReading(TablePlan plan) {
        this.plan = plan;
        this.numberColumn = plan.row().number();
    }

    List<Reading> read(byte[] bytes, Map<String, String> given) {
        if (bytes.length > 0) {
            var text = TableText.of(bytes, plan.form().style().charset(), run);
            plan.form().read(text, run, this);
        }
        if (documents.isEmpty() && !run.findings().hasErrors())
            run.wrong(FindingCode.EMPTY_INPUT, Location.offset(0), "no rows", "");
        var isWhole = !run.findings().hasErrors();
        var readings = documents.stream()
                .map(document -> document.done(given, isWhole))
                .toList();
        return isWhole ? withWarnings(readings) : List.of(none(readings));
    }

    // --- rows ---

    @Override
    public void row(TableRow row) {
        switch (row.record().kind()) {
            case HEADER -> begin(row).once(row);
            case ROW -> document(row).ifPresent(document -> document.row(row));
            case TRAILER -> {
                opened(row).ifPresent(document -> document.once(row));
                open = Optional.empty();
            }
        }
    }

    @Override
    public void broken(TableRecord.Kind kind) {
        open.ifPresent(document -> document.counted(kind));
    }

    private TableDocument begin(TableRow row) {
        var document = new TableDocument(plan, row);
        documents.add(document);
        open = Optional.of(document);
        return document;
    }

    private Optional<TableDocument> document(TableRow row) {
        if (plan.has(TableRecord.Kind.HEADER)) return opened(row);
        var column = numberColumn;
        var number = column < 0 ? "" : row.cells().get(column);
        if (column >= 0 && number.isEmpty()) {
            run.wrong(FindingCode.VALUE_MISSING, row.cell(column, run).location(), "number is missing", "");
            return Optional.empty();
        }
        open = Optional.of(byNumber.computeIfAbsent(number, unknown -> begin(row)));
        return open;
    }

    private Optional<TableDocument> opened(TableRow row) {
        if (open.isEmpty())
            run.wrong(FindingCode.VALUE_INVALID, row.location(), "it belongs to no document: nothing began one", "");
        return open;
    }

    // --- the whole ---

    /** A row that cannot be told to belong to a document may be of any of them, so none is complete. */
    private Reading none(List<Reading> readings) {
        var findings = run.findings();
        for (var reading : readings) findings = findings.and(reading.findings());
        var number = readings.size() == 1 ? readings.get(0).number() : "";
        return new Reading(plan.document().title(), number, Optional.empty(), sorted(findings));
    }

    private List<Reading> withWarnings(List<Reading> readings) {
        var all = new ArrayList<Reading>();
        for (var reading : readings) {
            var findings = all.isEmpty() ? run.findings().and(reading.findings()) : reading.findings();
            all.add(new Reading(
                    reading.type(), reading.number(), reading.document(), reading.consumer(), sorted(findings)));
        }
        return List.copyOf(all);
    }

    private static Findings sorted(Findings findings) {
        var byOffset =
                Comparator.comparingLong((Finding finding) -> finding.location().offset());
        return new Findings(findings.stream().sorted(byOffset).toList());
    }
}

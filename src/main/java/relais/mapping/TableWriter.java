package relais.mapping;

import java.math.BigDecimal;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import relais.document.Document;
import relais.finding.FindingCode;
import relais.finding.Severity;

/** Writes one document as a table. */
final class TableWriter {

    private final TablePlan plan;
    private final WritingRun run = new WritingRun(new Leftovers(List.of()));
    private final CharsetEncoder encoder;
    private final StringBuilder rows = new StringBuilder();
    private final String[] cells;
    private int rowCount;

    TableWriter(TablePlan plan) {
        this.plan = plan;
        this.encoder = plan.form().style().charset().newEncoder();
        this.cells = new String[plan.row().columns().size()];
    }

    FileWriting write(Document document) {
        level(0, document);
        var file = new StringBuilder(plan.form() instanceof TableCsv csv ? csv.headerLine() : "");
        file.append(once(TableRecord.Kind.HEADER, document))
                .append(rows)
                .append(once(TableRecord.Kind.TRAILER, document));
        for (var trail : plan.notCarried())
            if (trail.isPresent(document)) run.notCarried(trail, "there is no column for it");
        var bytes = file.toString().getBytes(plan.form().style().charset());
        return new FileWriting(
                plan.form().style().marked() ? marked(bytes) : bytes, run.done().findings());
    }

    private static byte[] marked(byte[] bytes) {
        var mark = TableText.BYTE_ORDER_MARK;
        var marked = Arrays.copyOf(mark, mark.length + bytes.length);
        System.arraycopy(bytes, 0, marked, mark.length, bytes.length);
        return marked;
    }

    // --- rows ---

    /** Sets the cells of a level, and writes the rows of what is below it; without anything below it is one row. */
    private void level(int level, Object from) {
        for (var i = 0; i < cells.length; i++) {
            var column = plan.row().columns().get(i);
            if (column.cell().level() == level) cells[i] = text(column, from);
            if (column.cell().level() > level) cells[i] = "";
        }
        beside(level, from);
        var items = level + 1 < plan.levels().size()
                ? plan.levels().get(level + 1).list().items(from)
                : List.of();
        if (items.isEmpty()) row();
        var told = new HashSet<List<String>>();
        for (var i = 0; i < items.size(); i++) {
            run.enter(plan.levels().get(level + 1).list(), i, from);
            for (var assumed : plan.assumed(level + 1)) assumed(assumed, items.get(i), i + 1);
            level(level + 1, items.get(i));
            if (level + 2 < plan.levels().size() && !told.add(texts(level + 1)))
                run.found(
                        FindingCode.VALUE_NOT_CARRIED,
                        Severity.WARNING,
                        "",
                        "its rows look like those of another before it");
            run.leave();
        }
    }

    /** What stands in the columns of a level, by which its items are told apart. */
    private List<String> texts(int level) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < cells.length; i++)
            if (plan.row().columns().get(i).cell().level() == level) texts.add(cells[i]);
        return texts;
    }

    private void row() {
        rowCount++;
        rows.append(plan.form().line(plan.row(), List.of(cells)));
    }

    private String once(TableRecord.Kind kind, Document document) {
        var record = plan.record(kind);
        if (record.isEmpty()) return "";
        var texts = new ArrayList<String>();
        for (var column : record.get().columns()) texts.add(text(column, document));
        return plan.form().line(record.get(), texts);
    }

    private TableCell.Total.Counts counts() {
        return new TableCell.Total.Counts(rowCount, rowCount + plan.records().size() - 1);
    }

    // --- what no column has ---

    private void beside(int level, Object from) {
        if (level == 0) for (var assumed : plan.assumed(0)) assumed(assumed, from, 1);
        var picks = plan.picks(level);
        for (var list : picks.stream().map(TablePick::list).distinct().toList()) {
            var carried = picks.stream().filter(pick -> pick.list().equals(list) && pick.find(from) != null);
            if (list.items(from).size() > carried.count()) run.notCarried(list, "not all of its items have columns");
        }
    }

    private void assumed(TableCell.Held held, Object from, int position) {
        var value = held.value();
        var taken = value.otherwise().equals(Value.POSITION) ? Integer.toString(position) : value.otherwise();
        var stated = value.path().get(from);
        var same = stated instanceof BigDecimal number
                ? number.compareTo(new BigDecimal(taken)) == 0
                : stated != null && Leaf.text(stated).equals(taken);
        if (!same) run.notCarried(value.path(), "it has no column and is read as " + taken);
    }

    // --- texts ---

    private String text(TableColumn column, Object from) {
        if (column.cell() instanceof TableCell.Total total) return total.text(from, counts());
        var text = column.cell().write(from, run);
        if (!(column.cell() instanceof TableCell.Held held) || text.isEmpty()) return text;
        return fitted(column, held.value().path(), text);
    }

    private String fitted(TableColumn column, Path path, String text) {
        if (!encoder.canEncode(text)) run.notCarried(path, encoder.charset() + " lacks some of its characters");
        if (column.width() == 0) return text;
        if (text.length() > column.width()) {
            var wrong = path + " does not fit into " + column.width() + " characters";
            run.found(FindingCode.ELEMENT_TOO_LONG, Severity.ERROR, path.pointer(), wrong);
            return "";
        }
        var line = text.replaceAll("\\p{Cntrl}", " ");
        if (!line.equals(text)) run.notCarried(path, "a line break is written as a space");
        if (!column.isReadBack(line)) run.notCarried(path, "what it begins or ends with is taken for padding");
        return line;
    }
}

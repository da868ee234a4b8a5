package relais.mapping;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import relais.yaml.YamlFile;
import relais.yaml.YamlNode;

/** Makes a table's plan of a {@code mapping.yaml}; everything wrong in it is reported to the file. */
final class TableCompiler {

    /** Those in which every file of the trade is, and each character of a line end is one byte. */
    private static final Map<String, Charset> CHARSETS = charsets();

    private static final Map<String, String> LINE_ENDS = Map.of("CRLF", "\r\n", "LF", "\n");

    private final YamlNode root;
    private final boolean fixed;
    private final YamlNode options;
    private final Map<String, Map<String, String>> tables;
    private final Places places;

    private TableCompiler(YamlNode root, Map<String, Map<String, String>> tables, Places places) {
        this.root = root;
        this.fixed = root.find("fixed").isPresent();
        this.options = root.get(fixed ? "fixed" : "csv");
        this.tables = tables;
        this.places = places;
    }

    private static Map<String, Charset> charsets() {
        var charsets = new LinkedHashMap<String, Charset>();
        for (var name : List.of("UTF-8", "ISO-8859-1", "ISO-8859-15", "windows-1252", "US-ASCII"))
            charsets.put(name, Charset.forName(name));
        return charsets;
    }

    /** Whether a file speaks of a table. */
    static boolean isTable(YamlFile file) {
        return file.root().find("csv").isPresent() || file.root().find("fixed").isPresent();
    }

    /**
     * Compiles one file.
     *
     * @param inherited the code tables of the folders above
     * @return empty when it does not even say what it maps
     */
    static Optional<TableMapping> compile(String id, YamlFile file, Map<String, Map<String, String>> inherited) {
        var root = file.root();
        var document = Compiler.document(root);
        if (document.isEmpty()) return Optional.empty();
        var tables = new LinkedHashMap<>(inherited);
        root.find("codes").ifPresent(codes -> tables.putAll(Compiler.tables(codes)));
        var places = new Places(Tree.of(document.get().type()));
        var compiler = new TableCompiler(root, tables, places);
        root.only(
                compiler.fixed
                        ? List.of(
                                "fixed",
                                "document",
                                "each",
                                "codes",
                                "header",
                                "columns",
                                "trailer",
                                "assumed",
                                "notCarried")
                        : List.of("csv", "document", "each", "codes", "columns", "assumed", "notCarried"));
        var levels = compiler.levels();
        var columns = new TableColumns(compiler.looks(), tables, places, levels);
        var records = compiler.records(columns);
        var assumed = columns.assumed(root);
        var notCarried = places.notCarried(root);
        if (records.isEmpty()) return Optional.empty();
        var plan = TablePlan.of(document.get(), compiler.form(records), records, levels, assumed, notCarried);
        return Optional.of(new TableMapping(id, plan));
    }

    // --- how it looks ---

    private TableColumns.Looks looks() {
        var decimal = options.text("decimal", ".");
        if (!decimal.equals(".") && !decimal.equals(","))
            options.get("decimal").wrong("expected '.' or ',', got '" + decimal + "'");
        var date = options.find("date")
                .flatMap(node -> node.as(TableFormats.A_PATTERN, TableFormats::date))
                .orElseGet(() -> TableFormats.date(fixed ? "yyyyMMdd" : "yyyy-MM-dd"));
        return new TableColumns.Looks(fixed, decimal.equals(",") ? ',' : '.', date);
    }

    private TableForm form(List<TableRecord> records) {
        var charset =
                options.find("charset").flatMap(node -> node.oneOf(CHARSETS)).orElse(CHARSETS.get("UTF-8"));
        var lineEnd =
                options.find("lineEnd").flatMap(node -> node.oneOf(LINE_ENDS)).orElse("\r\n");
        if (fixed) {
            options.only("charset", "decimal", "date", "lineEnd");
            return new TableFixed(new TableStyle(charset, lineEnd, false), records);
        }
        options.only("delimiter", "header", "charset", "decimal", "date", "lineEnd", "byteOrderMark");
        var marked = options.flag("byteOrderMark", false);
        if (marked && !charset.equals(CHARSETS.get("UTF-8")))
            options.get("byteOrderMark").wrong("only UTF-8 has a byte order mark");
        var style = new TableStyle(charset, lineEnd, marked);
        return TableCsv.of(style, delimiter(), options.flag("header", true), records.get(0));
    }

    private char delimiter() {
        var text = options.text("delimiter", ",");
        if (text.length() == 1 && "\"\r\n".indexOf(text.charAt(0)) < 0) return text.charAt(0);
        options.get("delimiter").wrong("expected one character such as ';' or \"\\t\", got '" + text + "'");
        return ',';
    }

    // --- rows ---

    /** The document and the lists that {@code each} leads through. */
    private List<TableLevel> levels() {
        var top = places.top();
        var levels = new ArrayList<>(List.of(new TableLevel(Path.HERE, top.shape(), top.prefix())));
        var each = root.find("each");
        if (each.isEmpty()) return levels;
        var path = "";
        for (var name : each.get().text().split("\\.")) {
            path = path.isEmpty() ? name : path + "." + name;
            var from = levels.get(levels.size() - 1).standing();
            var shape = places.shape(each.get(), path, from);
            if (shape.isEmpty()) return levels;
            if (!(shape.get() instanceof Shape.Many many) || !(many.item() instanceof Tree item)) continue;
            levels.add(new TableLevel(Path.of(from.shape(), path), item, from.prefix() + path + "."));
            path = "";
        }
        if (!path.isEmpty()) each.get().wrong("'" + path + "' is no list to have a row for each of its items");
        return levels;
    }

    private List<TableRecord> records(TableColumns columns) {
        var records = new ArrayList<TableRecord>();
        for (var kind : TableRecord.Kind.values()) {
            var key = kind == TableRecord.Kind.ROW ? "columns" : kind.name().toLowerCase(Locale.ROOT);
            var node = kind == TableRecord.Kind.ROW ? Optional.of(root.get(key)) : root.find(key);
            if (node.isEmpty() || !fixed && kind != TableRecord.Kind.ROW) continue;
            var record = columns.record(kind, node.get());
            if (record.columns().isEmpty()) return List.of();
            records.add(record);
        }
        if (records.size() > 1) for (var record : records) beginning(record);
        return List.copyOf(records);
    }

    /** Records of several kinds each begin with what tells them apart. */
    private void beginning(TableRecord record) {
        var first = record.columns().get(0);
        if (!(first.cell() instanceof TableCell.Only))
            root.wrong("column '" + first.name()
                    + "' begins a record, so it must say {only: …} to tell it from the others");
    }
}

package relais.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import relais.yaml.YamlNode;

/** Compiles the columns of a table. */
final class TableColumns {

    private static final List<String> VALUE_KEYS =
            List.of("to", "write", "codes", "implied", "date", "otherwise", "when", "max", "optional");
    private static final List<String> FIXED_KEYS = List.of("width", "align", "pad");
    private static final Pattern PICKED = Pattern.compile("([\\w.]+)\\[(\\w+)=([^\\]]+)\\]\\.([\\w.]+)");
    private static final Leaf COUNT = Leaf.of("count", BigDecimal.class);

    private final Looks looks;
    private final Map<String, Map<String, String>> tables;
    private final Places places;
    private final List<TableLevel> levels;

    /**
     * How values look unless a column says otherwise.
     *
     * @param fixed whether columns have a width
     * @param decimal the mark before the fraction
     * @param date what dates look like
     */
    record Looks(boolean fixed, char decimal, Format date) {}

    TableColumns(Looks looks, Map<String, Map<String, String>> tables, Places places, List<TableLevel> levels) {
        this.looks = looks;
        this.tables = tables;
        this.places = places;
        this.levels = List.copyOf(levels);
    }

    /** Compiles a list of {@code - name: path} or {@code - name: {to: path, …}}. */
    TableRecord record(TableRecord.Kind kind, YamlNode list) {
        var columns = new ArrayList<TableColumn>();
        var names = new HashSet<String>();
        var reach = kind == TableRecord.Kind.ROW ? levels : levels.subList(0, 1);
        for (var item : list.items())
            item.entries().forEach((name, node) -> {
                if (!names.add(name.toLowerCase(Locale.ROOT))) node.wrong("column '" + name + "' stands twice");
                cell(node, reach).ifPresent(cell -> columns.add(column(name, node, cell)));
            });
        return new TableRecord(kind, columns);
    }

    /** Compiles {@code assumed: {path: value}}: what no column says. */
    List<TableCell.Held> assumed(YamlNode root) {
        var assumed = new ArrayList<TableCell.Held>();
        root.find("assumed").ifPresent(node -> node.entries().forEach((path, text) -> place(text, path, levels)
                .filter(place -> place.pick.isEmpty())
                .ifPresent(place -> assumed.add(assumed(text, place)))));
        return List.copyOf(assumed);
    }

    private TableCell.Held assumed(YamlNode text, Place place) {
        if (!text.text().equals(Value.POSITION) && !Fields.fits(place.leaf, text.text()))
            text.wrong("expected " + place.leaf.what() + " or " + Value.POSITION + ", got '" + text.text() + "'");
        var value = new Value(
                place.path, place.leaf, Format.of(place.leaf), text.text(), Premise.ALWAYS, Set.of(), 0);
        return new TableCell.Held(place.level, Optional.empty(), value, true);
    }

    // --- how a column is laid out ---

    private TableColumn column(String name, YamlNode node, TableCell cell) {
        var optional = node.flag("optional", node.find("otherwise").isPresent());
        if (!looks.fixed) return new TableColumn(name, cell, optional, 0, false, ' ');
        var width = node.isMap() ? Fields.number(node, "width") : 0;
        if (width < 1) node.wrong("column '" + name + "' needs its width in characters");
        var pad = node.text("pad", " ");
        if (pad.length() != 1) node.get("pad").wrong("expected one character, got '" + pad + "'");
        var aligned = node.find("align").flatMap(at -> at.oneOf(Map.of("left", false, "right", true)));
        var right = aligned.orElse(pad.equals("0"));
        return new TableColumn(name, cell, optional, Math.max(1, width), right, pad.length() == 1 ? pad.charAt(0) : ' ');
    }

    // --- what stands in it ---

    private Optional<TableCell> cell(YamlNode node, List<TableLevel> reach) {
        if (node.find("only").isPresent()) {
            only(node, List.of("only"));
            return Optional.of(new TableCell.Only(List.of(node.text("only").split("\\|"))));
        }
        if (node.find("const").isPresent()) {
            only(node, List.of("const"));
            return Optional.of(new TableCell.Constant(node.text("const")));
        }
        if (node.find("count").isPresent() || node.find("sum").isPresent()) return total(node);
        return held(node, reach).map(held -> held);
    }

    private void only(YamlNode node, List<String> keys) {
        if (!node.isMap()) return;
        var all = new ArrayList<>(keys);
        if (looks.fixed) all.addAll(FIXED_KEYS);
        node.only(all);
    }

    private Optional<TableCell> total(YamlNode node) {
        only(node, List.of("count", "sum", "implied"));
        var format = format(node, COUNT);
        var sum = node.find("sum");
        if (sum.isPresent())
            return places.trail(sum.get(), sum.get().text(), places.top())
                    .map(trail -> new TableCell.Total((document, counts) -> trail.sum(document), format));
        var known = new TreeMap<String, TableCell.Total.Sum>();
        known.put("rows", (document, counts) -> BigDecimal.valueOf(counts.rows()));
        known.put("records", (document, counts) -> BigDecimal.valueOf(counts.records()));
        return node.get("count").oneOf(known).map(counted -> new TableCell.Total(counted, format));
    }

    private Optional<TableCell.Held> held(YamlNode node, List<TableLevel> reach) {
        only(node, VALUE_KEYS);
        var isRead = node.find("write").isEmpty();
        var path = !node.isMap() ? node.text() : isRead ? node.text("to") : node.text("write");
        if (path.isEmpty()) return Optional.empty();
        return place(node, path, reach).map(place -> {
            var value = new Value(
                    place.path,
                    place.leaf,
                    format(node, place.leaf),
                    Fields.otherwise(node, place.leaf),
                    when(node, place).map(other -> Premise.of(other, true, List.of())).orElse(Premise.ALWAYS),
                    Set.of(),
                    charactersMax(node, place.leaf));
            return new TableCell.Held(place.level, place.pick, value, isRead);
        });
    }

    /** A text is cut to the width of its column; a number that is longer has none. */
    private int charactersMax(YamlNode node, Leaf leaf) {
        var max = Fields.number(node, "max");
        var width = looks.fixed && leaf.isFreeText() && node.find("codes").isEmpty() ? Fields.number(node, "width") : 0;
        return max > 0 && width > 0 ? Math.min(max, width) : Math.max(max, width);
    }

    private Optional<Path> when(YamlNode node, Place place) {
        return node.find("when")
                .filter(at -> places.shape(at, at.text(), place.standing).isPresent())
                .map(at -> Path.of(place.standing.shape(), at.text()));
    }

    private Format format(YamlNode node, Leaf leaf) {
        var codes = node.find("codes");
        if (codes.isPresent()) return Fields.coded(codes.get(), leaf, tables);
        var digits = Fields.number(node, "implied");
        if (digits > 0) return Format.implied(leaf, digits);
        if (leaf.type() == BigDecimal.class) return TableFormats.decimal(leaf, looks.decimal);
        return leaf.type() == LocalDate.class ? date(node) : Format.of(leaf);
    }

    private Format date(YamlNode node) {
        return node.find("date")
                .flatMap(pattern -> pattern.as(TableFormats.A_PATTERN, TableFormats::date))
                .orElse(looks.date);
    }

    // --- which value of the document it is ---

    /** @param standing where the path starts */
    private record Place(
            int level, Optional<TablePick> pick, Places.Standing standing, Path path, Leaf leaf) {}

    /** Finds {@code lines.quantity.value} or {@code lines.prices[kind=NET].amount}; reports what leads nowhere. */
    private Optional<Place> place(YamlNode node, String path, List<TableLevel> reach) {
        var level = reach.size() - 1;
        while (!path.startsWith(reach.get(level).prefix())) level--;
        var from = reach.get(level).standing();
        var relative = path.substring(from.prefix().length());
        var picked = PICKED.matcher(relative);
        if (picked.matches()) {
            var at = level;
            return pick(node, picked.group(1), picked.group(2), picked.group(3), from)
                    .flatMap(pick -> {
                        var inside = new Places.Standing(pick.item(), from.prefix() + pick.list() + ".", Optional.of(from));
                        return place(node, picked.group(4), inside, at, Optional.of(pick));
                    });
        }
        return place(node, relative, from, level, Optional.empty());
    }

    private Optional<Place> place(
            YamlNode node, String path, Places.Standing from, int level, Optional<TablePick> pick) {
        return places.value(node, path, from)
                .map(leaf -> new Place(level, pick, from, Path.of(from.shape(), path), leaf));
    }

    private Optional<TablePick> pick(YamlNode node, String list, String name, String text, Places.Standing from) {
        var shape = places.shape(node, list, from);
        if (shape.isEmpty()) return Optional.empty();
        if (!(shape.get() instanceof Shape.Many many) || !(many.item() instanceof Tree item)) {
            node.wrong("'" + list + "' is no list to pick an item from");
            return Optional.empty();
        }
        var leaf = places.value(node, name, new Places.Standing(item, from.prefix() + list + ".", Optional.of(from)));
        if (leaf.isEmpty()) return Optional.empty();
        if (!Fields.fits(leaf.get(), text)) {
            node.wrong("expected " + leaf.get().what() + ", got '" + text + "'");
            return Optional.empty();
        }
        var member = item.byName().get(name);
        if (member == null) {
            node.wrong("'" + name + "' is no value of an item itself");
            return Optional.empty();
        }
        return Optional.of(new TablePick(Path.of(from.shape(), list), item, member, leaf.get().read(text)));
    }
}

package relais.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import relais.finding.FindingCode;
import relais.yaml.Nearest;
import relais.yaml.YamlNode;

/** Compiles what stands beside the name of an element or of an attribute, when it is a value and not what is inside. */
final class XmlSpecs {

    /** The keys of which one makes a map a value. */
    private static final Set<String> KINDS = Set.of("to", "write", "read", "const", "only", "sum", "count", "net");

    private static final List<String> VALUE_KEYS =
            List.of("to", "write", "read", "codes", "formatIn", "otherwise", "when", "max");

    private static final Pattern WHERE = Pattern.compile("(?<not>!)?(?<path>[\\w.]+)(?:(?<is>!?=)(?<values>[^=]+))?");

    private final Tree document;
    private final Map<String, Map<String, String>> tables;
    private final Places places;

    XmlSpecs(Tree document, Map<String, Map<String, String>> tables, Places places) {
        this.document = document;
        this.tables = tables;
        this.places = places;
    }

    /** Whether it says what the text is, rather than what is inside of the element. */
    static boolean isSpec(YamlNode node) {
        if (node.isMap()) return KINDS.stream().anyMatch(kind -> node.find(kind).isPresent());
        return !node.isList() || node.items().isEmpty() || isSpec(node.items().get(0));
    }

    /** Compiles a value; reports what it is not. Keys that begin with an at sign are the attributes beside it. */
    Optional<XmlSpec> spec(YamlNode node, Places.Standing from) {
        if (node.isList())
            return Optional.of(new XmlSpec.FirstOf(node.items().stream()
                    .flatMap(item -> spec(item, from).stream())
                    .toList()));
        if (node.find("only").isPresent()) {
            only(node, List.of("only"));
            return Optional.of(new XmlSpec.Only(List.of(node.text("only").split("\\|"))));
        }
        if (node.find("const").isPresent()) {
            only(node, List.of("const", "when"));
            return Optional.of(new XmlSpec.Constant(node.text("const"), condition(node, "when", from)));
        }
        if (node.find("sum").isPresent() || node.find("count").isPresent()) return total(node, from);
        if (node.find("net").isPresent()) return net(node, from);
        if (node.isText() && node.text().startsWith("/")) return again(node);
        return value(node, from);
    }

    private static void only(YamlNode node, List<String> keys) {
        var known = new ArrayList<>(keys);
        if (node.isMap())
            node.entries().keySet().stream().filter(key -> key.startsWith("@")).forEach(known::add);
        node.only(known);
    }

    private Optional<XmlSpec> value(YamlNode node, Places.Standing from) {
        only(node, VALUE_KEYS);
        var written = node.find("write");
        var read = node.find("read");
        var path = node.isMap()
                ? written.or(() -> read).orElseGet(() -> node.get("to")).text()
                : node.text();
        if (path.isEmpty()) return Optional.empty();
        var leaf = written.isPresent() || read.isPresent() ? leaf(node, path, from) : places.value(node, path, from);
        return leaf.map(l -> new XmlSpec.Valued(
                Path.of(from.shape(), path),
                l,
                format(node, l),
                formatIn(node, l),
                otherwise(node, l),
                read.map(at -> new Where(Path.of(from.shape(), path), false, List.of()))
                        .or(() -> condition(node, "when", from)),
                node.find("max")
                        .flatMap(n -> n.as("a number", Integer::valueOf))
                        .orElse(0),
                written.isPresent()));
    }

    /** A value that is looked at but not said to be carried here. */
    private Optional<Leaf> leaf(YamlNode node, String path, Places.Standing from) {
        var shape = places.shape(node, path, from);
        if (shape.isPresent() && !(shape.get() instanceof Leaf)) node.wrong("'" + path + "' is no single value");
        return shape.filter(Leaf.class::isInstance).map(Leaf.class::cast);
    }

    private Format format(YamlNode node, Leaf leaf) {
        var codes = node.find("codes");
        if (codes.isPresent()) return Fields.coded(codes.get(), leaf, tables);
        return node.find("formatIn").isEmpty()
                ? XmlFormats.of(leaf)
                : new Format("a date", FindingCode.DATE_INVALID, Dates::read, date -> Dates.write((LocalDate) date));
    }

    private static String formatIn(YamlNode node, Leaf leaf) {
        var at = node.find("formatIn");
        if (at.isEmpty()) return "";
        if (leaf.type() != LocalDate.class || !at.get().text().startsWith("@"))
            at.get().wrong("formatIn names the attribute that says how a date is written: '@format'");
        return at.get().text().replace("@", "");
    }

    private static String otherwise(YamlNode node, Leaf leaf) {
        var otherwise = node.find("otherwise");
        if (otherwise.isEmpty()) return "";
        var text = otherwise.get().text();
        if (!text.equals(Value.POSITION) && !Fields.fits(leaf, text))
            otherwise.get().wrong("expected " + leaf.what() + " or " + Value.POSITION + ", got '" + text + "'");
        return text;
    }

    // --- what a document must hold ---

    private Optional<Where> condition(YamlNode node, String key, Places.Standing from) {
        return node.find(key).flatMap(at -> where(at, at.text(), from));
    }

    /** Compiles {@code path}, {@code !path}, {@code path=x|y} or {@code path!=x}; reports what it is not. */
    Optional<Where> where(YamlNode node, String text, Places.Standing from) {
        var where = WHERE.matcher(text);
        if (!where.matches() || where.group("not") != null && where.group("is") != null) {
            node.wrong("'" + text + "' is no condition; write path, !path, path=x|y or path!=x");
            return Optional.empty();
        }
        var path = where.group("path");
        var shape = places.shape(node, path, from);
        if (shape.isEmpty()) return Optional.empty();
        if (where.group("is") == null)
            return Optional.of(new Where(Path.of(from.shape(), path), where.group("not") == null, List.of()));
        var values = List.of(where.group("values").split("\\|"));
        for (var value : values) check(node, path, shape.get(), value);
        return Optional.of(
                new Where(Path.of(from.shape(), path), where.group("is").equals("="), values));
    }

    private static void check(YamlNode node, String path, Shape shape, String value) {
        if (!(shape instanceof Leaf leaf)) node.wrong("'" + path + "' is no single value");
        else if (!Fields.fits(leaf, value)) node.wrong("'" + value + "' is not " + leaf.what());
    }

    // --- values of the whole document ---

    private Optional<XmlSpec> again(YamlNode node) {
        var path = node.text().substring(1);
        return leaf(node, path, places.top())
                .map(leaf -> new XmlSpec.Again(Path.of(document, path), XmlFormats.of(leaf)));
    }

    private Optional<XmlSpec> net(YamlNode node, Places.Standing from) {
        only(node, List.of("net"));
        if (!from.shape().byName().keySet().containsAll(List.of("quantity", "priceBasis"))) {
            node.wrong("only a line with a quantity and a priceBasis has a net amount");
            return Optional.empty();
        }
        return leaf(node.get("net"), node.text("net"), from)
                .map(leaf -> XmlNet.of(from.shape(), Path.of(from.shape(), node.text("net"))));
    }

    private Optional<XmlSpec> total(YamlNode node, Places.Standing from) {
        only(node, List.of("sum", "count", "where"));
        var at = node.find("sum").orElseGet(() -> node.get("count"));
        var path = at.text();
        var list = list(path, from.shape());
        if (list.isEmpty()) {
            at.wrong("'" + path + "' leads through no list"
                    + Nearest.hint(path.split("\\.")[0], from.shape().names()));
            return Optional.empty();
        }
        var item = new Places.Standing((Tree) ((Shape.Many) list.get().shape()).item(), "", Optional.empty());
        var rest = path.substring(Math.min(path.length(), list.get().toString().length() + 1));
        if (node.find("sum").isPresent() == rest.isEmpty())
            at.wrong("'" + path + "' is " + (rest.isEmpty() ? "no number to sum" : "no list to count"));
        var trail = rest.isEmpty() ? Optional.<Trail>empty() : places.trail(at, rest, item);
        return Optional.of(new XmlSpec.Total(XmlSpec.Total.sum(list.get(), condition(node, "where", item), trail)));
    }

    /** The part of the path that leads to the first list of records on it. */
    private static Optional<Path> list(String text, Tree from) {
        for (var end = text.indexOf('.'); ; end = text.indexOf('.', end + 1)) {
            try {
                var path = Path.of(from, end < 0 ? text : text.substring(0, end));
                if (path.shape() instanceof Shape.Many many && many.item() instanceof Tree) return Optional.of(path);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
            if (end < 0) return Optional.empty();
        }
    }
}

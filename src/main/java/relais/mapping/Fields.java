package relais.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import relais.edi.Standard;
import relais.yaml.Nearest;
import relais.yaml.YamlNode;

/** Compiles what stands inside a rule beside an element's number. */
final class Fields {

    private static final List<String> VALUE_KEYS =
            List.of(
            "to",
            "read",
            "write",
            "codes",
            "implied",
            "minus",
            "formatIn",
            "nothing",
            "otherwise",
            "when",
            "length",
            "max");

    private final Standard standard;
    private final Map<String, Map<String, String>> tables;
    private final Places places;

    Fields(Standard standard, Map<String, Map<String, String>> tables, Places places) {
        this.standard = standard;
        this.tables = tables;
        this.places = places;
    }

    /** Compiles {@code 3: path}, {@code 1..2: path}, {@code 6+: pairs} or {@code 3/4: a pair}; reports what it is not. */
    Optional<Field> field(String key, YamlNode node, Places.Standing from) {
        if (key.contains(" each ")) return grouped(key, node, from);
        if (key.endsWith("+"))
            return address(key.substring(0, key.length() - 1), node).map(at -> pairs(at, node, from));
        if (key.contains("/")) return pair(key, node, from);
        if (key.contains("..")) return divided(key, node, from);
        return address(key, node).flatMap(at -> single(at, node, from));
    }

    private Optional<Field> single(Address at, YamlNode node, Places.Standing from) {
        if (node.isList())
            return Optional.of(new Field.FirstOf(
                    at,
                    node.items().stream()
                            .flatMap(item -> single(at, item, from).stream())
                            .toList()));
        if (node.find("only").isPresent())
            return Optional.of(
                    new Field.Fixed(at, List.of(node.only("only").text("only").split("\\|"))));
        if (node.find("const").isPresent())
            return Optional.of(
                    new Field.Constant(at, node.only("const", "when").text("const"), path(node, "when", from)));
        if (node.find("count").isPresent() || node.find("sum").isPresent())
            return total(node, from).map(sum -> new Field.Total(at, sum));
        if (target(node).startsWith("^")) return outer(at, node, from);
        return value(node, from).map(value -> valued(at, value, node));
    }

    /** Compiles {@code ^path}: a value of the item or part around this one. */
    private Optional<Field> outer(Address at, YamlNode node, Places.Standing from) {
        var path = target(node);
        if (from.around().isEmpty()) node.wrong("there is nothing around this for '" + path + "'");
        return from.around()
                .flatMap(around -> value(node, path.substring(1), around, Optional.empty()))
                .map(value -> new Field.Outer(valued(at, value, node), path(node, "when", from)));
    }

    private static Field valued(Address at, Value value, YamlNode node) {
        var qualifier = node.find("formatIn").flatMap(in -> address(in.text(), in));
        var minus = node.find("minus").flatMap(in -> minus(in, value));
        var single = minus.<Field>map(condition -> new Field.Signed(at, condition, value))
                .orElseGet(() -> new Field.Single(at, value));
        var one = qualifier.<Field>map(in -> new Field.Dated(at, in, value)).orElse(single);
        var field = node.find("nothing")
                .<Field>map(nothing -> new Field.Filled(at, nothing.text(), one))
                .orElse(one);
        if (node.find("write").isPresent()) return new Field.Repeated(field);
        return node.find("read").isPresent() ? new Field.Noted(field) : field;
    }

    private static Optional<Condition> minus(YamlNode node, Value value) {
        try {
            if (value.leaf().type() != BigDecimal.class) node.wrong("only a number can be less than zero");
            return Optional.of(RuleKey.condition(node.text()));
        } catch (IllegalArgumentException e) {
            node.wrong(e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Path> path(YamlNode node, String key, Places.Standing from) {
        return (node.isMap() ? node.find(key) : Optional.<YamlNode>empty())
                .filter(at -> places.shape(at, at.text(), from).isPresent())
                .map(at -> Path.of(from.shape(), at.text()));
    }

    // --- values ---

    /** Compiles {@code path} or {@code {to: path, …}}. */
    private Optional<Value> value(YamlNode node, Places.Standing from) {
        return value(node, target(node), from, path(node, "when", from));
    }

    private static String target(YamlNode node) {
        if (!node.isMap()) return node.text();
        return node.find("write")
                .or(() -> node.find("read"))
                .orElseGet(() -> node.get("to"))
                .text();
    }

    private Optional<Value> value(YamlNode node, String path, Places.Standing from, Optional<Path> when) {
        if (node.isMap()) node.only(VALUE_KEYS);
        if (path.isEmpty()) return Optional.empty();
        var leaf = places.value(node, path, from);
        return leaf.map(l -> new Value(
                Path.of(from.shape(), path),
                l,
                format(node, l),
                otherwise(node, l),
                when,
                lengths(node),
                number(node, "max")));
    }

    private Format format(YamlNode node, Leaf leaf) {
        var codes = node.find("codes");
        if (codes.isPresent()) return coded(codes.get(), leaf);
        var digits = number(node, "implied");
        return digits > 0 ? Format.implied(leaf, digits) : Format.of(leaf);
    }

    private Format coded(YamlNode node, Leaf leaf) {
        if (node.isMap()) return coded(leaf, table(node));
        var table = tables.get(node.text());
        if (table == null)
            node.wrong("unknown code table '" + node.text() + "'" + Nearest.hint(node.text(), tables.keySet()));
        for (var value : table == null ? List.<String>of() : table.values())
            if (!fits(leaf, value)) node.wrong("'" + value + "' in table " + node.text() + " is not " + leaf.what());
        return Format.coded(leaf, "a code of table " + node.text(), table == null ? Map.of() : table);
    }

    private static Format coded(Leaf leaf, Map<String, String> table) {
        return Format.coded(leaf, "one of " + String.join(", ", table.keySet()), table);
    }

    /** Reads {@code {EA: EA, PC|PCE: H87}}: codes that mean the same are parted by a bar, the first is written. */
    static Map<String, String> table(YamlNode node) {
        var table = new LinkedHashMap<String, String>();
        node.entries().forEach((codes, value) -> {
            for (var code : codes.split("\\|"))
                if (table.put(code, value.text()) != null) value.wrong("code '" + code + "' stands twice");
        });
        return table;
    }

    private static String otherwise(YamlNode node, Leaf leaf) {
        var otherwise = node.find("otherwise");
        if (otherwise.isEmpty()) return "";
        var text = otherwise.get().text();
        if (!text.equals(Value.POSITION) && !fits(leaf, text))
            otherwise.get().wrong("expected " + leaf.what() + " or " + Value.POSITION + ", got '" + text + "'");
        return text;
    }

    static boolean fits(Leaf leaf, String text) {
        try {
            leaf.read(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Set<Integer> lengths(YamlNode node) {
        var lengths = new HashSet<Integer>();
        var length = node.find("length");
        if (length.isEmpty()) return lengths;
        for (var each : length.get().isList() ? length.get().items() : List.of(length.get()))
            each.as("a number", Integer::valueOf).ifPresent(lengths::add);
        return lengths;
    }

    private static int number(YamlNode node, String key) {
        return node.find(key).flatMap(n -> n.as("a number", Integer::valueOf)).orElse(0);
    }

    private static Optional<Address> address(String text, YamlNode node) {
        var address = Address.of(text);
        if (address.isEmpty()) node.wrong("'" + text + "' is no element: write 3, or 2.1 for a component");
        return address;
    }

    // --- several places ---

    private Optional<Field> divided(String key, YamlNode node, Places.Standing from) {
        var ends = key.split("\\.\\.");
        var first = address(ends[0], node);
        var last = address(ends[ends.length - 1], node);
        var value = value(node, from);
        var max = number(node, "max");
        if (max == 0) node.wrong("'" + key + "' needs max, the characters of each place");
        if (first.isEmpty() || last.isEmpty() || value.isEmpty() || max == 0) return Optional.empty();
        var at = new ArrayList<Address>();
        for (var next = first.get(); !next.equals(last.get()) && at.size() < 10; next = following(next)) at.add(next);
        at.add(last.get());
        var whole = value.get();
        var unlimited = new Value(
                whole.path(), whole.leaf(), whole.format(), whole.otherwise(), whole.when(), whole.lengths(), 0);
        return Optional.of(new Field.Divided(List.copyOf(at), max, unlimited));
    }

    /** Compiles {@code 3..22 each shares: {3: place, 4: quantity}}: groups of elements, the first being written out. */
    private Optional<Field> grouped(String key, YamlNode node, Places.Standing from) {
        var words = key.split(" each ", 2);
        var ends = words[0].split("\\.\\.");
        var first = address(ends[0], node);
        var last = address(ends[ends.length - 1], node);
        var item = places.standing(node, new RuleKey("", List.of(), "each", words[1], ""), from);
        if (first.isEmpty() || last.isEmpty() || item.isEmpty()) return Optional.empty();
        var width = node.entries().keySet().stream()
                .mapToInt(place -> address(place, node).map(Address::element).orElse(0) - first.get().element() + 1)
                .max()
                .orElse(1);
        var groups = new ArrayList<List<Field>>();
        for (int shift = 0; first.get().element() + shift + width - 1 <= last.get().element(); shift += width)
            groups.add(group(node, shift, item.get()));
        return Optional.of(new Grouped(Path.of(from.shape(), words[1]), item.get().shape(), groups));
    }

    private List<Field> group(YamlNode node, int shift, Places.Standing item) {
        var fields = new ArrayList<Field>();
        node.entries().forEach((place, value) -> address(place, value)
                .map(at -> new Address(at.element() + shift, at.component()))
                .flatMap(at -> single(at, value, item))
                .ifPresent(fields::add));
        return fields;
    }

    private static Address following(Address at) {
        return at.component() == 0 ? new Address(at.element() + 1, 0) : new Address(at.element(), at.component() + 1);
    }

    private Field pairs(Address first, YamlNode node, Places.Standing from) {
        var at = new ArrayList<Pairs.Place>();
        for (var place = Pairs.Place.at(standard, first.element());
                at.size() < Pairs.PAIRS_MAX;
                place = place.next(standard)) at.add(place);
        return pairs(at, node, from);
    }

    private Optional<Field> pair(String key, YamlNode node, Places.Standing from) {
        var ends = key.split("/");
        var first = address(ends[0], node);
        var second = address(ends[ends.length - 1], node);
        if (first.isEmpty() || second.isEmpty()) return Optional.empty();
        var place = standard == Standard.X12
                ? new Pairs.Place(first.get(), second.get())
                : new Pairs.Place(second.get(), first.get());
        return Optional.of(pairs(List.of(place), node, from));
    }

    private Pairs pairs(List<Pairs.Place> at, YamlNode node, Places.Standing from) {
        var byQualifier = new HashMap<String, Value>();
        var choices = new LinkedHashMap<Path, List<Pairs.Choice>>();
        node.entries().forEach((qualifiers, spec) -> value(spec, from).ifPresent(value -> {
            for (var qualifier : qualifiers.split("\\|")) byQualifier.put(qualifier, value);
            choices.computeIfAbsent(value.path(), path -> new ArrayList<>())
                    .add(new Pairs.Choice(qualifiers.split("\\|")[0], value));
        }));
        return new Pairs(List.copyOf(at), Map.copyOf(byQualifier), List.copyOf(choices.values()));
    }

    // --- totals ---

    private Optional<Field.Total.Sum> total(YamlNode node, Places.Standing from) {
        node.only("count", "sum");
        var sum = node.find("sum");
        if (sum.isPresent()) {
            var trail = places.trail(sum.get(), sum.get().text(), from);
            return trail.map(leading -> (document, tags) -> leading.sum(document));
        }
        var counted = node.text("count");
        if (RuleKey.is(counted)) return Optional.of((document, tags) -> BigDecimal.valueOf(tags.count(counted)));
        var shape = places.shape(node, counted, from);
        if (shape.isEmpty()) return Optional.empty();
        if (!(shape.get() instanceof Shape.Many)) node.wrong("'" + counted + "' is no list to count");
        var path = Path.of(from.shape(), counted);
        return Optional.of(
                (document, tags) -> BigDecimal.valueOf(path.items(document).size()));
    }
}

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
            "to", "write", "fallback", "codes", "implied", "prefix", "formatIn", "otherwise", "when", "length", "max");

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
        if (key.endsWith("+")) return from(key.substring(0, key.length() - 1), node, from);
        if (key.contains("/")) return pair(key, node, from);
        if (key.contains("..")) return divided(key, node, from);
        return address(key, node).flatMap(at -> single(at, node, from));
    }

    /** From an element on: pairs, or the texts of a list. */
    private Optional<Field> from(String key, YamlNode node, Places.Standing from) {
        var first = address(key, node);
        if (first.isEmpty()) return Optional.empty();
        if (!node.isText()) return Optional.of(pairs(first.get(), node, from));
        if (!node.text().equals(Tree.IT)) node.wrong("'" + key + "+' needs pairs, or '" + Tree.IT + "' for each text of a list");
        return value(node, from).map(value -> new Field.Spread(first.get(), value));
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
            return Optional.of(new Field.Constant(at, node.only("const", "when").text("const"), when(node, from)));
        if (node.find("number").isPresent())
            return Optional.of(new Field.Number(at, node.only("number").text("number")));
        if (node.find("count").isPresent() || node.find("sum").isPresent())
            return total(node, from).map(sum -> new Field.Total(at, sum));
        return value(node, from).map(value -> valued(at, value, node));
    }

    private static Field valued(Address at, Value value, YamlNode node) {
        var qualifier = node.find("formatIn").flatMap(in -> address(in.text(), in));
        var field = qualifier.isPresent() ? new Field.Dated(at, qualifier.get(), value) : new Field.Single(at, value);
        if (node.find("fallback").isPresent()) return new Field.Fallback(field, value);
        return node.find("write").isPresent() ? new Field.Repeated(field) : field;
    }

    /** Compiles {@code when: consumer}, {@code when: status=SENT}, or a list of which each has to hold. */
    Premise when(YamlNode node, Places.Standing from) {
        var when = node.find("when");
        if (when.isEmpty()) return Premise.ALWAYS;
        var premises = new ArrayList<Premise>();
        for (var each : when.get().isList() ? when.get().items() : List.of(when.get()))
            premise(each, from).ifPresent(premises::add);
        return Premise.all(premises);
    }

    private Optional<Premise> premise(YamlNode node, Places.Standing from) {
        var wanted = !node.text().startsWith("!");
        var sides = node.text().substring(wanted ? 0 : 1).split("=", 2);
        var texts = sides.length < 2 ? List.<String>of() : List.of(sides[1].split("\\|"));
        var shape = places.shape(node, sides[0], from);
        if (shape.isEmpty()) return Optional.empty();
        for (var text : texts)
            if (!(shape.get() instanceof Leaf leaf && fits(leaf, text)))
                node.wrong("'" + text + "' is no value of '" + sides[0] + "'");
        return Optional.of(Premise.of(Path.of(from.shape(), sides[0]), wanted, texts));
    }

    /** Compiles {@code otherwise: {status: ACCEPTED}}: what a segment means where no place says it. */
    List<Field> assumed(YamlNode node, Places.Standing from) {
        var assumed = new ArrayList<Field>();
        node.entries().forEach((path, text) -> places.leaf(text, path, from, false).ifPresent(leaf -> {
            if (!text.text().equals(Value.POSITION) && !fits(leaf, text.text()))
                text.wrong("expected " + leaf.what() + " or " + Value.POSITION + ", got '" + text.text() + "'");
            else assumed.add(new Field.Assumed(Path.of(from.shape(), path), leaf, text.text()));
        }));
        return assumed;
    }

    // --- values ---

    /** Compiles {@code path} or {@code {to: path, …}}. */
    private Optional<Value> value(YamlNode node, Places.Standing from) {
        if (node.isMap()) node.only(VALUE_KEYS);
        var path = node.isMap()
                ? node.find("write")
                        .or(() -> node.find("fallback"))
                        .orElseGet(() -> node.get("to"))
                        .text()
                : node.text();
        if (path.isEmpty()) return Optional.empty();
        var leaf = places.value(node, path, from);
        return leaf.map(l -> new Value(
                Path.of(from.shape(), path),
                l,
                format(node, l),
                otherwise(node, l),
                when(node, from),
                lengths(node),
                number(node, "max")));
    }

    private Format format(YamlNode node, Leaf leaf) {
        var codes = node.find("codes");
        if (codes.isPresent()) return coded(codes.get(), leaf);
        var digits = number(node, "implied");
        var format = digits > 0 ? Format.implied(leaf, digits) : Format.of(leaf);
        return node.find("prefix")
                .map(prefix -> Format.prefixed(format, prefix.text()))
                .orElse(format);
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

    /** The sum of one place in all items, or of several. */
    private Optional<Field.Total.Sum> sum(YamlNode node, Places.Standing from) {
        var trails = new ArrayList<Trail>();
        for (var each : node.isList() ? node.items() : List.of(node))
            places.trail(each, each.text(), from).ifPresent(trails::add);
        return Optional.of((document, tags) ->
                trails.stream().map(trail -> trail.sum(document)).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private Optional<Field.Total.Sum> total(YamlNode node, Places.Standing from) {
        node.only("count", "sum");
        var sum = node.find("sum");
        if (sum.isPresent()) return sum(sum.get(), from);
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

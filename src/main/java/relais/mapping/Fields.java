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
import java.util.regex.Pattern;
import relais.edi.Standard;
import relais.yaml.Nearest;
import relais.yaml.YamlNode;

/** Compiles what stands inside a rule beside an element's number. */
final class Fields {

    private static final List<String> VALUE_KEYS = List.of(
            "to",
            "read",
            "write",
            "fallback",
            "codes",
            "implied",
            "prefix",
            "minus",
            "formatIn",
            "nothing",
            "otherwise",
            "when",
            "length",
            "max",
            "segments");

    /** The element in each address of a key; what stands behind a point is a component. */
    private static final Pattern ELEMENT = Pattern.compile("(^|/|\\.\\.)(\\d{1,2})");

    private final Standard standard;
    private final Map<String, Map<String, String>> tables;
    private final Places places;

    Fields(Standard standard, Map<String, Map<String, String>> tables, Places places) {
        this.standard = standard;
        this.tables = tables;
        this.places = places;
    }

    /**
     * Compiles {@code 3: path}, {@code 1..2: path}, {@code 6+: pairs}, {@code 3/4: a pair} or {@code 6..20 each list: {…}}; reports what it
     * is not.
     */
    Optional<Field> field(String key, YamlNode node, Places.Standing from) {
        if (key.contains(" each ")) return groups(key, node, from);
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
        if (!node.text().equals(Tree.IT))
            node.wrong("'" + key + "+' needs pairs, or '" + Tree.IT + "' for each text of a list");
        return value(node, from).map(value -> new Held.Spread(first.get(), value));
    }

    private Optional<Field> single(Address at, YamlNode node, Places.Standing from) {
        if (node.isList())
            return Optional.of(new Wrapped.FirstOf(
                    at,
                    node.items().stream()
                            .flatMap(item -> single(at, item, from).stream())
                            .toList()));
        if (node.find("only").isPresent())
            return Optional.of(
                    new Literal.Fixed(at, List.of(node.only("only").text("only").split("\\|"))));
        if (node.find("const").isPresent())
            return Optional.of(
                    new Literal.Constant(at, node.only("const", "when").text("const"), when(node, from)));
        if (node.find("number").isPresent())
            return Optional.of(new Counted.Number(at, node.only("number").text("number")));
        if (node.find("count").isPresent() || node.find("sum").isPresent())
            return total(node, from).map(sum -> new Counted.Total(at, totalled(node), sum));
        if (target(node).startsWith("^")) return outer(at, node, from);
        return value(node, from)
                .map(value -> node.isMap() && node.find("segments").isPresent()
                        ? divided(List.of(at), value, node)
                        : valued(at, value, node));
    }

    /** Compiles {@code ^path}: a value of the item or part around this one. */
    private Optional<Field> outer(Address at, YamlNode node, Places.Standing from) {
        var path = target(node);
        if (from.around().isEmpty()) node.wrong("there is nothing around this for '" + path + "'");
        return from.around()
                .flatMap(around -> value(node, path.substring(1), around, Premise.ALWAYS))
                .map(value -> new Wrapped.Outer(valued(at, value, node), path(node, "when", from)));
    }

    private static Field valued(Address at, Value value, YamlNode node) {
        var qualifier = node.find("formatIn").flatMap(in -> address(in.text(), in));
        var minus = node.find("minus").flatMap(in -> minus(in, value));
        var single = minus.<Field>map(condition -> new Held.Signed(at, condition, value))
                .orElseGet(() -> new Held.Single(at, value));
        var one = qualifier.<Field>map(in -> new Held.Dated(at, in, value)).orElse(single);
        var field = node.find("nothing")
                .<Field>map(nothing -> new Wrapped.Filled(at, nothing.text(), one))
                .orElse(one);
        return directed(field, value, node);
    }

    private static Field directed(Field field, Value value, YamlNode node) {
        if (node.find("fallback").isPresent()) return new Wrapped.Fallback(field, value);
        if (node.find("write").isPresent()) return new Wrapped.Repeated(field);
        return node.find("read").isPresent() ? new Wrapped.Noted(field) : field;
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
        node.entries()
                .forEach((path, text) -> places.leaf(text, path, from, false).ifPresent(leaf -> {
                    if (!text.text().equals(Value.POSITION) && !fits(leaf, text.text()))
                        text.wrong("expected " + leaf.what() + " or " + Value.POSITION + ", got '" + text.text() + "'");
                    else assumed.add(new Literal.Assumed(Path.of(from.shape(), path), leaf, text.text()));
                }));
        return assumed;
    }

    // --- values ---

    /** Compiles {@code path} or {@code {to: path, …}}; {@code write} and {@code read} in the place of {@code to} are one way only. */
    private Optional<Value> value(YamlNode node, Places.Standing from) {
        return value(node, target(node), from, when(node, from));
    }

    private static String target(YamlNode node) {
        if (!node.isMap()) return node.text();
        return node.find("write")
                .or(() -> node.find("read"))
                .or(() -> node.find("fallback"))
                .orElseGet(() -> node.get("to"))
                .text();
    }

    private Optional<Value> value(YamlNode node, String path, Places.Standing from, Premise when) {
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
        if (codes.isPresent()) return coded(codes.get(), leaf, tables);
        var digits = number(node, "implied");
        var format = digits > 0 ? Format.implied(leaf, digits) : Format.of(leaf);
        return node.find("prefix")
                .map(prefix -> Format.prefixed(format, prefix.text()))
                .orElse(format);
    }

    /** Compiles {@code codes: unit} or {@code codes: {EA: EA}}. */
    static Format coded(YamlNode node, Leaf leaf, Map<String, Map<String, String>> tables) {
        if (node.isMap()) return coded(leaf, table(node));
        var table = tables.get(node.text());
        if (table == null)
            node.wrong("unknown code table '" + node.text() + "'" + Nearest.hint(node.text(), tables.keySet()));
        for (var value : table == null ? List.<String>of() : table.values())
            if (!value.isEmpty() && !fits(leaf, value))
                node.wrong("'" + value + "' in table " + node.text() + " is not " + leaf.what());
        return Format.coded(leaf, "a code of table " + node.text(), table == null ? Map.of() : table);
    }

    private static Format coded(Leaf leaf, Map<String, String> table) {
        var codes = table.keySet().stream().filter(code -> !code.isEmpty()).toList();
        return Format.coded(leaf, "one of " + String.join(", ", codes), table);
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

    /** What it means when nothing stands there; reports what is no value. */
    static String otherwise(YamlNode node, Leaf leaf) {
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

    static int number(YamlNode node, String key) {
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
        return Optional.of(divided(List.copyOf(at), value.get(), node));
    }

    private static Field divided(List<Address> at, Value whole, YamlNode node) {
        var unlimited = new Value(
                whole.path(), whole.leaf(), whole.format(), whole.otherwise(), whole.when(), whole.lengths(), 0);
        var segments = Math.max(1, number(node, "segments"));
        return directed(new Held.Divided(at, number(node, "max"), segments, unlimited), unlimited, node);
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
            if (spec.find("read").isPresent()) return;
            choices.computeIfAbsent(value.path(), path -> new ArrayList<>())
                    .add(new Pairs.Choice(qualifiers.split("\\|")[0], value));
        }));
        return new Pairs(List.copyOf(at), Map.copyOf(byQualifier), List.copyOf(choices.values()));
    }

    /** Compiles {@code 6..20 each states: {1: …, 2: …}}; a group is as long as its last element says. */
    private Optional<Field> groups(String key, YamlNode node, Places.Standing from) {
        var words = key.split(" each ", 2);
        var ends = words[0].split("\\.\\.");
        var first = address(ends[0], node);
        var last = address(ends[ends.length - 1], node);
        var path = words[1].strip();
        var items = places.standing(node, new RuleKey("", List.of(), "each", path, "", false), from);
        if (first.isEmpty() || last.isEmpty() || items.isEmpty()) return Optional.empty();
        var size = new int[] {1};
        node.entries().forEach((name, value) -> size[0] = Math.max(size[0], lastElement(name)));
        var groups = new ArrayList<List<Field>>();
        for (var at = first.get().element(); at + size[0] - 1 <= last.get().element(); at += size[0])
            groups.add(group(node, at - 1, items.get()));
        return Optional.of(new Groups(
                List.copyOf(groups), Path.of(from.shape(), path), items.get().shape()));
    }

    private List<Field> group(YamlNode node, int before, Places.Standing item) {
        var fields = new ArrayList<Field>();
        node.entries()
                .forEach((key, value) -> field(moved(key, before), value, item).ifPresent(fields::add));
        return List.copyOf(fields);
    }

    /** The same key with its elements counted from further on: {@code 1/2} becomes {@code 7/8}. */
    private static String moved(String key, int before) {
        return ELEMENT.matcher(key).replaceAll(found -> found.group(1) + (Integer.parseInt(found.group(2)) + before));
    }

    private static int lastElement(String key) {
        return ELEMENT.matcher(key)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(2)))
                .max()
                .orElse(1);
    }

    // --- totals ---

    /** The sum of one place in all items, or of several. */
    private Optional<Counted.Total.Sum> sum(YamlNode node, Places.Standing from) {
        var trails = new ArrayList<Trail>();
        for (var each : node.isList() ? node.items() : List.of(node))
            places.trail(each, each.text(), from).ifPresent(trails::add);
        return Optional.of((document, tags) ->
                trails.stream().map(trail -> trail.sum(document)).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static List<String> texts(YamlNode node) {
        return node.isList() ? node.items().stream().map(YamlNode::text).toList() : List.of(node.text());
    }

    private static String totalled(YamlNode node) {
        return node.find("sum")
                .map(sum -> "the sum of " + String.join(" and ", texts(sum)))
                .orElseGet(() -> "how many " + node.text("count", ""));
    }

    private Optional<Counted.Total.Sum> total(YamlNode node, Places.Standing from) {
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

package relais.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import relais.document.DocumentType;
import relais.edi.Standard;
import relais.yaml.YamlFile;
import relais.yaml.YamlNode;

/** Makes rules of a {@code mapping.yaml}; everything wrong in it is reported to the file. */
final class Compiler {

    private static final Map<String, Standard> STANDARDS = Map.of("X12", Standard.X12, "EDIFACT", Standard.EDIFACT);

    private final Places places;
    private final Fields fields;

    private Compiler(Places places, Fields fields) {
        this.places = places;
        this.fields = fields;
    }

    /**
     * Compiles one file.
     *
     * @param inherited the code tables of the folders above
     * @return empty when it does not even say what it maps
     */
    static Optional<Mapping> compile(String id, YamlFile file, Map<String, Map<String, String>> inherited) {
        var root = file.root()
                .only(
                        "standard",
                        "transactionSet",
                        "versions",
                        "document",
                        "as",
                        "codes",
                        "segments",
                        "otherwise",
                        "notCarried");
        var standard = root.get("standard").oneOf(STANDARDS);
        var document = document(root);
        var set = root.text("transactionSet");
        var versions = root.items("versions").stream().map(YamlNode::text).toList();
        if (standard.isEmpty() || document.isEmpty()) return Optional.empty();
        var tables = new LinkedHashMap<>(inherited);
        root.find("codes").ifPresent(codes -> tables.putAll(tables(codes)));
        var view = root.find("as")
                .flatMap(as -> as.oneOf(View.turned(document.get())))
                .orElseGet(() -> View.of(document.get()));
        var places = new Places(view.tree());
        var compiler = new Compiler(places, new Fields(standard.get(), tables, places));
        var rules = new ArrayList<Rule>();
        for (var item : root.get("segments").items())
            item.entries().forEach((key, body) -> compiler.rule(key, body, places.top())
                    .ifPresent(rules::add));
        var remainders = root.find("otherwise")
                .map(otherwise -> compiler.remainders(otherwise, places.top()))
                .orElse(List.of());
        var notCarried = places.notCarried(root);
        return Optional.of(new Mapping(
                id, standard.get(), set, versions, document.get(), view, new Rules(rules), remainders, notCarried));
    }

    /** The kind of document a file says it maps; reports a kind there is not. */
    static Optional<DocumentType> document(YamlNode root) {
        var titles = new LinkedHashMap<String, DocumentType>();
        for (var type : DocumentType.values()) titles.put(type.title(), type);
        return root.get("document").oneOf(titles);
    }

    /** Code tables by their names. */
    static Map<String, Map<String, String>> tables(YamlNode codes) {
        var tables = new LinkedHashMap<String, Map<String, String>>();
        codes.entries().forEach((name, table) -> tables.put(name, Fields.table(table)));
        return tables;
    }

    /** A rule that an overlay adds, and the paths it names from the document on. */
    record Added(Optional<Rule> rule, Set<String> named) {}

    static Added rule(
            Standard standard, Map<String, Map<String, String>> tables, String key, YamlNode body, Places.Standing at) {
        var places = new Places(at.shape());
        var rule = new Compiler(places, new Fields(standard, tables, places)).rule(key, body, at);
        return new Added(rule, places.named());
    }

    private Optional<Rule> rule(String text, YamlNode body, Places.Standing from) {
        try {
            return rule(RuleKey.of(text), body, from);
        } catch (IllegalArgumentException e) {
            body.wrong(e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Rule> rule(RuleKey key, YamlNode body, Places.Standing from) {
        if (key.kind().isEmpty()) {
            var same = new Rule.Scope(Rule.Scope.Kind.SAME, Path.HERE, from.shape(), Optional.empty());
            return Optional.of(rule(key, body, from, same));
        }
        var kind = key.kind().equals("each") ? Rule.Scope.Kind.EACH : Rule.Scope.Kind.PART;
        return places.standing(body, key, from).map(at -> {
            var scope = new Rule.Scope(kind, Path.of(from.shape(), key.path()), at.shape(), selection(key, body, at));
            return rule(key, body, at, scope);
        });
    }

    /** Compiles {@code name=colour|size}, {@code !name=colour} or {@code issuedOn}. */
    private Optional<Selection> selection(RuleKey key, YamlNode body, Places.Standing at) {
        if (key.selection().isEmpty()) return Optional.empty();
        var wanted = !key.selection().startsWith("!");
        var sides = key.selection().substring(wanted ? 0 : 1).split("=", 2);
        var texts = sides.length < 2 ? List.<String>of() : List.of(sides[1].split("\\|"));
        return places.leaf(body, sides[0], at, wanted && !texts.isEmpty()).map(leaf -> {
            for (var text : texts) if (!Fields.fits(leaf, text)) body.wrong("'" + text + "' is not " + leaf.what());
            return new Selection(Path.of(at.shape(), sides[0]), leaf, wanted, texts);
        });
    }

    private Rule rule(RuleKey key, YamlNode body, Places.Standing at, Rule.Scope scope) {
        var own = new ArrayList<Field>();
        var inside = new ArrayList<Rule>();
        var remainders = new ArrayList<Remainder>();
        body.entries().forEach((name, value) -> {
            if (RuleKey.is(name)) rule(name, value, at).ifPresent(inside::add);
            else if (name.equals("otherwise") && scope.kind() == Rule.Scope.Kind.EACH)
                remainders.addAll(remainders(value, at));
            else if (name.equals("otherwise")) own.addAll(fields.assumed(value, at));
            else if (!name.equals("when")) fields.field(name, value, at).ifPresent(own::add);
        });
        var rules = new Rules(inside);
        var carries = rules.carry() || own.stream().anyMatch(Field::carries);
        var when = key.received() ? Premise.NEVER : fields.when(body, at);
        return new Rule(
                key.name(),
                key.tag(),
                key.conditions(),
                Rule.Use.FREE,
                scope,
                List.copyOf(own),
                rules,
                remainders,
                carries,
                when);
    }

    /** Compiles {@code {number: controlNumber, issuedOn: periodTo, action: ADDED}}. */
    private List<Remainder> remainders(YamlNode node, Places.Standing at) {
        var remainders = new ArrayList<Remainder>();
        node.entries().forEach((path, value) -> places.value(value, path, at)
                .flatMap(leaf -> remainder(path, leaf, value, at))
                .ifPresent(remainders::add));
        return remainders;
    }

    private Optional<Remainder> remainder(String path, Leaf leaf, YamlNode value, Places.Standing at) {
        var text = value.text();
        var to = Path.of(at.shape(), path);
        var isDay = text.equals(Remainder.SENT_ON) && leaf.type() == LocalDate.class;
        if (isDay || text.equals(Value.POSITION) || Fields.fits(leaf, text))
            return Optional.of(new Remainder(to, leaf, text, Optional.empty()));
        return places.leaf(value, text, at, false)
                .map(other -> new Remainder(to, leaf, "", Optional.of(Path.of(at.shape(), text))));
    }
}

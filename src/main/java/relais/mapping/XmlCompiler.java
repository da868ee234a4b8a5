package relais.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relais.yaml.Nearest;
import relais.yaml.YamlFile;
import relais.yaml.YamlNode;

/** Makes the rules of an XML format of a {@code mapping.yaml}; everything wrong in it is reported to the file. */
final class XmlCompiler {

    private static final String ELSEWHERE = "elsewhere: ";

    private final Map<String, String> namespaces;
    private final Places places;
    private final XmlSpecs specs;

    private XmlCompiler(Map<String, String> namespaces, Places places, XmlSpecs specs) {
        this.namespaces = namespaces;
        this.places = places;
        this.specs = specs;
    }

    /**
     * Compiles one file.
     *
     * @param inherited the code tables of the folders above
     * @return empty when it does not even say what it maps
     */
    static Optional<XmlMapping> compile(String id, YamlFile file, Map<String, Map<String, String>> inherited) {
        var root = file.root().only("xml", "namespaces", "document", "codes", "elements", "notCarried");
        var document = Compiler.document(root);
        if (document.isEmpty()) return Optional.empty();
        var namespaces = new LinkedHashMap<String, String>();
        root.find("namespaces").ifPresent(node -> node.entries().forEach((k, v) -> namespaces.put(k, v.text())));
        var tables = new LinkedHashMap<>(inherited);
        root.find("codes").ifPresent(codes -> tables.putAll(Compiler.tables(codes)));
        var tree = Tree.of(document.get().type());
        var places = new Places(tree);
        var compiler = new XmlCompiler(namespaces, places, new XmlSpecs(tree, tables, places));
        compiler.checkName(root.text("xml"), root.get("xml"));
        var content = compiler.content(root.get("elements"), places.top());
        if (!content.fields.isEmpty()) root.get("elements").wrong("the root element has no value of its own");
        var notCarried = places.notCarried(root);
        return Optional.of(new XmlMapping(id, root.text("xml"), namespaces, document.get(), content.rules, notCarried));
    }

    /** What is inside of an element. */
    private record Content(List<XmlRule.Field> fields, List<XmlRule> rules) {
        boolean carries() {
            return fields.stream().anyMatch(field -> field.spec().carries())
                    || rules.stream().anyMatch(XmlRule::carries);
        }
    }

    private Content content(YamlNode body, Places.Standing at) {
        var content = new Content(new ArrayList<>(), new ArrayList<>());
        if (body.isMap()) body.entries().forEach((key, value) -> entry(key, value, at, content));
        else for (var item : body.items()) item.entries().forEach((key, value) -> entry(key, value, at, content));
        return content;
    }

    private void entry(String text, YamlNode body, Places.Standing at, Content into) {
        try {
            var key = XmlKey.of(text);
            if (!key.steps().isEmpty() && !key.attribute().isEmpty())
                body.wrong("an attribute stands inside its element: " + String.join("/", key.steps()) + ": {'@"
                        + key.attribute() + "': …}");
            else if (key.steps().isEmpty())
                specs.spec(body, at).ifPresent(spec -> into.fields.add(new XmlRule.Field(key.attribute(), spec)));
            else rule(key, body, at).ifPresent(into.rules::add);
        } catch (IllegalArgumentException e) {
            body.wrong(e.getMessage());
        }
    }

    private Optional<XmlRule> rule(XmlKey key, YamlNode body, Places.Standing from) {
        for (var step : key.steps()) checkName(step, body);
        for (var condition : key.conditions()) condition.steps().forEach(step -> checkName(step, body));
        if (key.kind().isEmpty()) {
            var same = XmlRule.Scope.Kind.SAME;
            var scope = new XmlRule.Scope(same, Path.HERE, from.shape(), Optional.empty(), Optional.empty());
            return Optional.of(rule(key, body, from, scope));
        }
        if (key.kind().equals("repeat")) return repeated(key, body, from);
        var listed = key.kind().equals("each") || !key.filter().isEmpty();
        var place = new RuleKey("", List.of(), listed ? "each" : "in", key.path(), "", false);
        return places.standing(body, place, from).map(at -> {
            var kind = !listed
                    ? XmlRule.Scope.Kind.PART
                    : key.kind().equals("each") ? XmlRule.Scope.Kind.EACH : XmlRule.Scope.Kind.ONE;
            var path = Path.of(from.shape(), key.path());
            return rule(
                    key, body, at, new XmlRule.Scope(kind, path, at.shape(), filter(key, body, at), Optional.empty()));
        });
    }

    /** What is written again is mapped by the rule that it is read by, so no path is named here. */
    private Optional<XmlRule> repeated(XmlKey key, YamlNode body, Places.Standing from) {
        var trail = places.trail(body, key.path(), from);
        var shape = trail.flatMap(Trail::shape);
        if (trail.isPresent() && shape.isEmpty()) body.wrong("'" + key.path() + "' is no list to repeat");
        var kind = XmlRule.Scope.Kind.REPEATED;
        return shape.map(tree -> rule(
                key,
                body,
                new Places.Standing(tree, ELSEWHERE, Optional.empty()),
                new XmlRule.Scope(kind, Path.HERE, tree, Optional.empty(), trail)));
    }

    /** An item that a filter lets pass is read as the first of the values that it names. */
    private Optional<XmlRule.Filter> filter(XmlKey key, YamlNode body, Places.Standing at) {
        if (key.filter().isEmpty()) return Optional.empty();
        var equals = key.filter().indexOf('=');
        var leaf = places.value(body, key.filter().substring(0, equals), at);
        var where = specs.where(body, key.filter(), at);
        if (leaf.isEmpty()
                || where.isEmpty()
                || !Fields.fits(leaf.get(), where.get().values().get(0))) return Optional.empty();
        return Optional.of(new XmlRule.Filter(
                where.get(), leaf.get().read(where.get().values().get(0))));
    }

    private XmlRule rule(XmlKey key, YamlNode body, Places.Standing at, XmlRule.Scope scope) {
        var content = new Content(new ArrayList<>(), new ArrayList<>());
        if (XmlSpecs.isSpec(body)) value(body, at, content);
        else content = content(body, at);
        return new XmlRule(
                key.steps(),
                key.conditions(),
                scope,
                List.copyOf(content.fields),
                List.copyOf(content.rules),
                content.carries(),
                key.always());
    }

    private void value(YamlNode body, Places.Standing at, Content into) {
        specs.spec(body, at).ifPresent(spec -> into.fields.add(new XmlRule.Field("", spec)));
        if (body.isMap())
            body.entries().forEach((key, value) -> {
                if (key.startsWith("@")) entry(key, value, at, into);
            });
    }

    /** Reports a prefix that no namespace has. */
    private void checkName(String name, YamlNode at) {
        var colon = name.indexOf(':');
        var prefix = colon < 0 ? "" : name.substring(0, colon);
        if (!prefix.isEmpty() && !namespaces.containsKey(prefix))
            at.wrong("unknown prefix in '" + name + "'" + Nearest.hint(prefix, namespaces.keySet()));
    }
}

package relais.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import relais.yaml.Nearest;
import relais.yaml.YamlNode;

/** What a partner's companion guide changes in a mapping; everything wrong in it is reported to the file. */
final class Overlay {

    private static final List<String> VERBS = List.of("add", "forbid", "require", "codes", "qualifier", "constant");
    private static final Map<String, List<String>> MORE_KEYS = Map.of(
            "add", List.of("after", "elements"),
            "codes", List.of("only"),
            "qualifier", List.of("is"),
            "constant", List.of("is"));

    private final Mapping base;
    private final Map<String, Map<String, String>> tables;
    private Rules rules;
    private final List<String> added = new ArrayList<>();

    private Overlay(Mapping base, Map<String, Map<String, String>> tables) {
        this.base = base;
        this.tables = tables;
        this.rules = base.rules();
    }

    /** The base with the changes that stand under {@code changes}. */
    static Mapping apply(String id, YamlNode node, Mapping base, Map<String, Map<String, String>> tables) {
        var overlay = new Overlay(base, tables);
        for (var change : node.items("changes")) overlay.change(change);
        return base.changed(id, overlay.rules, overlay.added);
    }

    private void change(YamlNode node) {
        var verb = VERBS.stream().filter(v -> node.find(v).isPresent()).findFirst();
        if (verb.isEmpty()) {
            node.wrong("expected one of " + String.join(", ", VERBS));
            return;
        }
        var keys = new ArrayList<>(MORE_KEYS.getOrDefault(verb.get(), List.of()));
        keys.add(verb.get());
        node.only(keys);
        change(verb.get(), node.get(verb.get()), node);
    }

    private void change(String verb, YamlNode place, YamlNode node) {
        var at = ChangePlace.of(place.text());
        switch (verb) {
            case "add" -> add(at, place, node);
            case "forbid" -> forbid(at, place);
            case "require" -> require(at, place);
            case "codes" -> check(at, place, new LinkedHashMap<>(texts(node.get("only"))).keySet());
            case "qualifier" -> qualifier(at, place, List.of(node.text("is").split("\\|")));
            default -> constant(at, place, node.text("is"));
        }
    }

    private static Map<String, String> texts(YamlNode list) {
        var texts = new LinkedHashMap<String, String>();
        for (var item : list.items()) texts.put(item.text(), item.text());
        return texts;
    }

    private void forbid(ChangePlace at, YamlNode place) {
        if (at.element().isPresent())
            change(at, place, rule -> rule.with(new Checked.Absent(at.element().get())));
        else if (Hierarchy.of(at.tag()).isPresent()) place.wrong("levels of a hierarchy cannot be forbidden");
        else change(at, place, rule -> rule.used(Rule.Use.FORBIDDEN));
    }

    private void require(ChangePlace at, YamlNode place) {
        if (at.element().isPresent())
            change(at, place, rule -> rule.with(new Checked.Present(at.element().get())));
        else change(at, place, rule -> rule.used(Rule.Use.REQUIRED));
    }

    private void check(ChangePlace at, YamlNode place, Set<String> texts) {
        element(at, place)
                .ifPresent(element -> change(at, place, rule -> rule.with(new Checked.OneOf(element, texts))));
    }

    private void constant(ChangePlace at, YamlNode place, String text) {
        element(at, place)
                .ifPresent(element -> change(
                        at, place, rule -> rule.instead(element, new Literal.Constant(element, text, Premise.ALWAYS))));
    }

    private static Optional<Address> element(ChangePlace at, YamlNode place) {
        if (at.element().isEmpty()) place.wrong("name an element: " + place.text() + "/3");
        return at.element();
    }

    private void qualifier(ChangePlace at, YamlNode place, List<String> texts) {
        change(at, place, rule -> {
            if (rule.conditions().stream()
                    .allMatch(condition -> condition.texts().isEmpty()))
                place.wrong(rule.name() + " has no qualifier to change");
            return rule.qualifiedBy(texts);
        });
    }

    // --- adding ---

    private void add(ChangePlace at, YamlNode place, YamlNode node) {
        var into = at.parent();
        var after = node.text("after", "");
        if (into.isEmpty()) {
            rules = added(rules, standing(List.of()), at, place, node, after);
            return;
        }
        change(
                into.get(),
                place,
                rule -> rule.holding(added(rule.inside(), standing(into.get().rules()), at, place, node, after)));
    }

    private Rules added(
            Rules level, Places.Standing standing, ChangePlace at, YamlNode place, YamlNode node, String after) {
        var compiled = Compiler.rule(base.standard(), tables, at.last(), node.get("elements"), standing);
        added.addAll(compiled.named());
        var behind = after.isEmpty() ? Optional.<Rule>empty() : find(level, after);
        if (!after.isEmpty() && behind.isEmpty()) missing(level, after, place);
        return compiled.rule().map(rule -> level.with(rule, behind)).orElse(level);
    }

    /** Where the rules inside of a rule stand in the document. */
    private Places.Standing standing(List<String> path) {
        var standing = new Places.Standing(base.tree(), "", Optional.empty());
        var level = rules;
        for (var name : path) {
            var rule = find(level, name);
            if (rule.isEmpty()) return standing;
            standing = rule.get().standing(standing);
            level = rule.get().inside();
        }
        return standing;
    }

    // --- finding the place ---

    private void change(ChangePlace at, YamlNode place, UnaryOperator<Rule> how) {
        rules = changed(rules, at.rules(), place, how);
    }

    private static Rules changed(Rules level, List<String> path, YamlNode place, UnaryOperator<Rule> how) {
        var found = find(level, path.get(0));
        if (found.isEmpty()) {
            missing(level, path.get(0), place);
            return level;
        }
        var rest = path.subList(1, path.size());
        var rule = found.get();
        return level.replacing(
                rule, rest.isEmpty() ? how.apply(rule) : rule.holding(changed(rule.inside(), rest, place, how)));
    }

    /** The rule of that name, or the only one of that tag. */
    private static Optional<Rule> find(Rules level, String name) {
        var exact =
                level.list().stream().filter(rule -> rule.name().equals(name)).findFirst();
        var ofTag =
                level.list().stream().filter(rule -> rule.tag().equals(name)).toList();
        return exact.or(() -> ofTag.size() == 1 ? Optional.of(ofTag.get(0)) : Optional.empty());
    }

    private static void missing(Rules level, String name, YamlNode place) {
        var names = level.list().stream().map(Rule::name).toList();
        place.wrong("there is no rule '" + name + "' here" + Nearest.hint(name, names));
    }
}

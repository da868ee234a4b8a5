package relais.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import relais.yaml.Nearest;
import relais.yaml.YamlNode;

/** The places of one kind of document that a mapping may name, and those that it has named. */
final class Places {

    private final Tree document;
    private final Set<String> named = new HashSet<>();

    Places(Tree document) {
        this.document = document;
    }

    /**
     * Where a rule stands.
     *
     * @param prefix the path from the document to here, ending with a point; empty for the document itself
     * @param around where the rule stands that this one is inside of; empty for the document itself
     */
    record Standing(Tree shape, String prefix, Optional<Standing> around) {}

    /** The paths of values that were named so far. */
    Set<String> named() {
        return named;
    }

    Standing top() {
        return new Standing(document, "", Optional.empty());
    }

    /** The value that a path leads to from here; reports a path that leads nowhere, with the nearest that leads somewhere. */
    Optional<Leaf> value(YamlNode node, String path, Standing from) {
        return leaf(node, path, from, true);
    }

    /** The same, which counts as mapped only when it is said there. */
    Optional<Leaf> leaf(YamlNode node, String path, Standing from, boolean mapped) {
        var found = shape(node, path, from);
        if (found.isEmpty()) return Optional.empty();
        if (found.get() instanceof Leaf leaf) {
            if (mapped)
                named.add(
                        path.equals(Tree.IT) ? from.prefix.substring(0, from.prefix.length() - 1) : from.prefix + path);
            return Optional.of(leaf);
        }
        node.wrong("'" + path + "' is no single value" + Nearest.hint(path, leaves(from.shape, "", false)));
        return Optional.empty();
    }

    /** The part ({@code in}) or the items ({@code each}) that a path leads to. */
    Optional<Standing> standing(YamlNode node, RuleKey key, Standing from) {
        var found = shape(node, key.path(), from);
        if (found.isEmpty()) return Optional.empty();
        var shape = key.kind().equals("each") ? item(found.get()) : part(found.get());
        if (shape.isEmpty())
            node.wrong("'" + key.path() + "' is " + (key.kind().equals("each") ? "no list" : "no part of the document")
                    + " to stand " + key.kind());
        return shape.map(tree -> new Standing(tree, from.prefix + key.path() + ".", Optional.of(from)));
    }

    private static Optional<Tree> part(Shape shape) {
        return shape instanceof Tree tree ? Optional.of(tree) : Optional.empty();
    }

    private static Optional<Tree> item(Shape shape) {
        if (!(shape instanceof Shape.Many many)) return Optional.empty();
        return many.item() instanceof Leaf leaf ? Optional.of(Tree.around(leaf)) : part(many.item());
    }

    /** What a path leads to, Optionals seen through. */
    Optional<Shape> shape(YamlNode node, String path, Standing from) {
        Shape shape = from.shape;
        for (var name : path.split("\\.")) {
            var members = shape instanceof Tree tree ? tree.byName() : Map.<String, Member>of();
            if (!members.containsKey(name)) {
                node.wrong("unknown path '" + path + "'" + Nearest.hint(path, leaves(from.shape, "", false)));
                return Optional.empty();
            }
            shape = members.get(name).shape();
            if (shape instanceof Shape.Maybe maybe) shape = maybe.inner();
        }
        return Optional.of(shape);
    }

    /** The places that a path through lists leads to; reports a path that leads nowhere. */
    Optional<Trail> trail(YamlNode node, String path, Standing from) {
        try {
            return Optional.of(Trail.of(from.shape, path));
        } catch (IllegalArgumentException e) {
            node.wrong("unknown path '" + path + "'" + Nearest.hint(path, leaves(from.shape, "", true)));
            return Optional.empty();
        }
    }

    /** Reports every value of the document that is neither named nor listed as not carried, and the other way round. */
    List<Trail> notCarried(YamlNode root) {
        var all = leaves(document, "", true);
        var carriedNot = new ArrayList<Trail>();
        var listed = new HashSet<String>();
        for (var node : root.items("notCarried")) {
            var path = node.text();
            var covered = all.stream()
                    .filter(p -> p.equals(path) || p.startsWith(path + "."))
                    .toList();
            if (covered.isEmpty()) node.wrong("unknown path '" + path + "'" + Nearest.hint(path, all));
            if (covered.stream().anyMatch(named::contains))
                node.wrong("'" + path + "' is mapped above, so it is carried");
            listed.addAll(covered);
            if (!covered.isEmpty()) carriedNot.add(Trail.of(document, path));
        }
        for (var path : all)
            if (!named.contains(path) && !listed.contains(path) && !isOfNoSegment(path))
                root.wrong("'" + path + "' is neither mapped nor listed under notCarried");
        return List.copyOf(carriedNot);
    }

    /** What no mapping has to speak of: it is given from outside, or is what mappings did not speak of. */
    private static boolean isOfNoSegment(String path) {
        return path.equals("partner") || path.startsWith(Draft.CARRIED + ".");
    }

    private static List<String> leaves(Shape shape, String prefix, boolean intoLists) {
        if (shape instanceof Shape.Maybe maybe) return leaves(maybe.inner(), prefix, intoLists);
        if (shape instanceof Shape.Many many) return intoLists ? leaves(many.item(), prefix, true) : List.of();
        if (!(shape instanceof Tree tree)) return List.of(prefix);
        var leaves = new ArrayList<String>();
        for (var member : tree.members())
            leaves.addAll(
                    leaves(member.shape(), prefix.isEmpty() ? member.name() : prefix + "." + member.name(), intoLists));
        return leaves;
    }
}

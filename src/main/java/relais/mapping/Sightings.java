package relais.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import relais.edi.Loop;
import relais.edi.Node;
import relais.edi.Segment;
import relais.edi.TransactionSet;

/** Which rule of a mapping speaks of which segment of a sample, and which segments none speaks of. */
final class Sightings {

    private final List<Sighting> seen = new ArrayList<>();
    private final List<Stray> strays = new ArrayList<>();

    /**
     * A segment that a rule speaks of.
     *
     * @param place how an overlay names the rule: {@code PO1/PID}
     * @param named whether it can: of two rules of one name the second has to be done without
     * @param prefix the path of the document that the rule's paths start from, ending with a point; empty for the document itself
     * @param around number of the sighting around it; less than zero, one for each transaction set, at the top
     */
    record Sighting(String place, boolean named, Rule rule, String prefix, Segment segment, int around) {

        Coverage coverage() {
            return new Coverage(rule);
        }
    }

    /** A segment that no rule speaks of. @param level the rules that had their chance */
    record Stray(String around, Rules level, Segment segment, int set) {}

    /** Where the walk is: below which rule, and in which transaction set. */
    private record At(String place, boolean named, String prefix, int around, int set) {}

    static Sightings of(Mapping mapping, List<TransactionSet> sets) {
        var sightings = new Sightings();
        for (var i = 0; i < sets.size(); i++)
            sightings.level(mapping.rules(), sets.get(i).root().children(), new At("", true, "", -1 - i, i));
        return sightings;
    }

    List<Sighting> all() {
        return seen;
    }

    List<Stray> strays() {
        return strays;
    }

    /** Those that an overlay can name, by their place, in the order in which the places were first seen. */
    Map<String, List<Sighting>> byPlace() {
        var byPlace = new LinkedHashMap<String, List<Sighting>>();
        for (var sighting : seen)
            if (sighting.named)
                byPlace.computeIfAbsent(sighting.place, place -> new ArrayList<>())
                        .add(sighting);
        return byPlace;
    }

    /** As reading does it: levels that no rule speaks of are looked through. */
    private void level(Rules rules, List<Node> nodes, At at) {
        for (var node : nodes) {
            var head = Hierarchy.head(node);
            if (Hierarchy.isBelow(node, head.tag(), nodes)) continue;
            var rest = Hierarchy.rest(node, head.tag(), nodes);
            var rule = rules.of(head, rest);
            if (rule.isPresent()) take(rules, rule.get(), head, rest, at);
            else if (Hierarchy.of(head.tag()).isPresent()) level(rules, rest, at);
            else stray(rules, node, at);
        }
    }

    private void take(Rules level, Rule rule, Segment head, List<Node> rest, At at) {
        var place = at.place.isEmpty() ? rule.name() : at.place + "/" + rule.name();
        var named = at.named && level.isFirstOfItsName(rule);
        var prefix = rule.scope().kind() == Rule.Scope.Kind.SAME
                ? at.prefix
                : at.prefix + rule.scope().path() + ".";
        seen.add(new Sighting(place, named, rule, prefix, head, at.around));
        level(rule.inside(), rest, new At(place, named, prefix, seen.size() - 1, at.set));
    }

    private void stray(Rules level, Node node, At at) {
        if (node instanceof Segment segment) strays.add(new Stray(at.place, level, segment, at.set));
        else for (var inside : ((Loop) node).children()) stray(level, inside, at);
    }
}

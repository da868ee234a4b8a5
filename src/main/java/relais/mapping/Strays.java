package relais.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import relais.edi.Segment;
import relais.mapping.Sightings.Stray;

/** Segments of a sample that a mapping has no rule for, each kind with the changes that would read it. */
final class Strays {

    private static final int CANDIDATES_MAX = 3;
    private static final Pattern QUALIFIER = Pattern.compile("[A-Z0-9]{1,3}");

    private final Map<String, List<Stray>> kinds = new LinkedHashMap<>();
    private final Set<String> seen;
    private final int sets;
    private final ElementNames names;

    /** @param seen the places of rules that the sample does have */
    Strays(Sightings sightings, Set<String> seen, int sets, ElementNames names) {
        this.seen = seen;
        this.sets = sets;
        this.names = names;
        for (var stray : sightings.strays())
            kinds.computeIfAbsent(place(stray), kind -> new ArrayList<>()).add(stray);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        kinds.forEach((place, strays) -> {
            lines.add(place + ", " + count(strays)
                    + names.of(strays.get(0).segment().tag()));
            for (var candidate : candidates(strays.get(0))) lines.add("- " + renamed(candidate, strays.get(0)));
            lines.add("- " + added(place, strays));
        });
        return lines;
    }

    private String count(List<Stray> strays) {
        var in = new HashSet<Integer>();
        for (var stray : strays) in.add(stray.set());
        return times(strays.size()) + " in " + in.size() + " of " + sets;
    }

    static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    /** {@code PO1/REF[1=IA]}: without the qualifier where the first value is none. */
    private static String place(Stray stray) {
        var qualifier = qualifier(stray.segment());
        var name = stray.segment().tag()
                + (qualifier.isEmpty() ? "" : "[" + first(stray.segment()) + "=" + qualifier + "]");
        return stray.around().isEmpty() ? name : stray.around() + "/" + name;
    }

    private static String qualifier(Segment segment) {
        var text = segment.element(1);
        return QUALIFIER.matcher(text).matches() ? text : "";
    }

    private static Address first(Segment segment) {
        return new Address(1, segment.components(1, 1) > 1 ? 1 : 0);
    }

    /** The rules of the tag that the sample does not have, if they are few: one of them may be the same under another qualifier. */
    private List<String> candidates(Stray stray) {
        if (qualifier(stray.segment()).isEmpty()) return List.of();
        var around = stray.around().isEmpty() ? "" : stray.around() + "/";
        var candidates = stray.level().list().stream()
                .filter(rule -> rule.tag().equals(stray.segment().tag()) && !rule.isOnlyRead())
                .filter(rule -> !new Coverage(rule).isField(first(stray.segment())))
                .filter(rule -> rule.conditions().stream()
                        .anyMatch(condition -> !condition.texts().isEmpty()
                                && condition.at().equals(Optional.of(first(stray.segment())))))
                .map(rule -> around + rule.name())
                .filter(place -> !seen.contains(place))
                .toList();
        return candidates.size() > CANDIDATES_MAX ? List.of() : candidates;
    }

    private static String renamed(String place, Stray stray) {
        return Proposals.change("qualifier", place, "is", Proposals.quoted(qualifier(stray.segment())));
    }

    private static String added(String place, List<Stray> strays) {
        var segment = strays.get(0).segment();
        var isQualified = !qualifier(segment).isEmpty();
        var elements = Coverage.filled(segment)
                .filter(at -> !isQualified || !at.equals(first(segment)))
                .map(at -> at + ": PATH")
                .collect(Collectors.joining(", "));
        return Proposals.change("add", place, "elements", "{" + elements + "}");
    }
}

package relais.mapping;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import relais.document.Carried;

/** The segments that no rule speaks of, handed out while a writing goes from level to level. */
final class Leftovers {

    private final List<Carried> all;
    private final Deque<Level> around = new ArrayDeque<>();
    private Level here;

    /**
     * A level that is being written.
     *
     * @param name as {@link Levels} has it
     * @param isAbove whether there are leftovers of levels below it
     * @param behind its own, by the rule that they stand behind
     */
    private record Level(String name, boolean isAbove, Map<String, List<String>> behind) {
        static final Level NOTHING = new Level("", false, Map.of());
    }

    Leftovers(List<Carried> all) {
        this.all = all;
        this.here = all.isEmpty() ? Level.NOTHING : level("");
    }

    private Level level(String name) {
        var behind = all.stream()
                .filter(segment -> segment.level().equals(name))
                .collect(Collectors.groupingBy(
                        Carried::after, Collectors.mapping(Carried::segment, Collectors.toList())));
        var isAbove = all.stream().anyMatch(segment -> segment.level().startsWith(name + Levels.STEP));
        return new Level(name, isAbove, behind);
    }

    void enter(Rule rule, int item) {
        around.push(here);
        here = here.isAbove ? level(Levels.below(here.name, rule, item)) : Level.NOTHING;
    }

    void leave() {
        here = around.pop();
    }

    /** Whether there are any of levels below the one that is open. */
    boolean areBelow() {
        return here.isAbove;
    }

    /** What stood behind a rule of the level that is open; behind no rule for an empty name. */
    List<String> behind(String rule) {
        return here.behind.isEmpty() ? List.of() : here.behind.getOrDefault(rule, List.of());
    }
}

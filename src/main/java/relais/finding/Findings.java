package relais.finding;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Findings in the order of the bytes they speak of. */
public record Findings(List<Finding> list) implements Iterable<Finding> {

    private static final Findings NONE = new Findings(List.of());

    public Findings {
        list = List.copyOf(list);
    }

    public static Findings none() {
        return NONE;
    }

    public static Findings of(Finding... findings) {
        return new Findings(List.of(findings));
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** Whether one of them is an error, so that what they speak of cannot go on. */
    public boolean hasErrors() {
        return list.stream().anyMatch(Finding::isError);
    }

    /** These, followed by the others. */
    public Findings and(Findings others) {
        if (others.isEmpty()) return this;
        var both = new ArrayList<>(list);
        both.addAll(others.list);
        return new Findings(both);
    }

    public Stream<Finding> stream() {
        return list.stream();
    }

    @Override
    public Iterator<Finding> iterator() {
        return list.iterator();
    }
}

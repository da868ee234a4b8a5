package relais.edi;

import java.util.ArrayList;
import java.util.List;

/**
 * The indented lines of an entry as a later release changes them. Each line of the change names the line to go to, further down in the same
 * loop: {@code TD5 0 *} gives it other numbers, {@code N9} alone leaves it as it is and leads into its loop, {@code - MSG} takes it out with all
 * that is in it. {@code + MTX 0 *} adds a line behind the one reached.
 */
final class ChangedLines {
    private final List<String> earlier;
    private final List<String> lines = new ArrayList<>();
    private int at;

    private ChangedLines(List<String> earlier) {
        this.earlier = earlier;
    }

    /** @throws IllegalStateException when a change names a line that is not there */
    static List<String> of(List<String> earlier, List<String> changes) {
        var changed = new ChangedLines(earlier);
        changes.forEach(changed::apply);
        while (changed.at < earlier.size()) changed.keep();
        return changed.lines;
    }

    private void apply(String change) {
        var indent = indent(change);
        var words = change.strip().split(" +", 2);
        while (deeper(indent)) keep();
        if (words[0].equals("+")) lines.add(" ".repeat(indent) + words[1]);
        else if (words[0].equals("-")) remove(indent, words[1]);
        else if (words.length == 1) find(indent, words[0]);
        else replace(indent, change, words[0]);
    }

    private void remove(int indent, String tag) {
        find(indent, tag);
        lines.remove(lines.size() - 1);
        while (deeper(indent)) at++;
    }

    private void replace(int indent, String line, String tag) {
        find(indent, tag);
        lines.set(lines.size() - 1, line);
    }

    /** Keeps what stands before the line, and the line. */
    private void find(int indent, String tag) {
        var before = lines.size();
        do {
            if (at == earlier.size() || indent(earlier.get(at)) < indent)
                throw new IllegalStateException(
                        "no " + tag + " behind " + lines.subList(Math.max(0, before - 1), before));
            keep();
        } while (!lines.get(lines.size() - 1).startsWith(tag + " ", indent));
    }

    private void keep() {
        lines.add(earlier.get(at++));
    }

    private boolean deeper(int indent) {
        return at < earlier.size() && indent(earlier.get(at)) > indent;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}

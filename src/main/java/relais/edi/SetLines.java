package relais.edi;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes places of the indented lines of a set: {@code REF 0 *}, {@code N1 0 200 loop} (in EDIFACT with the group's name, {@code loop SG2})
 * with what is in the loop indented below, {@code total CTT 1 PO1} for what the set counts itself.
 */
final class SetLines {
    private final Dictionary dictionary;
    private final List<String> lines;
    private final List<Total> totals = new ArrayList<>();
    private int at;
    private int id;

    SetLines(Dictionary dictionary, TextResource.Entry entry) {
        this.dictionary = dictionary;
        this.lines = entry.lines();
    }

    Place root() {
        var root = Place.root();
        children(root, 2);
        return root;
    }

    /** What {@link #root()} came across. */
    List<Total> totals() {
        return totals;
    }

    private void children(Place parent, int indent) {
        while (at < lines.size() && indent(lines.get(at)) >= indent) {
            var words = TextResource.split(lines.get(at++));
            if (words.get(0).equals("total")) {
                totals.add(Total.parse(words));
                continue;
            }
            var type = type(words.get(0));
            var min = Integer.parseInt(words.get(1));
            var max = words.get(2).equals("*") ? Integer.MAX_VALUE : Integer.parseInt(words.get(2));
            if (words.size() == 3) parent.segment(type, min, max, ++id);
            else {
                var name = words.size() > 4 ? words.get(4) : words.get(0);
                loop(parent.loop(name, type, min, max, ++id), indent + 2);
            }
        }
    }

    private SegmentType type(String tag) {
        var type = dictionary.segment(tag);
        if (type.isEmpty()) throw new IllegalStateException("no segment " + tag);
        return type.get();
    }

    private void loop(Place loop, int indent) {
        loop.segment(loop.type, 1, 1, ++id);
        children(loop, indent);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}

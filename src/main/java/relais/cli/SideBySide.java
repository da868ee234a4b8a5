package relais.cli;

import java.util.ArrayList;
import java.util.List;
import relais.mapping.Examples;

/** Two texts beside each other, line by line; lines that differ are marked. */
final class SideBySide {

    private static final int COLUMN = 58;
    /** Lines that agree around one that does not. */
    private static final int CONTEXT = 2;

    private SideBySide() {}

    static void print(Examples.Outcome outcome, Terminal terminal) {
        var out = terminal.out();
        out.println(terminal.red(outcome.name()));
        out.println("  " + padded("expected") + "   got");
        var skipped = false;
        for (var pair : pairs(outcome.expected(), outcome.got())) {
            if (!pair.shown) {
                if (!skipped) out.println("  ...");
                skipped = true;
                continue;
            }
            skipped = false;
            var line = "  " + padded(pair.expected) + (pair.same() ? "   " : " | ") + pair.got;
            out.println(pair.same() ? line : terminal.yellow(line));
        }
        out.println();
    }

    private static final class Pair {
        final String expected;
        final String got;
        boolean shown;

        Pair(String expected, String got) {
            this.expected = expected;
            this.got = got;
        }

        boolean same() {
            return expected.equals(got);
        }
    }

    /** Lines that both have stand beside each other (longest common subsequence); the rest beside nothing. */
    private static List<Pair> pairs(List<String> expected, List<String> got) {
        var common = new int[expected.size() + 1][got.size() + 1];
        for (var i = expected.size() - 1; i >= 0; i--)
            for (var j = got.size() - 1; j >= 0; j--)
                common[i][j] = expected.get(i).equals(got.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
        var pairs = new ArrayList<Pair>();
        var i = 0;
        var j = 0;
        while (i < expected.size() || j < got.size()) {
            var left = i < expected.size() ? expected.get(i) : "";
            var right = j < got.size() ? got.get(j) : "";
            if (i < expected.size() && j < got.size() && (left.equals(right) || common[i + 1][j + 1] == common[i][j])) {
                pairs.add(new Pair(left, right));
                i++;
                j++;
            } else if (j == got.size() || i < expected.size() && common[i + 1][j] >= common[i][j + 1]) {
                pairs.add(new Pair(left, ""));
                i++;
            } else {
                pairs.add(new Pair("", right));
                j++;
            }
        }
        show(pairs);
        return pairs;
    }

    private static void show(List<Pair> pairs) {
        for (var i = 0; i < pairs.size(); i++)
            if (!pairs.get(i).same())
                for (var near = Math.max(0, i - CONTEXT); near <= Math.min(pairs.size() - 1, i + CONTEXT); near++)
                    pairs.get(near).shown = true;
    }

    private static String padded(String text) {
        var cut = text.length() > COLUMN ? text.substring(0, COLUMN - 1) + "…" : text;
        return cut + " ".repeat(COLUMN - cut.length());
    }
}

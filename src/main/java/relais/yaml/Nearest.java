package relais.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name somebody probably meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * The known name closest to the one written: at most a third of its letters away, counting an added, a missing, a
     * wrong or two swapped letters as one each.
     */
    public static Optional<String> to(String written, Collection<String> known) {
        var limit = Math.max(1, written.length() / 3);
        return known.stream()
                .filter(name -> distance(written, name) <= limit)
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code ; did you mean 'channels'?}, or else {@code ; known are a, b, c}: made to follow "unknown key 'chanels'". */
    public static String hint(String written, Collection<String> known) {
        return to(written, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElseGet(() -> known.isEmpty() ? "" : "; known are " + String.join(", ", known));
    }

    private static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) last[j] = j;
        for (var i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var wrong = lower(a, i) == lower(b, j) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + wrong);
                if (i > 1 && j > 1 && lower(a, i) == lower(b, j - 1) && lower(a, i - 1) == lower(b, j))
                    row[j] = Math.min(row[j], before[j - 2] + 1);
            }
            before = last;
            last = row;
        }
        return last[b.length()];
    }

    private static char lower(String text, int position) {
        return Character.toLowerCase(text.charAt(position - 1));
    }
}

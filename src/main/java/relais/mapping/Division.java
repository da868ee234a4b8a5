package relais.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * Free text over several places. A part that is full is joined to the next without a space, any other with one; so a text that is
 * split here joins to itself, and a text that a partner split at words joins to words.
 */
final class Division {

    private Division() {}

    static List<String> split(String text, int charactersMax) {
        var parts = new ArrayList<String>();
        var rest = text;
        while (rest.length() > charactersMax) {
            var cut = cut(rest, charactersMax);
            parts.add(rest.substring(0, cut));
            rest = rest.substring(cut < charactersMax ? cut + 1 : cut);
        }
        if (!rest.isEmpty()) parts.add(rest);
        return parts;
    }

    /** A full part that neither ends with a space nor has one after it, or else the last space before its end. */
    private static int cut(String text, int charactersMax) {
        if (text.charAt(charactersMax - 1) != ' ' && text.charAt(charactersMax) != ' ') return charactersMax;
        var space = text.lastIndexOf(' ', charactersMax - 1);
        return space > 0 ? space : charactersMax;
    }

    /** A text that is being joined. */
    static final class Text {

        private final StringBuilder text = new StringBuilder();
        private boolean full = true;

        void add(String part, int charactersMax) {
            if (part.isEmpty()) return;
            if (!full) text.append(' ');
            text.append(part);
            full = part.length() >= charactersMax;
        }

        boolean isEmpty() {
            return text.isEmpty();
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}

package relais.flow;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The e-mail addresses in a text that nobody can read otherwise. */
final class Mentions {

    private static final int EMAILS_MAX = 1_000;

    /** As far as addresses can be told from the separators around them: in EDIFACT {@code +} is one, in X12 {@code *}. */
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{Nd}._%-]{1,64}@[\\p{L}\\p{Nd}-]{1,63}(?:\\.[\\p{L}\\p{Nd}-]{1,63}){1,8}");

    private Mentions() {}

    /** Each once, in lower case, in the order in which they come. */
    static List<String> emails(String text) {
        return EMAIL.matcher(text)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .distinct()
                .limit(EMAILS_MAX)
                .toList();
    }
}

package relais.edi;

import java.nio.charset.Charset;

/**
 * The characters that part an interchange into segments, elements, components and repetitions. Each is one byte on the wire;
 * {@code '\0'} where the interchange has none.
 *
 * @param release EDIFACT release character; the character after it is text
 * @param decimalMark what the interchange declares; EDIFACT accepts point and comma whatever it declares
 */
public record Delimiters(char element, char component, char repetition, char release, char segment, char decimalMark) {

    private static final Delimiters X12 = new Delimiters('*', '>', '\0', '\0', '~', '.');
    private static final Delimiters EDIFACT = new Delimiters('+', ':', '\0', '?', '\'', '.');

    /** What we write when a partner asks for nothing else: {@code * > ~}, without repetition. */
    public static Delimiters x12() {
        return X12;
    }

    /** What holds when no UNA says otherwise, syntax versions 1 to 3: {@code + : ? '}. */
    public static Delimiters edifact() {
        return EDIFACT;
    }

    /** The same with a repetition separator (X12 from 00402 on, EDIFACT syntax version 4). */
    public Delimiters withRepetition(char separator) {
        return new Delimiters(element, component, separator, release, segment, decimalMark);
    }

    /** The same without a release character, which X12 has not. */
    Delimiters withoutRelease() {
        return new Delimiters(element, component, repetition, '\0', segment, decimalMark);
    }

    /** Whether the repetition separator is something else already (another delimiter, a letter, a digit), so that it separates no repetitions. */
    boolean repetitionClashes() {
        return repetition != 0
                && (repetition == element
                        || repetition == component
                        || repetition == segment
                        || repetition == release
                        || Character.isLetterOrDigit(repetition));
    }

    /** Whether text in a character set can be written with all of them: each is usable, and one byte. */
    boolean canPart(Charset charset) {
        var all = "" + element + component + segment + release + repetition;
        return isUsable() && !repetitionClashes() && all.getBytes(charset).length == all.length();
    }

    /** Whether they can part text: no two are equal, and none is a letter, a digit or a blank; a release character may be absent. */
    boolean isUsable() {
        var all = new char[] {element, component, segment, release};
        for (int i = 0; i < all.length; i++) {
            if (Character.isLetterOrDigit(all[i]) || all[i] == ' ' || (all[i] == 0 && i < 3)) return false;
            for (int j = 0; j < i; j++) if (all[i] == all[j]) return false;
        }
        return true;
    }
}

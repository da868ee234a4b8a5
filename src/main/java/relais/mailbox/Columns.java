package relais.mailbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;

/** How values stand in columns. */
final class Columns {

    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private Columns() {}

    /** {@code PARTLY_ACCEPTED} as {@code partly accepted}. */
    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static <E extends Enum<E>> E value(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A control number so that equal ones are equal texts: partners add and drop leading zeros. */
    static String controlNumber(String sent) {
        var number = sent.strip();
        return DIGITS.matcher(number).matches() ? LEADING_ZEROS.matcher(number).replaceFirst("") : number;
    }
}

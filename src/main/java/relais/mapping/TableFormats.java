package relais.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import relais.finding.FindingCode;

/** How single values look in the cells of a table. */
final class TableFormats {

    static final String A_PATTERN = "a pattern that tells day, month and year, like dd.MM.yyyy";

    private static final LocalDate SAMPLE = LocalDate.of(2026, 12, 31);

    private TableFormats() {}

    /**
     * A date by a pattern of {@link DateTimeFormatter}: {@code dd.MM.yyyy}; two digits of a year are of this century.
     *
     * @throws IllegalArgumentException if the pattern does not tell one day from another
     */
    static Format date(String pattern) {
        var formatter = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        if (!SAMPLE.equals(date(formatter, formatter.format(SAMPLE)))) throw new IllegalArgumentException(pattern);
        return new Format(
                "a date like " + formatter.format(SAMPLE),
                FindingCode.DATE_INVALID,
                (text, qualifier) -> date(formatter, text),
                value -> formatter.format((LocalDate) value));
    }

    private static LocalDate date(DateTimeFormatter formatter, String text) {
        try {
            return LocalDate.parse(text, formatter);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** A decimal with this mark before the fraction and no other: 1.234 is no number where the mark is a comma. */
    static Format decimal(Leaf leaf, char mark) {
        var plain = Pattern.compile("[+-]?[0-9]+(" + Pattern.quote(String.valueOf(mark)) + "[0-9]+)?");
        return new Format(
                "a number like 1234" + mark + "5",
                FindingCode.ELEMENT_NOT_NUMERIC,
                (text, qualifier) -> {
                    if (!plain.matcher(text).matches()) throw new IllegalArgumentException(text);
                    return leaf.read(text.replace(mark, '.'));
                },
                value -> ((BigDecimal) value).toPlainString().replace('.', mark));
    }
}

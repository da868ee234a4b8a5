package relais.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import relais.finding.FindingCode;

/**
 * How one value looks in a segment.
 *
 * @param expected words for a message: "a date"
 * @param wrong what it is when a text is not that
 * @param reader the text to a value; throws IllegalArgumentException when the text is wrong
 * @param writer the value to text; throws IllegalArgumentException when the format has no text for it
 * @param codes of a code table, each with the value it stands for; empty for anything else
 * @param inexact which values are written as something else than themselves
 */
record Format(
        String expected,
        FindingCode wrong,
        Reader reader,
        Writer writer,
        Map<String, String> codes,
        Predicate<Object> inexact) {

    /** In a table of codes: every code, or value, that the table does not name. */
    static final String ANY = "*";

    Format(String expected, FindingCode wrong, Reader reader, Writer writer) {
        this(expected, wrong, reader, writer, Map.of(), value -> false);
    }

    /** @see Dates#read for the qualifier, which is empty but for dates */
    interface Reader {
        Object read(String text, String qualifier);
    }

    interface Writer {
        String write(Object value);
    }

    static Format of(Leaf leaf) {
        if (leaf.type() == LocalDate.class)
            return new Format("a date", FindingCode.DATE_INVALID, Dates::read, value -> Dates.write((LocalDate) value));
        if (leaf.type() == BigDecimal.class)
            return new Format(
                    leaf.what(),
                    FindingCode.ELEMENT_NOT_NUMERIC,
                    (text, qualifier) -> leaf.read(text.replace(',', '.')),
                    value -> ((BigDecimal) value).toPlainString());
        return new Format(leaf.what(), wrong(leaf), (text, qualifier) -> leaf.read(text), Leaf::text);
    }

    private static FindingCode wrong(Leaf leaf) {
        if (leaf.type() == int.class || leaf.type() == Integer.class) return FindingCode.ELEMENT_NOT_NUMERIC;
        return leaf.type() == String.class ? FindingCode.VALUE_INVALID : FindingCode.CODE_UNKNOWN;
    }

    /** A decimal whose last digits are the fraction, without a point: X12 type N2. */
    static Format implied(Leaf leaf, int digits) {
        return new Format(
                "a number with " + digits + " implied decimals",
                FindingCode.ELEMENT_NOT_NUMERIC,
                (text, qualifier) -> leaf.read(new BigDecimal(text)
                        .movePointLeft(digits)
                        .setScale(digits)
                        .toPlainString()),
                value -> ((BigDecimal) value)
                        .movePointRight(digits)
                        .toBigIntegerExact()
                        .toString());
    }

    /** A text before which another may stand, which is not written: an SSCC with its application identifier. */
    static Format prefixed(Format format, String prefix) {
        return new Format(
                format.expected,
                format.wrong,
                (text, qualifier) -> {
                    try {
                        return format.reader.read(text, qualifier);
                    } catch (IllegalArgumentException e) {
                        if (!text.startsWith(prefix)) throw e;
                        return format.reader.read(text.substring(prefix.length()), qualifier);
                    }
                },
                format.writer);
    }

    /**
     * A code of a table: code to canonical value, the first code of several with one value being written. A code that means
     * nothing has an empty value.
     */
    static Format coded(Leaf leaf, String expected, Map<String, String> values) {
        var codes = new HashMap<String, String>();
        values.forEach((code, value) -> {
            if (!code.equals(ANY)) codes.putIfAbsent(value, code);
        });
        var other = other(values, codes);
        return new Format(
                expected,
                FindingCode.CODE_UNKNOWN,
                (text, qualifier) -> read(leaf, known(values, text, values.get(ANY))),
                value -> known(codes, Leaf.text(value), other),
                values,
                value -> other != null && !other.isEmpty() && !codes.containsKey(Leaf.text(value)));
    }

    private static Object read(Leaf leaf, String value) {
        return value.isEmpty() ? "" : leaf.read(value);
    }

    /** The code of the values that have none of their own; null when there is no such code. */
    private static @Nullable String other(Map<String, String> values, Map<String, String> codes) {
        var other = values.get(ANY);
        return other == null || other.isEmpty() ? other : codes.get(other);
    }

    private static String known(Map<String, String> table, String key, @Nullable String otherwise) {
        var value = table.getOrDefault(key, otherwise);
        if (value == null) throw new IllegalArgumentException(key);
        return value;
    }
}

package relais.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import relais.finding.FindingCode;

/** How values look in XML: as XML Schema has them. */
final class XmlFormats {

    /** {@code xs:date} or {@code xs:dateTime}; a zone or a time after the day says nothing more of the day. */
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T[\\d:.]+)?(?:Z|[+-]\\d{2}:\\d{2})?");

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)");

    private XmlFormats() {}

    static Format of(Leaf leaf) {
        if (leaf.type() == LocalDate.class)
            return new Format("a date", FindingCode.DATE_INVALID, (text, q) -> leaf.read(day(text)), Leaf::text);
        if (leaf.type() == BigDecimal.class)
            return new Format(
                    leaf.what(),
                    FindingCode.ELEMENT_NOT_NUMERIC,
                    (text, q) -> leaf.read(matching(DECIMAL, text)),
                    Leaf::text);
        return Format.of(leaf);
    }

    private static String day(String text) {
        var date = DATE.matcher(text);
        if (!date.matches()) throw new IllegalArgumentException(text);
        return date.group(1);
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) throw new IllegalArgumentException(text);
        return text;
    }
}

package relais.edi;

import java.math.BigDecimal;
import java.util.Map;

/** Values written for machines as people write them: {@code 20260305} as 2026-03-05, {@code 1250} with two implied decimals as 12.50. */
final class Reading {
    private static final int CENTURY_TURNS_AT = 70;

    /** Formats of dates and times by their code: EDIFACT element 2379, X12 element 1250. */
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("2", "ddMMyy"),
            Map.entry("3", "MMddyy"),
            Map.entry("4", "ddMMyyyy"),
            Map.entry("101", "yyMMdd"),
            Map.entry("102", "yyyyMMdd"),
            Map.entry("201", "yyMMddHHmm"),
            Map.entry("202", "yyMMddHHmmss"),
            Map.entry("203", "yyyyMMddHHmm"),
            Map.entry("204", "yyyyMMddHHmmss"),
            Map.entry("401", "HHmm"),
            Map.entry("402", "HHmmss"),
            Map.entry("609", "yyMM"),
            Map.entry("610", "yyyyMM"),
            Map.entry("718", "yyyyMMddyyyyMMdd"),
            Map.entry("D6", "yyMMdd"),
            Map.entry("D8", "yyyyMMdd"),
            Map.entry("DB", "MMddyyyy"),
            Map.entry("DT", "yyyyMMddHHmm"),
            Map.entry("RTS", "yyyyMMddHHmmss"),
            Map.entry("RD8", "yyyyMMdd-yyyyMMdd"),
            Map.entry("CM", "yyyyMM"),
            Map.entry("TM", "HHmm"),
            Map.entry("TS", "HHmmss"));

    /** Formats of dates and times by their length. */
    private static final Map<Integer, String> DATES = Map.of(6, "yyMMdd", 8, "yyyyMMdd");

    private static final Map<Integer, String> TIMES = Map.of(4, "HHmm", 6, "HHmmss", 7, "HHmmss", 8, "HHmmss");

    private Reading() {}

    /**
     * @param format code of the date's format; empty when the type alone says how the value is written
     * @return empty when there is nothing to add, or the value is not of its type
     */
    static String of(ElementType type, String format, String value) {
        if (!format.isEmpty()) return moment(FORMATS.getOrDefault(format, ""), value);
        return switch (type.kind()) {
            case DATE -> moment(DATES.getOrDefault(value.length(), ""), value);
            case TIME -> moment(TIMES.getOrDefault(value.length(), ""), value);
            case INTEGER -> number(type, value);
            case TEXT -> service(type, value);
            default -> "";
        };
    }

    /** Dates and times of EDIFACT's envelope, which are typed as text. */
    private static String service(ElementType type, String value) {
        return switch (type.id()) {
            case "0017" -> moment(DATES.getOrDefault(value.length(), ""), value);
            case "0019" -> moment(TIMES.getOrDefault(value.length(), ""), value);
            default -> "";
        };
    }

    private static String number(ElementType type, String value) {
        if (type.decimals() == 0 || !value.matches("-?[0-9]{1,18}")) return "";
        return BigDecimal.valueOf(Long.parseLong(value), type.decimals()).toPlainString();
    }

    /** The digits put where the pattern says; two moments when the pattern says so. */
    private static String moment(String pattern, String value) {
        if (pattern.isEmpty() || value.length() < pattern.length()) return "";
        var second = pattern.indexOf("yyyy", 4);
        if (second > 0) {
            var first = pattern.substring(0, 8);
            var from = moment(first, value.substring(0, 8));
            var to = moment(first, value.substring(second));
            return from.isEmpty() || to.isEmpty() ? "" : from + " to " + to;
        }
        for (int i = 0; i < pattern.length(); i++) if (!Character.isDigit(value.charAt(i))) return "";
        var date = joined("-", year(pattern, value), part("MM", pattern, value), part("dd", pattern, value));
        var time = joined(":", part("HH", pattern, value), part("mm", pattern, value), part("ss", pattern, value));
        return joined(" ", date, time);
    }

    private static String year(String pattern, String value) {
        if (pattern.contains("yyyy")) return part("yyyy", pattern, value);
        var year = part("yy", pattern, value);
        if (year.isEmpty()) return "";
        return (Integer.parseInt(year) < CENTURY_TURNS_AT ? "20" : "19") + year;
    }

    private static String part(String field, String pattern, String value) {
        var at = pattern.indexOf(field);
        return at < 0 ? "" : value.substring(at, at + field.length());
    }

    private static String joined(String separator, String... parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            if (part.isEmpty()) continue;
            text.append(text.isEmpty() ? "" : separator).append(part);
        }
        return text.toString();
    }
}

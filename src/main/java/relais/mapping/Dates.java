package relais.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates as segments state them. */
final class Dates {

    /** Two-digit years below this are of the 21st century. */
    private static final int CENTURY_PIVOT = 70;

    private Dates() {}

    /**
     * Reads CCYYMMDD, YYMMDD, or a date with a time after it.
     *
     * @param qualifier EDIFACT 2379: 101, 102, 203 or 204; empty where the length tells
     * @return ISO 8601
     * @throws IllegalArgumentException if there is no such date, or the qualifier is another
     */
    static LocalDate read(String text, String qualifier) {
        var digits = yearDigits(text, qualifier);
        try {
            var year = number(text, 0, digits);
            if (digits == 2) year += year < CENTURY_PIVOT ? 2000 : 1900;
            return LocalDate.of(year, number(text, digits, digits + 2), number(text, digits + 2, digits + 4));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static int yearDigits(String text, String qualifier) {
        return switch (qualifier) {
            case "101" -> 2;
            case "102", "203", "204" -> 4;
            case "" -> text.length() == 6 ? 2 : 4;
            default -> throw new IllegalArgumentException(qualifier);
        };
    }

    private static int number(String text, int from, int to) {
        var number = 0;
        for (var i = from; i < to; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) throw new DateTimeException(text);
            number = 10 * number + digit;
        }
        return number;
    }

    /** CCYYMMDD. */
    static String write(LocalDate date) {
        return Integer.toString(date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
    }
}

package relais.edi;

import java.nio.charset.StandardCharsets;

/** EDIFACT composite C507: a value whose format another component names by a code (element 2379). */
final class DateTimePeriod {
    static final String COMPOSITE = "C507";

    private static final long CALENDAR_DAY = EightBytes.of("102".getBytes(StandardCharsets.US_ASCII), 0, 3);

    private DateTimePeriod() {}

    /** Whether it is a date in format 102, the usual one; what is not certain here, {@link #isWrong} judges. */
    static boolean isSurelyRight(byte[] bytes, int from, int to, int end) {
        if (to - from != EightBytes.MAX || end - to - 1 != 3) return false;
        if (EightBytes.of(bytes, to + 1, end) != CALENDAR_DAY) return false;
        var packed = EightBytes.of(bytes, from, to);
        return EightBytes.isDigits(packed, EightBytes.MAX) && EightBytes.isDate(packed);
    }

    /** Whether digits are no date of the format; formats that are not dates pass. */
    static boolean isWrong(int format, byte[] bytes, int from, int to) {
        return switch (format) {
            case 2 -> to - from != 6 || !isDay(bytes, from + 4, from + 2, from, 2000);
            case 3 -> to - from != 6 || !isDay(bytes, from + 4, from, from + 2, 2000);
            case 101 -> to - from != 6 || !Calendar.isDate(bytes, from, to);
            case 102 -> to - from != 8 || !Calendar.isDate(bytes, from, to);
            case 201 -> to - from != 10 || !isMoment(bytes, from, 6, to);
            case 202 -> to - from != 12 || !isMoment(bytes, from, 6, to);
            case 203 -> to - from != 12 || !isMoment(bytes, from, 8, to);
            case 204 -> to - from != 14 || !isMoment(bytes, from, 8, to);
            case 401 -> to - from != 4 || !Calendar.isTime(bytes, from, to);
            case 402 -> to - from != 6 || !Calendar.isTime(bytes, from, to);
            case 602 -> to - from != 4 || Calendar.number(bytes, from, to) < 0;
            case 609 -> to - from != 4 || !isMonth(bytes, from, to);
            case 610 -> to - from != 6 || !isMonth(bytes, from, to);
            case 718 ->
                to - from != 16 || !Calendar.isDate(bytes, from, from + 8) || !Calendar.isDate(bytes, from + 8, to);
            default -> false;
        };
    }

    private static boolean isMoment(byte[] bytes, int from, int dateLength, int to) {
        return Calendar.isDate(bytes, from, from + dateLength) && Calendar.isTime(bytes, from + dateLength, to);
    }

    private static boolean isDay(byte[] bytes, int year, int month, int day, int century) {
        var y = Calendar.number(bytes, year, year + 2);
        var m = Calendar.number(bytes, month, month + 2);
        var d = Calendar.number(bytes, day, day + 2);
        return y >= 0 && m >= 0 && d >= 0 && Calendar.isDay(century + y, m, d);
    }

    private static boolean isMonth(byte[] bytes, int from, int to) {
        var month = Calendar.number(bytes, to - 2, to);
        return Calendar.number(bytes, from, to) >= 0 && month >= 1 && month <= 12;
    }
}

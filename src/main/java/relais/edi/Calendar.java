package relais.edi;

/** Dates and times that exist, read from digits without making text of them. */
final class Calendar {

    private Calendar() {}

    /** {@code yyMMdd} or {@code yyyyMMdd}. */
    static boolean isDate(byte[] bytes, int from, int to) {
        if (to - from != 6 && to - from != 8) return false;
        var value = number(bytes, from, to);
        if (value < 0) return false;
        var year = to - from == 8 ? value / 10_000 : 2000 + value / 10_000;
        return isDay(year, value / 100 % 100, value % 100);
    }

    /** {@code HHmm}, then seconds, then parts of seconds. */
    static boolean isTime(byte[] bytes, int from, int to) {
        var length = to - from;
        if (length < 4 || length == 5 || length > 8) return false;
        var value = number(bytes, from, from + 4);
        if (value < 0 || value / 100 > 23 || value % 100 > 59) return false;
        return length == 4 || (number(bytes, from + 4, to) >= 0 && number(bytes, from + 4, from + 6) < 60);
    }

    static boolean isDay(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) return false;
        if (month == 2) return day <= (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28);
        return day <= 30 || (month != 4 && month != 6 && month != 9 && month != 11);
    }

    /** The number that the digits say, or {@link Integer#MAX_VALUE} when it is larger; -1 when not all are digits. */
    static int number(byte[] bytes, int from, int to) {
        var value = 0L;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') return -1;
            value = Math.min(value * 10 + bytes[i] - '0', Integer.MAX_VALUE);
        }
        return (int) value;
    }
}

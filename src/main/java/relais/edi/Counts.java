package relais.edi;

/** Counts and control numbers in trailers. */
final class Counts {
    private static final int DIGITS_MAX = 9;

    private Counts() {}

    /** The number said, leading zeros or not; -1 when it is none. */
    static int parse(String text) {
        var number = plain(text);
        if (number.isEmpty() || number.length() > DIGITS_MAX || !isDigits(number)) return -1;
        return Integer.parseInt(number);
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        return true;
    }

    /** Whether two control numbers are equal; leading zeros do not count. */
    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String number) {
        var start = 0;
        while (start < number.length() - 1 && number.charAt(start) == '0') start++;
        return number.substring(start);
    }
}

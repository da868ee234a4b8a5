package relais.rules;

import java.util.regex.Pattern;

/**
 * The check digit of a Global Trade Item Number.
 *
 * @see "GS1 General Specifications 7.9: weights 3 and 1 from the right, the sum a multiple of ten"
 */
final class Gtin {

    private static final Pattern DIGITS = Pattern.compile("\\d{8}|\\d{12,14}");

    private Gtin() {}

    static boolean isValid(String gtin) {
        return DIGITS.matcher(gtin).matches() && checkDigit(gtin) == gtin.charAt(gtin.length() - 1);
    }

    /** {@code (2 here)}: the digit that would be right; nothing when not only that digit is wrong. */
    static String hint(String gtin) {
        return DIGITS.matcher(gtin).matches() ? " (" + checkDigit(gtin) + " here)" : "";
    }

    private static char checkDigit(String gtin) {
        var sum = 0;
        for (var i = 0; i < gtin.length() - 1; i++) {
            var weight = (gtin.length() - i) % 2 == 0 ? 3 : 1;
            sum += weight * (gtin.charAt(i) - '0');
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}

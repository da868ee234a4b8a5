package relais.edi;

import java.math.BigDecimal;

/** Adds up decimals on the bytes, without making numbers of them one by one. Six decimals and eighteen digits; beyond, it is not sure. */
final class Sum {
    private static final int DECIMALS = 6;
    private static final int DIGITS_MAX = 12;

    private long value;
    private long digits;
    private boolean unsure;

    void clear() {
        value = 0;
        digits = 0;
        unsure = false;
    }

    /** Adds the number behind a mark; nothing when there is none. */
    void add(Tokens tokens, int segment, int mark) {
        var from = tokens.base + tokens.at(mark) + 1;
        var to = tokens.base + tokens.at(mark + 1);
        unsure |= tokens.has(segment, Tokens.ESCAPED) || to - from > DIGITS_MAX;
        if (unsure) return;
        var number = 0L;
        var decimals = -1;
        for (int i = from; i < to; i++) {
            var b = tokens.bytes[i];
            if (b >= '0' && b <= '9') {
                number = number * 10 + b - '0';
                if (decimals >= 0) decimals++;
            } else if ((b == '.' || b == ',') && decimals < 0) decimals = 0;
            else if (b != '-' || i > from) unsure = true;
        }
        if (to > from) add(number, Math.max(0, decimals), tokens.bytes[from] == '-');
    }

    private void add(long number, int decimals, boolean negative) {
        unsure |= decimals > DECIMALS;
        var scaled = number;
        for (int n = decimals; n < DECIMALS; n++) scaled *= 10;
        value += negative ? -scaled : scaled;
        digits += number;
        unsure |= value > Long.MAX_VALUE / 8 || value < Long.MIN_VALUE / 8;
    }

    /** Whether something could not be added up. */
    boolean isUnsure() {
        return unsure;
    }

    /** In millionths. */
    long value() {
        return value;
    }

    /** The sum without regard to signs and decimal marks. */
    long digits() {
        return digits;
    }

    String words() {
        return BigDecimal.valueOf(value, DECIMALS).stripTrailingZeros().toPlainString();
    }
}

package relais.edi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Up to eight bytes looked at as one number, the first byte lowest and zero bytes above the last. Most values of trade are that short, and
 * one step over all bytes costs less than a loop whose length nobody can foretell.
 *
 * @see "Henry S. Warren, Hacker's Delight, chapter 6: searching words"
 */
final class EightBytes {
    static final int MAX = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long LOW = ~HIGH;
    private static final long ZEROS = '0' * ONES;
    private static final long POINTS = '.' * ONES;
    /** Added to a byte from 0 to 9 it leaves the highest bit alone, to any other it does not. */
    private static final long ABOVE_NINE = 0x76 * ONES;

    private static final long POINT_TO_ZERO = '.' ^ '0';
    private static final long PAIRS = 0x00ff00ff00ff00ffL;

    private EightBytes() {}

    /** The bytes from {@code from} to {@code to}, one to eight of them. */
    static long of(byte[] bytes, int from, int to) {
        var length = to - from;
        if (from + MAX <= bytes.length) return (long) LONGS.get(bytes, from) & mask(length);
        var packed = 0L;
        for (int i = length - 1; i >= 0; i--) packed = packed << 8 | (bytes[from + i] & 0xff);
        return packed;
    }

    private static long mask(int length) {
        return -1L >>> (Long.SIZE - length * Byte.SIZE);
    }

    /** Whether all of these so many bytes are digits. */
    static boolean isDigits(long packed, int length) {
        var digits = packed ^ ZEROS & mask(length);
        return ((digits + ABOVE_NINE | digits) & HIGH & mask(length)) == 0;
    }

    /** Bit 7 of each byte that is a decimal point. */
    static long points(long packed) {
        var others = packed ^ POINTS;
        return ~((others & LOW) + LOW | others | LOW);
    }

    /** Whether none of these bits belongs to the first or the last of so many bytes. */
    static boolean isInside(long bits, int length) {
        return (bits & 0xff) == 0 && bits >>> (length - 1) * Byte.SIZE == 0;
    }

    /** The same with a zero for each of these points. */
    static long pointsAsZeros(long packed, long points) {
        return packed ^ (points >>> 7) * POINT_TO_ZERO;
    }

    /** Whether digits {@code yyyyMMdd} are a day that every month has: from the 1st to the 28th. */
    static boolean isDate(long digits) {
        var pairs = pairs(digits);
        var month = (int) (pairs >>> 32) & 0xff;
        var day = (int) (pairs >>> 48);
        return month >= 1 && month <= 12 && day >= 1 && day <= 28;
    }

    /** Whether digits {@code HHmm} are a time of day. */
    static boolean isTime(long digits) {
        var pairs = pairs(digits);
        return (pairs & 0xff) < 24 && (pairs >>> 16 & 0xff) < 60;
    }

    /** Digits as numbers of two digits, 16 bits each: {@code 20260305} is 20, 26, 3, 5 from the lowest on. */
    private static long pairs(long digits) {
        var values = digits & 0x0f0f0f0f0f0f0f0fL;
        return values * 10 + (values >>> 8) & PAIRS;
    }
}

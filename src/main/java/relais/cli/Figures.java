package relais.cli;

/** Numbers as people read them. Units count in thousands: 1 kB is 1000 bytes. */
final class Figures {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};
    private static final String[] NUMBERS = {"thousand", "million", "billion"};
    private static final long NANOS = 1_000_000_000;
    private static final int SECONDS = 60;

    private Figures() {}

    /** {@code 1 file}, {@code 2 files}. */
    static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** {@code 677 bytes}, {@code 1.2 kB}, {@code 450 MB}. */
    static String bytes(double bytes) {
        return bytes < 1000 ? count(Math.round(bytes), "byte") : scaled(bytes, UNITS);
    }

    /** {@code 677}, {@code 1.2 thousand}, {@code 4.5 million}. */
    static String number(double number) {
        return number < 1000 ? String.valueOf(Math.round(number)) : scaled(number, NUMBERS);
    }

    private static String scaled(double amount, String... units) {
        var unit = 0;
        var value = amount / 1000;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        var tenths = Math.round(value * 10);
        var number = tenths < 100 ? tenths / 10 + "." + tenths % 10 : String.valueOf(Math.round(value));
        return number + " " + units[unit];
    }

    /** {@code 139 MB/s}. */
    static String rate(long bytes, long nanos) {
        return bytes(perSecond(bytes, nanos)) + "/s";
    }

    static double perSecond(long amount, long nanos) {
        return (double) amount * NANOS / Math.max(1, nanos);
    }

    /** {@code 4 s}, {@code 2 min 5 s}, {@code 1 h 10 min}: rounded up, so that nothing is left only when nothing is left. */
    static String time(long nanos) {
        var seconds = (nanos + NANOS - 1) / NANOS;
        if (seconds < SECONDS) return seconds + " s";
        var minutes = seconds / SECONDS;
        if (minutes < SECONDS) return minutes + " min " + seconds % SECONDS + " s";
        return minutes / SECONDS + " h " + minutes % SECONDS + " min";
    }
}

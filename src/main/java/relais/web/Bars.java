package relais.web;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Figures by month, drawn as bars side by side: the geometry of an SVG of 640 by 160.
 *
 * @param zero where the axis is
 */
record Bars(List<Series> series, YearMonth from, YearMonth to, String zero) {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 160;
    /** How much of a month's room its bars take. */
    private static final double FILLED = 0.72;

    /** The most months that are drawn; the last ones are. */
    static final int MONTHS_MAX = 24;

    /** @param n counts the series from 1, for its colour */
    record Series(String name, int n, List<Bar> bars) {}

    record Bar(String x, String y, String width, String height, YearMonth month, long value) {}

    static Bars none() {
        return new Bars(List.of(), YearMonth.of(1970, 1), YearMonth.of(1970, 1), "0");
    }

    public boolean isEmpty() {
        return series.isEmpty();
    }

    /**
     * @param values by series, in the order drawn, and month; a month that a series lacks has no bar
     * @return {@link #none} where every value is zero
     */
    static Bars of(Map<String, Map<YearMonth, Long>> values) {
        var months = values.values().stream().flatMap(byMonth -> byMonth.keySet().stream());
        var all = months.sorted().toList();
        if (all.isEmpty() || isNothing(values)) return none();
        var to = all.get(all.size() - 1);
        var earliest = to.minusMonths(MONTHS_MAX - 1);
        var from = all.get(0).isBefore(earliest) ? earliest : all.get(0);
        var scale = Scale.of(from, to, values);
        var series = new ArrayList<Series>();
        values.forEach(
                (name, byMonth) -> series.add(new Series(name, series.size() + 1, scale.bars(series.size(), byMonth))));
        return new Bars(List.copyOf(series), from, to, number(scale.y(0)));
    }

    private static boolean isNothing(Map<String, Map<YearMonth, Long>> values) {
        return values.values().stream()
                .flatMap(byMonth -> byMonth.values().stream())
                .allMatch(value -> value == 0);
    }

    private record Scale(YearMonth from, long months, int series, long lowest, long highest) {

        static Scale of(YearMonth from, YearMonth to, Map<String, Map<YearMonth, Long>> values) {
            var shown = shown(from, values).toList();
            var lowest = Math.min(0, shown.stream().mapToLong(v -> v).min().orElse(0));
            var highest =
                    Math.max(lowest + 1, shown.stream().mapToLong(v -> v).max().orElse(1));
            return new Scale(
                    from, ChronoUnit.MONTHS.between(from, to) + 1, values.size(), lowest, Math.max(0, highest));
        }

        private static Stream<Long> shown(YearMonth from, Map<String, Map<YearMonth, Long>> values) {
            return values.values().stream()
                    .flatMap(byMonth -> byMonth.entrySet().stream())
                    .filter(entry -> !entry.getKey().isBefore(from))
                    .map(Map.Entry::getValue);
        }

        List<Bar> bars(int position, Map<YearMonth, Long> byMonth) {
            return byMonth.entrySet().stream()
                    .filter(entry -> !entry.getKey().isBefore(from) && entry.getValue() != 0)
                    .map(entry -> bar(position, entry.getKey(), entry.getValue()))
                    .toList();
        }

        private Bar bar(int position, YearMonth month, long value) {
            var room = WIDTH / months;
            var width = room * FILLED / series;
            var x = room * ChronoUnit.MONTHS.between(from, month) + room * (1 - FILLED) / 2 + width * position;
            var height = Math.abs(y(value) - y(0));
            return new Bar(number(x), number(Math.min(y(value), y(0))), number(width), number(height), month, value);
        }

        double y(long value) {
            return HEIGHT * (highest - value) / (highest - lowest);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

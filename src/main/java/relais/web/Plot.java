package relais.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Consumers brought so far, drawn as steps over the days: the geometry of an SVG of 320 by 72.
 *
 * @param line the steps, as path data
 * @param area the same, closed down to the axis
 * @param points where someone was brought, each with words for it
 * @param total consumers at the end
 */
record Plot(String line, String area, List<Point> points, int total, LocalDate from, LocalDate to) {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 72;
    private static final int MARGIN = 6;

    record Point(String x, String y, LocalDate day, int consumers) {}

    /**
     * @param byDay consumers brought on each day that had any
     * @param from first day shown; what came before is left out
     * @param highest total that reaches the upper edge, so that several plots share a scale
     */
    static Plot of(SortedMap<LocalDate, Integer> byDay, LocalDate from, LocalDate to, int highest) {
        var scale = new Scale(from, Math.max(1, ChronoUnit.DAYS.between(from, to)), Math.max(1, highest));
        var path = new StringJoiner(" ").add("M " + scale.x(from) + " " + scale.y(0));
        var points = new ArrayList<Point>();
        var total = 0;
        for (var day : new TreeMap<>(byDay.tailMap(from)).entrySet()) {
            total += day.getValue();
            var x = scale.x(day.getKey());
            path.add("H " + x).add("V " + scale.y(total));
            points.add(new Point(x, scale.y(total), day.getKey(), total));
        }
        var line = path.add("H " + scale.x(to)).toString();
        return new Plot(line, line + " V " + scale.y(0) + " Z", List.copyOf(points), total, from, to);
    }

    private record Scale(LocalDate from, long days, int highest) {

        String x(LocalDate day) {
            return number(MARGIN + (WIDTH - 2d * MARGIN) * ChronoUnit.DAYS.between(from, day) / days);
        }

        String y(int consumers) {
            return number(HEIGHT - MARGIN - (HEIGHT - 2d * MARGIN) * consumers / highest);
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}

package relais.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import relais.partner.AttributionTerms;
import relais.partner.Terms;

/** How the models of attribution divide the credit for an order among the touches before it. */
final class Models {

    /** Weights of time decay are whole numbers of this fineness. */
    private static final double FINENESS = 1e15;

    private static final int POSITION_ENDS = 2;

    private Models() {}

    /**
     * @param path what touched the consumer, oldest first, the order itself last; not empty
     * @param order the day of the order
     * @param brand the party that stands for the brand's own touches
     * @return a share in parts per million for each party, in the order in which they first touched; they sum to 1,000,000
     */
    static Map<String, Long> shares(AttributionTerms terms, List<Touch> path, LocalDate order, String brand) {
        return switch (terms.model()) {
            case FIRST_TOUCH -> whole(path.get(0));
            case LAST_TOUCH -> whole(path.get(path.size() - 1));
            case LAST_NON_DIRECT -> whole(lastNonDirect(path, brand));
            case LINEAR -> weighted(path, touch -> 1);
            case POSITION -> position(path);
            case TIME_DECAY -> weighted(path, touch -> decayed(terms, touch, order));
            case PRECEDENCE ->
                whole(path.stream().min(Comparator.comparing(Touch::kind)).orElseThrow());
            case FIXED -> throw new IllegalArgumentException("a fixed share follows from who brought the consumer");
        };
    }

    private static Map<String, Long> whole(Touch touch) {
        return Map.of(touch.party(), (long) Terms.WHOLE_PPM);
    }

    private static Touch lastNonDirect(List<Touch> path, String brand) {
        return path.stream()
                .filter(touch -> !touch.party().equals(brand))
                .reduce((earlier, later) -> later)
                .orElse(path.get(path.size() - 1));
    }

    private static long decayed(AttributionTerms terms, Touch touch, LocalDate order) {
        var days = ChronoUnit.DAYS.between(touch.day(), order);
        return Math.max(1, (long) (FINENESS * StrictMath.pow(0.5, (double) days / terms.halfLifeDays())));
    }

    /** Two fifths to each end, one to those between. */
    private static Map<String, Long> position(List<Touch> path) {
        var between = path.size() - POSITION_ENDS;
        if (between <= 0) return weighted(path, touch -> 1);
        var first = path.get(0);
        var last = path.get(path.size() - 1);
        var weights = new LinkedHashMap<String, Long>();
        for (var touch : path) {
            var weight = touch == first || touch == last ? 2L * between : 1L;
            weights.merge(touch.party(), weight, Long::sum);
        }
        return Split.of(Terms.WHOLE_PPM, weights);
    }

    private static Map<String, Long> weighted(List<Touch> path, ToLongFunction<Touch> weight) {
        var weights = new LinkedHashMap<String, Long>();
        for (var touch : path) weights.merge(touch.party(), weight.applyAsLong(touch), Long::sum);
        return Split.of(Terms.WHOLE_PPM, weights);
    }
}

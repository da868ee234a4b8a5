package relais.ledger;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import relais.partner.Terms;

/**
 * What each party contributed to the orders of a period, measured by games and chains instead of by contract. For
 * reports, never for commission: what one party contributed depends on all the others. Pure.
 */
final class Journeys {

    private static final String START = " start";
    private static final String ORDER = " order";
    private static final String NOTHING = " nothing";

    /**
     * Who touched a consumer, in that order, and whether it ended in an order.
     *
     * @param parties not empty
     */
    record Journey(List<String> parties, boolean ordered) {
        Journey {
            parties = List.copyOf(parties);
        }
    }

    private final List<Journey> journeys;

    Journeys(List<Journey> journeys) {
        this.journeys = List.copyOf(journeys);
    }

    SortedSet<String> parties() {
        return journeys.stream().flatMap(journey -> journey.parties().stream()).collect(toCollection(TreeSet::new));
    }

    /** Hash of all journeys, by which a report can be told to rest on the same input. */
    byte[] hash() {
        var canonical = new Canonical(Canonical.Type.INPUTS).number(journeys.size());
        for (var journey : journeys) {
            canonical.number(journey.ordered() ? 1 : 0).number(journey.parties().size());
            journey.parties().forEach(canonical::text);
        }
        return canonical.hash();
    }

    int orders() {
        return (int) journeys.stream().filter(Journey::ordered).count();
    }

    /**
     * The Shapley value of each party in the game where a coalition is worth the orders that it touched alone. Such a game is
     * the sum of one unanimity game an order, so each order is shared equally by all who touched it.
     *
     * @return parts per million of all orders
     */
    Map<String, Long> shapley() {
        var whole = 1L;
        for (var journey : journeys)
            if (journey.ordered())
                whole = lcm(whole, journey.parties().stream().distinct().count());
        var weights = new TreeMap<String, Long>();
        for (var party : parties()) weights.put(party, 0L);
        for (var journey : journeys)
            if (journey.ordered()) {
                var touched = journey.parties().stream().distinct().toList();
                for (var party : touched) weights.merge(party, whole / touched.size(), Long::sum);
            }
        return orders() == 0 ? weights : Split.of(Terms.WHOLE_PPM, weights);
    }

    private static long lcm(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            var rest = x % y;
            x = y;
            y = rest;
        }
        return a / x * b;
    }

    /**
     * The removal effect of each party in the chain of first order that the journeys make: by how much fewer of them would
     * end in an order if whoever comes to the party left there.
     *
     * @return parts per million of the sum of all effects
     */
    Map<String, Long> markov() {
        var chain = chain();
        var all = ordering(chain, "");
        var effects = new LinkedHashMap<String, Long>();
        for (var party : parties()) {
            var effect = all == 0 ? 0 : 1 - ordering(chain, party) / all;
            effects.put(party, Math.round(Math.max(0, effect) * Terms.WHOLE_PPM * 1000));
        }
        var isNothing = effects.values().stream().allMatch(effect -> effect == 0);
        return isNothing ? effects : Split.of(Terms.WHOLE_PPM, effects);
    }

    /** How often each place is followed by which. */
    private Map<String, Map<String, Integer>> chain() {
        var chain = new TreeMap<String, Map<String, Integer>>();
        for (var journey : journeys) {
            var places = new ArrayList<String>();
            places.add(START);
            places.addAll(journey.parties());
            places.add(journey.ordered() ? ORDER : NOTHING);
            for (int i = 1; i < places.size(); i++)
                chain.computeIfAbsent(places.get(i - 1), from -> new TreeMap<>())
                        .merge(places.get(i), 1, Integer::sum);
        }
        return chain;
    }

    /** The probability of coming from the start to an order when one party is a dead end: a system of linear equations. */
    private static double ordering(Map<String, Map<String, Integer>> chain, String removed) {
        var places = List.copyOf(chain.keySet());
        var n = places.size();
        var system = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            system[i][i] = 1;
            if (places.get(i).equals(removed)) continue;
            var next = chain.get(places.get(i));
            var total = next.values().stream().mapToInt(count -> count).sum();
            for (var to : next.entrySet()) {
                var probability = (double) to.getValue() / total;
                if (to.getKey().equals(ORDER)) system[i][n] += probability;
                else if (!to.getKey().equals(NOTHING)) system[i][places.indexOf(to.getKey())] -= probability;
            }
        }
        var start = places.indexOf(START);
        return start < 0 ? 0 : solve(system)[start];
    }

    /** Gauss with the largest pivot. */
    private static double[] solve(double[][] system) {
        var n = system.length;
        for (int column = 0; column < n; column++) {
            var pivot = column;
            for (int row = column + 1; row < n; row++)
                if (Math.abs(system[row][column]) > Math.abs(system[pivot][column])) pivot = row;
            var swapped = system[column];
            system[column] = system[pivot];
            system[pivot] = swapped;
            for (int row = 0; row < n; row++) {
                if (row == column || system[row][column] == 0) continue;
                var factor = system[row][column] / system[column][column];
                for (int k = column; k <= n; k++) system[row][k] -= factor * system[column][k];
            }
        }
        var solution = new double[n];
        for (int i = 0; i < n; i++) solution[i] = system[i][n] / system[i][i];
        return solution;
    }
}

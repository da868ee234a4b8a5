package relais.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divides a whole number by weights, so that the parts add up to it: by largest remainder, ties to whom is named first. */
final class Split {

    private Split() {}

    private record Remainder(int index, BigInteger value) {}

    /**
     * @param weights not negative, and not all zero
     * @return a part for each weight, in their order
     */
    static List<Long> of(long whole, List<Long> weights) {
        var total = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        var parts = new ArrayList<Long>();
        var remainders = new ArrayList<Remainder>();
        for (int i = 0; i < weights.size(); i++) {
            var exact = BigInteger.valueOf(whole)
                    .multiply(BigInteger.valueOf(weights.get(i)))
                    .divideAndRemainder(total);
            parts.add(exact[0].longValueExact());
            remainders.add(new Remainder(i, exact[1]));
        }
        var left = whole - parts.stream().mapToLong(part -> part).sum();
        remainders.stream()
                .sorted(Comparator.comparing(Remainder::value).reversed())
                .limit(left)
                .forEach(r -> parts.set(r.index(), parts.get(r.index()) + 1));
        return parts;
    }

    /** The same for weights that have names. */
    static <K> Map<K, Long> of(long whole, Map<K, Long> weights) {
        var parts = of(whole, List.copyOf(weights.values())).iterator();
        var named = new LinkedHashMap<K, Long>();
        weights.keySet().forEach(name -> named.put(name, parts.next()));
        return named;
    }
}

package relais.mapping;

import java.math.BigDecimal;
import java.util.List;

/** When something is written: {@code status=SHIPPED|SENT} one of these values, {@code !status=SENT} none, {@code note} any, {@code !note} none at all. */
interface Premise {

    Premise ALWAYS = from -> true;

    Premise NEVER = from -> false;

    boolean holds(Object from);

    /** @param texts canonical; empty when any value will do */
    static Premise of(Path path, boolean wanted, List<String> texts) {
        return from -> {
            var value = path.get(from);
            return wanted == (value != null && (texts.isEmpty() || texts.contains(text(value))));
        };
    }

    static Premise all(List<Premise> premises) {
        if (premises.isEmpty()) return ALWAYS;
        if (premises.size() == 1) return premises.get(0);
        return from -> {
            for (var premise : premises) if (!premise.holds(from)) return false;
            return true;
        };
    }

    /** Numbers are the same however many zeros end their fraction. */
    private static String text(Object value) {
        if (!(value instanceof BigDecimal decimal)) return Leaf.text(value);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}

package relais.mapping;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a document must hold: {@code shipTo} anything, {@code !gln} nothing, {@code kind=CHARGE} one of these values,
 * {@code category!=O} another or none.
 *
 * @param values canonical texts; empty when any will do
 */
record Where(Path path, boolean holds, List<String> values) {

    boolean holds(Object from) {
        var value = path.get(from);
        return holds == (value != null && (values.isEmpty() || values.stream().anyMatch(text -> isSame(value, text))));
    }

    private static boolean isSame(Object value, String text) {
        if (value instanceof BigDecimal number) return number.compareTo(new BigDecimal(text)) == 0;
        return Leaf.text(value).equals(text);
    }
}

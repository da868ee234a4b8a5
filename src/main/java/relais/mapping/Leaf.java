package relais.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A single value of a document.
 *
 * @param what words for messages: "a date"
 * @param value the value that a canonical text (ISO date, plain decimal) states; throws IllegalArgumentException when it
 *     states none
 * @param schema what the JSON Schema says of it
 */
record Leaf(Class<?> type, String what, Function<String, Object> value, ObjectNode schema) implements Shape {

    /** Decimals have at most this many digits before the point, and {@link #FRACTION_DIGITS_MAX} after it. */
    private static final int INTEGER_DIGITS_MAX = 18;

    private static final int FRACTION_DIGITS_MAX = 9;

    /** The GS1 numbers, by the name they have in every record, and how many digits they have. */
    private static final Map<String, List<Integer>> DIGITS =
            Map.of("gtin", List.of(8, 12, 13, 14), "gln", List.of(13), "sscc", List.of(18));

    static Leaf of(String name, Class<?> type) {
        if (type == String.class) return text(name);
        if (type == int.class || type == Integer.class)
            return new Leaf(type, "a whole number", Integer::valueOf, kind("integer"));
        if (type == BigDecimal.class) return decimals();
        if (type == LocalDate.class)
            return new Leaf(type, "a date", Leaf::date, kind("string").put("format", "date"));
        if (type == Currency.class) return currencies();
        if (type.isEnum()) return codes(type);
        throw new IllegalStateException("documents hold no " + type);
    }

    private static Leaf text(String name) {
        if (!DIGITS.containsKey(name)) return new Leaf(String.class, "a text", text -> text, kind("string"));
        var lengths = DIGITS.get(name);
        var counts = lengths.stream().map(Object::toString).collect(Collectors.joining(" or "));
        var pattern = lengths.stream().map(n -> "[0-9]{" + n + "}").collect(Collectors.joining("|", "^(", ")?$"));
        return new Leaf(
                String.class,
                counts + " digits",
                text -> digits(text, lengths),
                kind("string").put("pattern", pattern));
    }

    private static Object digits(String text, List<Integer> lengths) {
        var fits = text.isEmpty() || lengths.contains(text.length());
        for (var i = 0; fits && i < text.length(); i++) fits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        if (!fits) throw new IllegalArgumentException(text);
        return text;
    }

    private static Leaf decimals() {
        var what = "a decimal number of at most " + INTEGER_DIGITS_MAX + " digits before the point and "
                + FRACTION_DIGITS_MAX + " after it";
        return new Leaf(BigDecimal.class, what, Leaf::decimal, kind("number"));
    }

    private static Leaf currencies() {
        var codes = new LinkedHashMap<String, Object>();
        Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .sorted()
                .forEach(code -> codes.put(code, Currency.getInstance(code)));
        return codes(Currency.class, "a currency of ISO 4217", codes);
    }

    private static Leaf codes(Class<?> type) {
        var codes = new LinkedHashMap<String, Object>();
        for (var constant : type.getEnumConstants()) codes.put(((Enum<?>) constant).name(), constant);
        return codes(type, "one of " + String.join(", ", codes.keySet()), codes);
    }

    private static Leaf codes(Class<?> type, String what, Map<String, Object> codes) {
        return new Leaf(type, what, text -> coded(codes, text), oneOf(List.copyOf(codes.keySet())));
    }

    private static Object coded(Map<String, Object> codes, String text) {
        var constant = codes.get(text);
        if (constant == null) throw new IllegalArgumentException(text);
        return constant;
    }

    private static ObjectNode kind(String kind) {
        return NODES.objectNode().put("type", kind);
    }

    private static ObjectNode oneOf(List<String> codes) {
        var schema = kind("string");
        codes.forEach(schema.putArray("enum")::add);
        return schema;
    }

    private static Object date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Limited, so that {@code 1e999999999} cannot fill the memory once it is written out. */
    private static BigDecimal decimal(String text) {
        var decimal = new BigDecimal(text);
        if (decimal.precision() - decimal.scale() > INTEGER_DIGITS_MAX || decimal.scale() > FRACTION_DIGITS_MAX)
            throw new IllegalArgumentException(text);
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    /** Whether it may hold anything at all, and so somebody's name. */
    boolean isFreeText() {
        return !schema.has("pattern") && type == String.class;
    }

    /** The value that the canonical text states; throws IllegalArgumentException if it does not state one of this type. */
    Object read(String text) {
        return value.apply(text);
    }

    /** The canonical text of a value. */
    static String text(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    @Override
    public boolean isEmpty(Object value) {
        return value instanceof String text && text.isEmpty();
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        if (value instanceof Integer number) out.writeNumber(number);
        else if (value instanceof BigDecimal decimal) out.writeNumber(decimal);
        else out.writeString(value.toString());
    }

    @Override
    public Object bind(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) return "";
        try {
            return value.apply(node.asText());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("expected " + what + ", got '" + node.asText() + "'", e);
        }
    }

    @Override
    public Object build(@Nullable Object drafted) {
        if (drafted instanceof Draft item) return build(item.get(0));
        return drafted == null ? "" : drafted;
    }

    @Override
    public boolean isRequired() {
        return type != String.class;
    }

    @Override
    public ObjectNode schema() {
        return schema.deepCopy();
    }
}

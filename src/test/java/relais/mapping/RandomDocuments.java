package relais.mapping;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import relais.document.Document;
import relais.document.DocumentType;
import relais.document.Item;
import relais.document.Party;
import relais.document.PaymentTerms;
import relais.document.ReceiptAdvice;
import relais.document.SalesReport;

/** Documents of every kind, as full or as empty as their records allow, with texts of an alphabet. */
record RandomDocuments(Random random, String alphabet) {

    /** Texts as long as the shortest place that carries them; two places of 35 carry 36 wherever the spaces are. */
    private static final Map<String, Integer> CHARACTERS_MAX = Map.of(
            "attribute",
            12,
            "buyerReference",
            30,
            "city",
            20,
            "line1",
            36,
            "line2",
            36,
            "name",
            35,
            "value",
            30,
            "shippingService",
            35);

    private static final int TEXT_MAX = 36;

    /** EDIFACT has room for what was accepted before anything else. */
    private static final Comparator<Object> BY_CONDITION =
            Comparator.comparing(state -> ((ReceiptAdvice.State) state).condition());

    private static final Predicate<Object> NOTHING =
            value -> value instanceof Record && Tree.of(value.getClass()).isEmpty(value);

    /** A report of sales names where they were made, and a line of a catalogue what it costs. */
    private static final Set<String> NEVER_EMPTY = Set.of("lines", "locations", "prices");

    private static final Party NOBODY = new Party("", "", "", "", Optional.empty(), Optional.empty());

    Document of(DocumentType type) {
        return (Document) record(type.type(), 1);
    }

    private Object record(Class<?> type, int position) {
        if (type == Party.class && random.nextInt(5) == 0) return NOBODY;
        var values = new ArrayList<Object>();
        for (var component : type.getRecordComponents()) values.add(value(component, type, position));
        return type == PaymentTerms.class
                ? discounted((PaymentTerms) construct(type, values))
                : construct(type, values);
    }

    /** A discount is for those who pay within its days. */
    private static PaymentTerms discounted(PaymentTerms terms) {
        var percent = terms.discountDays().flatMap(days -> terms.discountPercent());
        return new PaymentTerms(terms.note(), terms.netDays(), percent, percent.flatMap(of -> terms.discountDays()));
    }

    private static Object construct(Class<?> type, List<Object> values) {
        var types = new ArrayList<Class<?>>();
        for (var component : type.getRecordComponents()) types.add(component.getType());
        try {
            return type.getDeclaredConstructor(types.toArray(new Class<?>[0])).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(RecordComponent component, Class<?> of, int position) {
        var name = component.getName();
        if (name.equals("lineNumber")) return position;
        if (name.equals("shipTo")) return maybe(() -> place(digits(4)));
        if (name.equals("place")) return place("7" + position);
        if (name.equals("buyer") && of == SalesReport.class) return place("100");
        // RECADV needs a party.
        if (name.equals("buyer") && of == ReceiptAdvice.class) return place(digits(4));
        if (name.equals("partner")) return "p";
        if (name.equals("carried")) return List.of();
        if (name.equals("number")
                || name.equals("respondedNumber")
                || name.equals("documentNumber")
                || name.equals("orderNumber") && !Optional.class.equals(component.getType())) return number();
        return value(name, component.getGenericType(), of, position);
    }

    private Object value(String name, Type type, Class<?> of, int position) {
        if (type instanceof ParameterizedType generic) {
            var inner = generic.getActualTypeArguments()[0];
            return generic.getRawType() == List.class
                    ? list(name, inner, of)
                    : maybe(() -> value(name, inner, of, position));
        }
        var raw = (Class<?>) type;
        if (raw == String.class) return text(name, of);
        if (raw == int.class || raw == Integer.class) return 1 + random.nextInt(90);
        if (raw == BigDecimal.class) return decimal(name);
        if (raw == LocalDate.class) return LocalDate.of(2000, 1, 1).plusDays(random.nextInt(20_000));
        if (raw == Currency.class) return Currency.getInstance("EUR");
        if (raw.isEnum()) return oneOf(List.of(raw.getEnumConstants()));
        return record(raw, position);
    }

    private List<Object> list(String name, Type item, Class<?> of) {
        var list = new ArrayList<Object>();
        var length = NEVER_EMPTY.contains(name) ? 1 + random.nextInt(4) : random.nextInt(3);
        for (var i = 1; i <= length; i++) list.add(item == String.class ? number() : value(name, item, of, i));
        if (item == ReceiptAdvice.State.class) list.sort(BY_CONDITION);
        list.removeIf(NOTHING);
        return list;
    }

    private boolean isEdifact() {
        return alphabet.contains("'");
    }

    private BigDecimal decimal(String name) {
        if (name.endsWith("ercent")) return BigDecimal.valueOf(1 + random.nextInt(9_999), 2);
        if (name.toLowerCase().endsWith("amount")) return BigDecimal.valueOf(1 + random.nextInt(100_000_000), 2);
        return BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(4));
    }

    private String text(String name, Class<?> of) {
        return switch (name) {
            case "gtin" -> orNot(digits(oneOf(List.of(8, 12, 13, 14))));
            case "gln" -> orNot(digits(13));
            case "sscc" -> orNot(digits(18));
            case "unit", "orderUnit" -> oneOf(List.of("EA", "PCE", "CT", "KGM", "DZN"));
            case "scac" -> orNot("UPSN");
            case "country" -> orNot("US");
            case "region" -> orNot("IL");
            case "category", "taxCategory" -> oneOf(List.of("S", "Z", "E", "AE"));
            case "reasonCode" -> oneOf(List.of("95", "FC"));
            case "email" -> orNot("a.b@c.example");
            case "phone" -> orNot("+15550101");
            case "billOfLading" -> orNot(number());
            case "link" -> "https://files.example/" + digits(6);
            case "sellerCode" -> "s" + number();
            case "respondedType" -> orNot(oneOf(isEdifact() ? List.of("INVOIC", "ORDERS") : List.of("810", "850")));
            case "code" -> oneOf(List.of("024", "848"));
            case "name" -> of == Item.Attribute.class ? "a" + digits(6) : words(name);
            case "payToAccount" -> orNot(digits(27));
            case "line1" -> words(name);
            case "city" -> "x" + words(name);
            case "id", "postalCode" -> orNot(digits(5));
            default -> isNumber(name) ? orNot(number()) : orNot(words(name));
        };
    }

    private static boolean isNumber(String name) {
        return name.endsWith("Number") || name.endsWith("Code") || name.equals("code") || name.endsWith("Id");
    }

    /** A place of the partner: it has a number, or it would be taken for a consumer's home. */
    private Party place(String id) {
        var place = (Party) record(Party.class, 1);
        return new Party(id, place.gln(), "x", "", place.address(), Optional.empty());
    }

    private String number() {
        return "N" + digits(1 + random.nextInt(12));
    }

    private String digits(int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) text.append(random.nextInt(10));
        return text.toString();
    }

    /** Words of the alphabet with single spaces between them; what begins or ends with a space no standard keeps. */
    private String words(String name) {
        var text = new StringBuilder();
        var length = 1 + random.nextInt(CHARACTERS_MAX.getOrDefault(name, TEXT_MAX));
        for (var i = 0; i < length; i++)
            text.append(random.nextInt(6) == 0 ? ' ' : alphabet.charAt(random.nextInt(alphabet.length())));
        var words = text.toString().strip().replaceAll(" +", " ");
        return words.isEmpty() ? alphabet.substring(0, 1) : words;
    }

    private String orNot(String text) {
        return random.nextInt(3) == 0 ? "" : text;
    }

    private <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(value.get()).filter(NOTHING.negate());
    }
}

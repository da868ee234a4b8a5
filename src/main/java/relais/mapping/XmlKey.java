package relais.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the colon of a rule: {@code cac:Party/cac:Contact in contact}, {@code cac:InvoiceLine each lines},
 * {@code cbc:ID[@schemeID=0088]}, {@code cac:ContractDocumentReference in references[kind=CONTRACT]}, {@code @unitCode}, {@code .}.
 *
 * @param steps the elements on the way, the last being the element itself; none for the element that the rule stands in
 * @param attribute of that element; empty for its text
 * @param always written even when there is nothing in it, {@code ram:Delivery!}
 * @param kind {@code in}, {@code each}, {@code repeat} or empty
 * @param filter what the items of the list must hold, {@code kind=CONTRACT}; empty for all
 */
record XmlKey(
        List<String> steps,
        String attribute,
        List<XmlCondition> conditions,
        boolean always,
        String kind,
        String path,
        String filter) {

    private static final String NAME = "(?:[A-Za-z_][\\w.-]*:)?[A-Za-z_][\\w.-]*";
    private static final Pattern STEPS =
            Pattern.compile("(?<way>" + NAME + "(?:/" + NAME + ")*)?(?<attribute>/?@[A-Za-z_][\\w.-]*)?");
    private static final Pattern KEY =
            Pattern.compile("(?<steps>[^\\[\\s!]+)(?<always>!)?(?:\\[(?<conditions>[^\\]]*)\\])?"
                    + "(?:\\s+(?<kind>in|each|repeat)\\s+(?<path>[\\w.]+)(?:\\[(?<filter>\\w+=[\\w|]+)\\])?)?");

    /** @throws IllegalArgumentException in words, if the text is no rule's key */
    static XmlKey of(String text) {
        var key = KEY.matcher(text.strip());
        if (!key.matches())
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no key: write a:Name/b:Name[condition], with 'in PATH', 'each PATH' or 'repeat PATH' after it");
        var conditions = new ArrayList<XmlCondition>();
        if (key.group("conditions") != null)
            for (var each : key.group("conditions").split(",")) conditions.add(condition(each.strip()));
        var place = place(key.group("steps"));
        return new XmlKey(
                place.steps,
                place.attribute,
                List.copyOf(conditions),
                key.group("always") != null,
                orEmpty(key, "kind"),
                orEmpty(key, "path"),
                orEmpty(key, "filter"));
    }

    private record Place(List<String> steps, String attribute) {}

    private static Place place(String text) {
        if (text.equals(".")) return new Place(List.of(), "");
        var steps = STEPS.matcher(text);
        if (!steps.matches())
            throw new IllegalArgumentException("'" + text + "' is no element: write a:Name/b:Name, a:Name@name or .");
        var way = steps.group("way");
        var attribute = steps.group("attribute");
        return new Place(
                way == null ? List.of() : List.of(way.split("/")),
                attribute == null ? "" : attribute.substring(attribute.indexOf('@') + 1));
    }

    private static XmlCondition condition(String text) {
        var present = !text.startsWith("!");
        var equals = text.indexOf('=');
        if (!present && equals >= 0 || text.isEmpty())
            throw new IllegalArgumentException(
                    "'" + text + "' is no condition; write a:Name=x|y, @name=x, a:Name or !a:Name");
        var place = place(text.substring(present ? 0 : 1, equals < 0 ? text.length() : equals));
        var texts = equals < 0
                ? List.<String>of()
                : List.of(text.substring(equals + 1).split("\\|"));
        return new XmlCondition(place.steps, place.attribute, present, texts);
    }

    private static String orEmpty(Matcher key, String group) {
        var text = key.group(group);
        return text == null ? "" : text;
    }
}

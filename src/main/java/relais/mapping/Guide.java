package relais.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a mapping asks of a transaction set, row by row: the companion guide that a partner can be sent. */
public final class Guide {

    private static final String REQUIRED = "required";
    private static final String FORBIDDEN = "not used";
    private static final int CODES_MAX = 12;

    private final List<Row> rows = new ArrayList<>();

    private Guide() {}

    /**
     * A segment, or one of its elements.
     *
     * @param depth how many loops are around it
     * @param tag of the segment
     * @param segment the segment with its qualifiers: {@code N1[1=ST]}
     * @param element from 1; 0 for the segment itself
     * @param component from 1; 0 for the element as a whole
     * @param use {@code required}, {@code not used}, or empty
     * @param value which value of the document stands there, or which text
     * @param codes the codes that are understood, each with what it means; empty for anything else
     */
    public record Row(
            int depth, String tag, String segment, int element, int component, String use, String value, String codes) {

        /** The element as the standards write it behind a tag: {@code 03}; empty for the segment itself. */
        public String number() {
            return element == 0 ? "" : new Address(element, component).padded();
        }
    }

    /** The rows in the order of the segments. */
    public static List<Row> of(Mapping mapping) {
        var guide = new Guide();
        guide.level(mapping.rules(), 0);
        return List.copyOf(guide.rows);
    }

    /** What differs, in a sentence each: {@code N1[1=ST]04 is required}. */
    public static List<String> differences(Mapping from, Mapping to) {
        var before = byPlace(of(from));
        var after = byPlace(of(to));
        var differences = new ArrayList<String>();
        before.forEach((place, row) -> {
            if (!after.containsKey(place) && !isForbidden(place, after))
                differences.add(place + " is left out" + said(row.value));
        });
        after.forEach((place, row) -> {
            var old = before.get(place);
            if (old == null) differences.add(place + " is added" + said(row.value) + used(row));
            else differences(place, old, row).ifPresent(differences::add);
        });
        return differences;
    }

    private static Optional<String> differences(String place, Row old, Row now) {
        var words = new ArrayList<String>();
        if (!old.use.equals(now.use)) words.add(now.use.isEmpty() ? "is no longer " + old.use : "is " + now.use);
        if (!old.value.equals(now.value)) words.add("holds " + now.value + " instead of " + old.value);
        if (!old.codes.equals(now.codes)) words.add("allows " + now.codes);
        return words.isEmpty() ? Optional.empty() : Optional.of(place + " " + String.join(", ", words));
    }

    /** Whether it is inside of a segment that is not used, which says enough. */
    private static boolean isForbidden(String place, Map<String, Row> rows) {
        return rows.entrySet().stream()
                .anyMatch(row -> row.getValue().use.equals(FORBIDDEN)
                        && row.getValue().element == 0
                        && place.startsWith(row.getKey()));
    }

    private static String said(String value) {
        return value.isEmpty() ? "" : ": " + value;
    }

    private static String used(Row row) {
        return row.use.isEmpty() ? "" : ", " + row.use;
    }

    /** Rows by their place with the loops around it; what comes twice is counted. */
    private static Map<String, Row> byPlace(List<Row> rows) {
        var byPlace = new LinkedHashMap<String, Row>();
        var around = new ArrayList<String>();
        for (var row : rows) {
            while (around.size() > row.depth) around.remove(around.size() - 1);
            if (row.element == 0) around.add(row.segment);
            var place = String.join("/", around) + row.number();
            for (var n = 2; byPlace.containsKey(place); n++)
                place = place.replaceAll(" \\(\\d+\\)$", "") + " (" + n + ")";
            byPlace.put(place, row);
        }
        return byPlace;
    }

    private void level(Rules rules, int depth) {
        for (var rule : rules.list()) {
            rows.add(new Row(depth, rule.tag(), rule.name(), 0, 0, use(rule), stands(rule), ""));
            if (rule.use() == Rule.Use.FORBIDDEN) continue;
            for (var field : rule.fields()) field(rule, field, depth + 1);
            level(rule.inside(), depth + 1);
        }
    }

    private static String use(Rule rule) {
        return switch (rule.use()) {
            case FREE -> "";
            case REQUIRED -> REQUIRED;
            case FORBIDDEN -> FORBIDDEN;
        };
    }

    private static String stands(Rule rule) {
        return switch (rule.scope().kind()) {
            case SAME -> "";
            case PART -> rule.scope().path().toString();
            case EACH -> "one for each of " + rule.scope().path();
        };
    }

    private void field(Rule rule, Field field, int depth) {
        if (field instanceof Held.Single single) row(rule, depth, single.at(), value(single.value()), single.value());
        else if (field instanceof Held.Dated dated) row(rule, depth, dated.at(), value(dated.value()), dated.value());
        else if (field instanceof Held.Divided divided)
            row(
                    rule,
                    depth,
                    divided.at().get(0),
                    value(divided.value()) + ", over " + divided.at().size() + " places",
                    divided.value());
        else if (field instanceof Wrapped.Repeated repeated) field(rule, repeated.field(), depth);
        else if (field instanceof Wrapped.FirstOf choice) for (var each : choice.fields()) field(rule, each, depth);
        else if (field instanceof Literal.Constant constant)
            text(rule, depth, constant.at(), "\"" + constant.text() + "\"", "");
        else if (field instanceof Literal.Fixed only)
            text(rule, depth, only.at(), "only \"" + String.join("\" or \"", only.texts()) + "\"", REQUIRED);
        else if (field instanceof Counted.Total total) text(rule, depth, total.at(), total.what(), "");
        else if (field instanceof Pairs pairs) pairs(rule, pairs, depth);
        else if (field instanceof Checked checked) checked(rule, checked, depth);
    }

    private void pairs(Rule rule, Pairs pairs, int depth) {
        var first = pairs.places().get(0).qualifier();
        for (var choices : pairs.choices())
            for (var choice : choices)
                text(rule, depth, first, "\"" + choice.qualifier() + "\" with " + value(choice.value()), "");
    }

    private void checked(Rule rule, Checked checked, int depth) {
        var allowed = checked instanceof Checked.OneOf one ? String.join(", ", one.texts()) : "";
        var use = checked instanceof Checked.Present ? REQUIRED : checked instanceof Checked.Absent ? FORBIDDEN : "";
        for (var i = rows.size() - 1; i >= 0 && rows.get(i).depth >= depth; i--) {
            var row = rows.get(i);
            if (row.element != checked.at().element()
                    || row.component != checked.at().component()) continue;
            var codes = allowed.isEmpty() ? row.codes : allowed;
            rows.set(
                    i,
                    new Row(
                            row.depth,
                            row.tag,
                            row.segment,
                            row.element,
                            row.component,
                            use.isEmpty() ? row.use : use,
                            row.value,
                            codes));
            return;
        }
        add(rule, depth, checked.at(), "", use, allowed);
    }

    private static String value(Value value) {
        var text = new StringBuilder(value.path().toString());
        if (value.charactersMax() > 0)
            text.append(", at most ").append(value.charactersMax()).append(" characters");
        if (!value.otherwise().isEmpty()) text.append(", else ").append(value.otherwise());
        return text.toString();
    }

    private void row(Rule rule, int depth, Address at, String text, Value value) {
        add(rule, depth, at, text, "", codes(value.format()));
    }

    private static String codes(Format format) {
        var codes = format.codes().entrySet().stream()
                .limit(CODES_MAX)
                .map(code ->
                        code.getKey().equals(code.getValue()) ? code.getKey() : code.getKey() + " " + code.getValue())
                .collect(Collectors.joining(", "));
        return format.codes().size() > CODES_MAX
                ? codes + " and " + (format.codes().size() - CODES_MAX) + " more"
                : codes;
    }

    private void text(Rule rule, int depth, Address at, String text, String use) {
        add(rule, depth, at, text, use, "");
    }

    private void add(Rule rule, int depth, Address at, String value, String use, String codes) {
        rows.add(new Row(depth, rule.tag(), rule.name(), at.element(), at.component(), use, value, codes));
    }
}

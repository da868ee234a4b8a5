package relais.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import relais.edi.Explainer;
import relais.edi.TransactionSet;
import relais.mapping.Rule.Scope.Kind;
import relais.mapping.Sightings.Sighting;

/** What a sample shows of a partner's guide, as changes of an overlay: a line each, with the name of what it speaks of behind it. */
final class Proposals {

    private static final int CODES_MAX = 12;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/.]+");
    private static final String CONSUMER = "consumer.";

    private final Sightings sightings;
    private final Map<String, List<Sighting>> places;
    private final List<TransactionSet> sets;
    private final ElementNames names;

    Proposals(Mapping base, List<TransactionSet> sets, Explainer explainer) {
        this.sightings = Sightings.of(base, sets);
        this.places = sightings.byPlace();
        this.sets = sets;
        this.names = new ElementNames(explainer, sets.get(0));
    }

    // --- what changes only how we write ---

    /** Texts that the base writes without looking at them, and that the sample has otherwise. */
    List<String> constants() {
        var lines = new ArrayList<String>();
        places.forEach((place, seen) -> {
            for (var field : seen.get(0).rule().fields())
                constant(place, seen, field).ifPresent(lines::add);
        });
        return lines;
    }

    private Optional<String> constant(String place, List<Sighting> seen, Field field) {
        var written = written(field);
        if (written.isEmpty()) return Optional.empty();
        var at = field instanceof Wrapped.FirstOf choice ? choice.at() : ((Literal.Constant) field).at();
        var texts = texts(seen, at);
        if (texts.size() != 1 || texts.contains("") || written.containsAll(texts)) return Optional.empty();
        return Optional.of(change(
                        "constant",
                        place + "/" + at,
                        "is",
                        quoted(texts.iterator().next()))
                + names.of(tag(seen), at));
    }

    /** The texts of a constant, or of several of which one always holds; none of any other field. */
    private static List<String> written(Field field) {
        if (field instanceof Literal.Constant constant)
            return constant.when() == Premise.ALWAYS ? List.of(constant.text()) : List.of();
        if (!(field instanceof Wrapped.FirstOf choice)
                || !choice.fields().stream().allMatch(Literal.Constant.class::isInstance)) return List.of();
        return choice.fields().stream()
                .map(each -> ((Literal.Constant) each).text())
                .toList();
    }

    /** Qualifiers that mean the same to the base, and of which the sample has another than the base writes. */
    List<String> qualifiers() {
        var lines = new ArrayList<String>();
        places.forEach((place, seen) -> qualified(seen).ifPresent(at -> {
            var known = seen.get(0).rule().conditions().stream()
                    .filter(condition -> !condition.texts().isEmpty())
                    .findFirst()
                    .orElseThrow()
                    .texts();
            var order = new LinkedHashSet<>(texts(seen, at));
            if (order.contains(known.get(0))) return;
            order.addAll(known);
            lines.add(change("qualifier", place, "is", quoted(String.join("|", order))) + names.of(tag(seen), at));
        }));
        return lines;
    }

    /** Where the one qualifier stands that a rule can have in several ways. */
    private static Optional<Address> qualified(List<Sighting> seen) {
        var with = seen.get(0).rule().conditions().stream()
                .filter(condition -> !condition.texts().isEmpty())
                .toList();
        if (with.size() != 1
                || with.get(0).texts().size() < 2
                || !with.get(0).tag().isEmpty()) return Optional.empty();
        return with.get(0).at().filter(at -> !seen.get(0).coverage().isField(at));
    }

    // --- what would reject something ---

    /** What stands wherever it can. */
    List<String> required() {
        var first = sightings.all().stream().map(Sighting::rule).findFirst();
        var lines = new ArrayList<String>();
        places.forEach((place, seen) -> {
            if (!isAlways(place, seen) || isInParty(seen)) return;
            var rule = seen.get(0).rule();
            var isFree = first.filter(head -> head == rule).isEmpty()
                    && rule.carries()
                    && !rule.isItem()
                    && !rule.isOnlyRead();
            if (isFree && Hierarchy.of(rule.tag()).isEmpty())
                lines.add("require: " + quoted(place) + names.of(rule.tag()));
            if (rule.isItem())
                for (var at : filled(seen))
                    if (isSpare(seen, at) && !texts(seen, at).contains(""))
                        lines.add("require: " + quoted(place + "/" + at) + names.of(rule.tag(), at));
        });
        return lines;
    }

    /** Whether a document could do without the value. */
    private static boolean isSpare(List<Sighting> seen, Address at) {
        return value(seen, at)
                .map(value -> value.path().last())
                .filter(last -> !last.shape().isRequired() && !last.name().equals("number"))
                .isPresent();
    }

    /** Codes of which the sample shows some, and texts that are the same in all of its sets. */
    List<String> codes() {
        var lines = new ArrayList<String>();
        places.forEach((place, seen) -> {
            if (seen.get(0).prefix().startsWith(CONSUMER)) return;
            for (var at : filled(seen)) {
                var texts = new TreeSet<>(texts(seen, at));
                texts.remove("");
                if (texts.size() <= CODES_MAX && (isCode(seen, at) || isSame(seen, at, texts)))
                    lines.add(change("codes", place + "/" + at, "only", list(texts)) + names.of(tag(seen), at));
            }
        });
        return lines;
    }

    private static boolean isCode(List<Sighting> seen, Address at) {
        return value(seen, at)
                        .filter(value -> !value.format().codes().isEmpty())
                        .isPresent()
                || seen.get(0).rule().fields().stream()
                        .anyMatch(field -> field instanceof Literal.Fixed fixed
                                && fixed.isAt(at)
                                && fixed.texts().size() > 1);
    }

    /** Once in each of several sets, and the same: a party's number, a currency. A day, or free text, means nothing by it. */
    private boolean isSame(List<Sighting> seen, Address at, Set<String> texts) {
        return sets.size() > 1
                && !seen.get(0).rule().isItem()
                && seen.size() == sets.size()
                && seen.stream().allMatch(sighting -> sighting.around() < 0)
                && texts.size() == 1
                && value(seen, at)
                        .filter(value ->
                                value.charactersMax() == 0 && value.leaf().type() != LocalDate.class)
                        .isPresent();
    }

    // --- what the base passes over ---

    /** Elements of segments that the base reads, and that stand where it does not look. */
    List<String> unread() {
        var counts = new LinkedHashMap<String, Integer>();
        for (var sighting : sightings.all())
            Coverage.filled(sighting.segment())
                    .filter(at -> sighting.coverage().passesOver(at, sighting.segment()))
                    .forEach(at -> counts.merge(unread(sighting, at), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + ", " + Strays.times(entry.getValue()))
                .toList();
    }

    private String unread(Sighting sighting, Address at) {
        var beside = sighting.coverage()
                .strangeQualifier(at, sighting.segment())
                .map(qualifier -> " beside " + quoted(qualifier))
                .orElse("");
        return sighting.place() + "/" + at + beside + names.of(sighting.rule().tag(), at);
    }

    /** Segments that the base has no rule for. */
    List<String> strays() {
        return new Strays(sightings, places.keySet(), sets.size(), names).lines();
    }

    // --- looking at sightings ---

    private boolean isAlways(String place, List<Sighting> seen) {
        var around = seen.stream().map(Sighting::around).distinct().count();
        var end = place.lastIndexOf('/');
        var isTop = seen.get(0).around() < 0;
        return around
                == (isTop
                        ? sets.size()
                        : places.getOrDefault(place.substring(0, end), List.of())
                                .size());
    }

    private boolean isInParty(List<Sighting> seen) {
        for (var around = seen.get(0).around();
                around >= 0;
                around = sightings.all().get(around).around())
            if (sightings.all().get(around).rule().scope().kind() == Kind.PART) return true;
        return false;
    }

    private static Set<Address> filled(List<Sighting> seen) {
        return seen.stream()
                .flatMap(sighting -> Coverage.filled(sighting.segment()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<Value> value(List<Sighting> seen, Address at) {
        return seen.stream()
                .flatMap(sighting -> sighting.coverage().value(at, sighting.segment()).stream())
                .findFirst();
    }

    private static Set<String> texts(List<Sighting> seen, Address at) {
        Function<Sighting, String> text = sighting -> at.in(sighting.segment());
        return seen.stream().map(text).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String tag(List<Sighting> seen) {
        return seen.get(0).rule().tag();
    }

    // --- YAML ---

    static String change(String verb, String place, String key, String value) {
        return "{" + verb + ": " + quoted(place) + ", " + key + ": " + value + "}";
    }

    private static String list(Collection<String> texts) {
        return texts.stream().map(Proposals::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A text may hold whatever a partner sends. */
    static String quoted(String text) {
        if (PLAIN.matcher(text).matches() && !text.equalsIgnoreCase("null")) return text;
        var quoted = new StringBuilder("\"");
        for (var c : text.toCharArray())
            if (c < ' ' || c > '~') quoted.append("\\u%04x".formatted((int) c));
            else quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
        return quoted.append('"').toString();
    }
}

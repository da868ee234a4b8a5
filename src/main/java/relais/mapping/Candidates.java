package relais.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relais.edi.Node;
import relais.edi.Segment;

/** The rules of one level as a segment looks for them: by its tag, and by the text that rules of one tag are mostly told apart by, its qualifier. */
record Candidates(Map<String, OfTag> byTag) {

    /** Fewer rules of one tag are asked one after the other. */
    private static final int QUALIFIED_MIN = 3;

    static Candidates of(List<Rule> rules) {
        var grouped = rules.stream().collect(Collectors.groupingBy(Rule::tag));
        var byTag = new HashMap<String, OfTag>();
        grouped.forEach((tag, ofTag) -> byTag.put(tag, OfTag.of(ofTag)));
        return new Candidates(byTag);
    }

    /** The first rule that speaks of the segment. */
    Optional<Rule> speakingOf(Segment segment, List<Node> rest) {
        var ofTag = byTag.get(segment.tag());
        if (ofTag == null) return Optional.empty();
        for (var rule : ofTag.at(segment)) if (rule.speaksOf(segment, rest)) return Optional.of(rule);
        return Optional.empty();
    }

    /**
     * @param qualifier where it stands; empty when there are too few rules, or none asks for one
     * @param qualified of each qualifier, the rules that can speak of a segment with it
     * @param others the rules for any other
     */
    record OfTag(Optional<Address> qualifier, Map<String, Rule[]> qualified, Rule[] others) {

        static OfTag of(List<Rule> rules) {
            var asked = rules.stream().flatMap(OfTag::askingForTexts).findFirst();
            if (asked.isEmpty() || rules.size() < QUALIFIED_MIN)
                return new OfTag(Optional.empty(), Map.of(), rules.toArray(new Rule[0]));
            var qualifier = asked.get().at();
            var qualified = new HashMap<String, Rule[]>();
            rules.stream()
                    .flatMap(rule -> texts(rule, qualifier).stream())
                    .forEach(text -> qualified.computeIfAbsent(
                            text, of -> speaking(rules, qualifier, texts -> texts.contains(of))));
            return new OfTag(qualifier, qualified, speaking(rules, qualifier, texts -> false));
        }

        /** The rules that ask for a text that fits, or for none. */
        private static Rule[] speaking(List<Rule> rules, Optional<Address> qualifier, Predicate<Set<String>> fits) {
            return rules.stream()
                    .filter(rule -> texts(rule, qualifier).isEmpty() || fits.test(texts(rule, qualifier)))
                    .toArray(Rule[]::new);
        }

        /** The texts one of which a rule asks for in a place; empty when it asks for none. */
        private static Set<String> texts(Rule rule, Optional<Address> at) {
            return askingForTexts(rule)
                    .filter(condition -> condition.at().equals(at))
                    .flatMap(condition -> condition.texts().stream())
                    .collect(Collectors.toSet());
        }

        /** Of its conditions those about texts in the segment itself. */
        private static Stream<Condition> askingForTexts(Rule rule) {
            return rule.conditions().stream()
                    .filter(condition ->
                            condition.tag().isEmpty() && !condition.texts().isEmpty());
        }

        Rule[] at(Segment segment) {
            if (qualifier.isEmpty()) return others;
            return qualified.getOrDefault(qualifier.get().in(segment), others);
        }
    }
}

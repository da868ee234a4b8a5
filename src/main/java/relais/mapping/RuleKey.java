package relais.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands before the colon of a rule: {@code N1[1=ST, !4] in consumer}, {@code PID each item.attributes[name=colour]}.
 *
 * @param kind {@code in}, {@code each} or empty
 * @param selection what stands in brackets behind the path: {@code name=colour}; empty for nothing
 */
record RuleKey(String tag, List<Condition> conditions, String kind, String path, String selection) {

    /** A key that begins with a capital letter speaks of a segment; any other of elements. */
    static boolean is(String text) {
        return !text.isEmpty() && Character.isUpperCase(text.charAt(0));
    }

    /** @throws IllegalArgumentException in words, if the text is no rule's key */
    static RuleKey of(String text) {
        var words = text.strip();
        var end = 0;
        while (end < words.length() && Character.isLetterOrDigit(words.charAt(end))) end++;
        var tag = words.substring(0, end);
        var rest = words.substring(end).strip();
        List<Condition> conditions = List.of();
        if (rest.startsWith("[")) {
            var close = rest.indexOf(']');
            if (close < 0) throw new IllegalArgumentException("'" + text + "' lacks its ']'");
            conditions = conditions(rest.substring(1, close));
            rest = rest.substring(close + 1).strip();
        }
        if (tag.length() > 3 || tag.length() < 2)
            throw new IllegalArgumentException("'" + tag + "' is no segment tag: two or three letters and digits");
        return scoped(tag, conditions, rest);
    }

    private static RuleKey scoped(String tag, List<Condition> conditions, String rest) {
        if (rest.isEmpty()) return new RuleKey(tag, conditions, "", "", "");
        var words = rest.split(" +");
        if (words.length == 2 && words[0].equals("each") && words[1].endsWith("]")) {
            var bracket = Math.max(0, words[1].indexOf('['));
            var selection = words[1].substring(bracket + 1, words[1].length() - 1);
            return new RuleKey(tag, conditions, "each", words[1].substring(0, bracket), selection);
        }
        if (words.length == 2 && (words[0].equals("in") || words[0].equals("each")))
            return new RuleKey(tag, conditions, words[0], words[1], "");
        throw new IllegalArgumentException("expected 'in PATH' or 'each PATH' after " + tag + ", got '" + rest + "'");
    }

    private static List<Condition> conditions(String text) {
        var conditions = new ArrayList<Condition>();
        for (var each : text.split(",")) conditions.add(condition(each.strip()));
        return List.copyOf(conditions);
    }

    private static Condition condition(String text) {
        var present = !text.startsWith("!");
        var equals = text.indexOf('=');
        var at = text.substring(present ? 0 : 1, equals < 0 ? text.length() : equals);
        Optional<Address> address = Address.of(at);
        if (address.isEmpty() || !present && equals >= 0)
            throw new IllegalArgumentException("'" + text + "' is no condition; write 1=ST, 1=ST|SF, 4 or !4");
        return new Condition(
                address.get(),
                present,
                equals < 0 ? List.of() : List.of(text.substring(equals + 1).split("\\|")));
    }
}

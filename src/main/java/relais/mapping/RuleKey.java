package relais.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands before the colon of a rule: {@code N1[1=ST, !4] in consumer}, {@code PID each item.attributes[name=colour]},
 * {@code DTM[1=011] received}.
 *
 * @param kind {@code in}, {@code each} or empty
 * @param selection what stands in brackets behind the path: {@code name=colour}; empty for nothing
 * @param received whether it is only read
 */
record RuleKey(
        String tag, List<Condition> conditions, String kind, String path, String selection, boolean received) {

    private static final String RECEIVED = "received";

    /** A key that begins with a capital letter speaks of a segment; any other of elements. */
    static boolean is(String text) {
        return !text.isEmpty() && Character.isUpperCase(text.charAt(0));
    }

    /** Without what it stands for: {@code N1[1=ST, !4]}. */
    String name() {
        return name(tag, conditions);
    }

    static String name(String tag, List<Condition> conditions) {
        return conditions.isEmpty() ? tag : tag + conditions;
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
        var received = rest.equals(RECEIVED) || rest.endsWith(" " + RECEIVED);
        if (received) rest = rest.substring(0, rest.length() - RECEIVED.length()).strip();
        return scoped(tag, conditions, rest, received);
    }

    private static RuleKey scoped(String tag, List<Condition> conditions, String rest, boolean received) {
        if (rest.isEmpty()) return new RuleKey(tag, conditions, "", "", "", received);
        var words = rest.split(" +");
        if (words.length == 2 && words[0].equals("each") && words[1].endsWith("]")) {
            var bracket = Math.max(0, words[1].indexOf('['));
            var selection = words[1].substring(bracket + 1, words[1].length() - 1);
            return new RuleKey(tag, conditions, "each", words[1].substring(0, bracket), selection, received);
        }
        if (words.length == 2 && (words[0].equals("in") || words[0].equals("each")))
            return new RuleKey(tag, conditions, words[0], words[1], "", received);
        throw new IllegalArgumentException("expected 'in PATH' or 'each PATH' after " + tag + ", got '" + rest + "'");
    }

    private static List<Condition> conditions(String text) {
        var conditions = new ArrayList<Condition>();
        for (var each : text.split(",")) conditions.add(condition(each.strip()));
        return List.copyOf(conditions);
    }

    /** @throws IllegalArgumentException in words, if the text is no condition */
    static Condition condition(String text) {
        var present = !text.startsWith("!");
        var equals = text.indexOf('=');
        var where = text.substring(present ? 0 : 1, equals < 0 ? text.length() : equals);
        var point = where.indexOf('.');
        var tag = !is(where) ? "" : point < 0 ? where : where.substring(0, point);
        var at = tag.isEmpty() ? where : point < 0 ? "" : where.substring(point + 1);
        Optional<Address> address = Address.of(at);
        var texts = equals < 0 ? List.<String>of() : List.of(text.substring(equals + 1).split("\\|"));
        var anySegment = !tag.isEmpty() && at.isEmpty() && texts.isEmpty();
        if (address.isEmpty() && !anySegment || tag.isEmpty() && !present && !texts.isEmpty())
            throw new IllegalArgumentException(
                    "'" + text + "' is no condition; write 1=ST, 1=ST|SF, 4, !4, MAN, !MAN or HL.3=I");
        return new Condition(tag, address, present, texts);
    }
}

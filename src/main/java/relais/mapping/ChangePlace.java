package relais.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an overlay changes: {@code PO1/PID} a rule inside a rule, {@code N1[1=ST, 4]/N4/3} one of its elements.
 *
 * @param rules names from the outside in, at least one
 */
record ChangePlace(List<String> rules, Optional<Address> element) {

    static ChangePlace of(String text) {
        var parts = parts(text);
        var address = Address.of(parts.get(parts.size() - 1));
        if (address.isPresent() && parts.size() > 1) parts.remove(parts.size() - 1);
        return new ChangePlace(List.copyOf(parts), parts.isEmpty() ? Optional.empty() : address);
    }

    /** What slashes part that stand in no brackets; each without blanks that do not matter. */
    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var begin = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '[') depth++;
            if (c == ']') depth--;
            if (c != '/' || depth > 0) continue;
            parts.add(text.substring(begin, i).strip());
            begin = i + 1;
        }
        parts.add(text.substring(begin).strip());
        return parts;
    }

    String last() {
        return rules.get(rules.size() - 1);
    }

    String tag() {
        var name = last();
        return name.indexOf('[') < 0 ? name : name.substring(0, name.indexOf('['));
    }

    /** The rule around it; empty at the top. */
    Optional<ChangePlace> parent() {
        return rules.size() < 2
                ? Optional.empty()
                : Optional.of(new ChangePlace(rules.subList(0, rules.size() - 1), Optional.empty()));
    }
}

package relais.edi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The codes of an element with their names, as {@code codes.txt} writes them. An open list names some codes and accepts every other.
 *
 * @param names by code, in the order of the file; the name is empty where there is none of ours
 */
record CodeList(boolean open, Map<String, String> names) {

    private static final String UNNAMED = "=";
    private static final String OPEN = "~";
    private static final String ADDED = "+";

    /**
     * The list of an element in texts of which an earlier one holds what differs from those behind it. {@code 128 ~ Name} is open,
     * {@code 374 + Name} adds to the texts behind; a line {@code = A B C} holds codes without names, every other one code and its name.
     */
    static Optional<CodeList> find(List<TextResource> texts, String element) {
        var entries = TextResource.entries(texts, element);
        if (entries.isEmpty()) return Optional.empty();
        var names = new LinkedHashMap<String, String>();
        var last = 0;
        while (entries.get(last).mark().equals(ADDED) && last < entries.size() - 1) last++;
        for (int i = last; i >= 0; i--) add(entries.get(i).lines(), names);
        return Optional.of(new CodeList(entries.get(last).mark().equals(OPEN), names));
    }

    private static void add(List<String> lines, Map<String, String> names) {
        for (var line : lines) {
            var words = line.strip().split(" ", 2);
            if (!words[0].equals(UNNAMED)) names.put(words[0], words.length == 1 ? "" : words[1]);
            else for (var code : TextResource.split(words[1])) names.putIfAbsent(code, "");
        }
    }

    /** The codes that a value must be one of: those of a closed list; none when the list is open, or there is no list. */
    static Collection<String> closed(List<TextResource> texts, String element) {
        var list = find(texts, element);
        return list.isEmpty() || list.get().open ? List.of() : list.get().names.keySet();
    }

    Optional<String> name(String code) {
        return Optional.ofNullable(names.get(code)).filter(name -> !name.isEmpty());
    }
}

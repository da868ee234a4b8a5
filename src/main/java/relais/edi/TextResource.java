package relais.edi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A text of entries: a line that begins at the margin opens one, and its first word is its key; indented lines below belong to it.
 * Lines that begin with {@code #} are comments. An entry of a later folder stands in place of an earlier one's; when its head is the key
 * alone, its lines say what changes in the earlier one ({@link ChangedLines}). Held as the text it is, an entry taken apart when somebody asks
 * for it; a text that is asked often knows where its entries begin.
 */
final class TextResource {
    private static final int[] NO_TABLE = {};

    private final String text;
    /** Where entries begin, plus one, each in the first free slot from its key's on; 0 is free. Empty when nobody asks twice. */
    private final int[] table;

    private TextResource(String text, int[] table) {
        this.text = text;
        this.table = table;
    }

    /** Reads a file of each folder beside this class, the last folder's first; not every folder has the file. */
    static List<TextResource> read(List<String> folders, String file) {
        var found = new ArrayList<TextResource>();
        for (var text : texts(folders, file)) found.add(indexed(text));
        return found;
    }

    /** The same for one look at it, which is looked for from its beginning. */
    static List<TextResource> glance(List<String> folders, String file) {
        var found = new ArrayList<TextResource>();
        for (var text : texts(folders, file)) found.add(new TextResource(text, NO_TABLE));
        return found;
    }

    private static List<String> texts(List<String> folders, String file) {
        var texts = new ArrayList<String>();
        for (var folder : folders)
            try (var in = TextResource.class.getResourceAsStream(folder + "/" + file)) {
                if (in != null) texts.add(0, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        return texts;
    }

    private static TextResource indexed(String text) {
        var starts = starts(text);
        var indexed = new TextResource(text, new int[Math.max(1, Integer.highestOneBit(starts.length)) * 4]);
        var table = indexed.table;
        for (var start : starts) {
            var slot = indexed.slot(indexed.hash(start));
            while (table[slot] != 0) slot = slot + 1 & table.length - 1;
            table[slot] = start + 1;
        }
        return indexed;
    }

    /** The entry of the latest of several texts that has it: in place of an earlier one, or with its changes made to that. */
    static Optional<Entry> entry(List<TextResource> texts, String key) {
        for (int i = 0; i < texts.size(); i++) {
            var start = texts.get(i).find(key);
            if (start < 0) continue;
            var entry = texts.get(i).entryAt(start);
            var earlier = entry(texts.subList(i + 1, texts.size()), key);
            return Optional.of(earlier.isPresent() ? entry.over(earlier.get()) : entry);
        }
        return Optional.empty();
    }

    /** The entries of those of several texts that have it, in the order of the texts. */
    static List<Entry> entries(List<TextResource> texts, String key) {
        var entries = new ArrayList<Entry>();
        for (var text : texts) {
            var start = text.find(key);
            if (start >= 0) entries.add(text.entryAt(start));
        }
        return entries;
    }

    private static int[] starts(String text) {
        var starts = new int[64];
        var count = 0;
        for (int line = 0; line < text.length(); line = next(text, line)) {
            var first = text.charAt(line);
            if (first == ' ' || first == '#' || first == '\n' || first == '\r') continue;
            if (count == starts.length) starts = Arrays.copyOf(starts, count * 2);
            starts[count++] = line;
        }
        return Arrays.copyOf(starts, count);
    }

    /** Where the line after that of an index begins. */
    private static int next(String text, int at) {
        var end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    private int find(String key) {
        if (table.length == 0) return seek(key);
        for (int slot = slot(key.hashCode()); table[slot] != 0; slot = slot + 1 & table.length - 1) {
            var start = table[slot] - 1;
            if (text.startsWith(key, start) && keyEnd(start) == start + key.length()) return start;
        }
        return -1;
    }

    private int seek(String key) {
        if (key.isEmpty() || key.charAt(0) == '#') return -1;
        if (text.startsWith(key) && keyEnd(0) == key.length()) return 0;
        var line = "\n" + key;
        var at = text.indexOf(line);
        while (at >= 0 && keyEnd(at + 1) != at + line.length()) at = text.indexOf(line, at + 1);
        return at < 0 ? -1 : at + 1;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & table.length - 1;
    }

    /** The hash code of the key at an index, as {@link String#hashCode()} has it. */
    private int hash(int start) {
        var hash = 0;
        var end = keyEnd(start);
        for (int i = start; i < end; i++) hash = 31 * hash + text.charAt(i);
        return hash;
    }

    private int keyEnd(int start) {
        var end = start;
        while (end < text.length() && text.charAt(end) > ' ') end++;
        return end;
    }

    private Entry entryAt(int start) {
        var lines = new ArrayList<String>();
        var head = text.substring(start, next(text, start)).strip();
        for (int line = next(text, start); line < text.length() && belongs(line); line = next(text, line))
            if (text.charAt(line) == ' ')
                lines.add(text.substring(line, next(text, line)).stripTrailing());
        return new Entry(text.substring(start, keyEnd(start)), head, lines);
    }

    /** Whether a line is still the entry's: comments and empty lines do not end it. */
    private boolean belongs(int line) {
        var first = text.charAt(line);
        return first == ' ' || first == '#' || first == '\n' || first == '\r';
    }

    /** The words of a text between blanks. */
    static List<String> split(String text) {
        var words = new ArrayList<String>();
        var at = 0;
        while (at < text.length()) {
            var end = text.indexOf(' ', at);
            if (end < 0) end = text.length();
            if (end > at) words.add(text.substring(at, end));
            at = end + 1;
        }
        return words;
    }

    /** One entry. */
    record Entry(String key, String head, List<String> lines) {

        /** This entry where an earlier folder has one: in its place, or its changes made to it. */
        private Entry over(Entry earlier) {
            return head.equals(key) ? new Entry(key, earlier.head, ChangedLines.of(earlier.lines, lines)) : this;
        }

        /** The sign behind the key, {@code 374 + Date/Time Qualifier}; empty when a word stands there. */
        String mark() {
            var words = head.split(" ", 3);
            return words.length > 1 && words[1].length() == 1 && !Character.isLetterOrDigit(words[1].charAt(0))
                    ? words[1]
                    : "";
        }

        /** The name in quotes, the words up to {@code |}, and the words behind it. */
        Words words() {
            var all = head + " " + String.join(" ", lines);
            var from = all.indexOf('"');
            var to = all.indexOf('"', from + 1);
            var bar = all.indexOf('|', to);
            var uses = all.substring(to + 1, bar < 0 ? all.length() : bar);
            return new Words(
                    all.substring(from + 1, to), split(uses), bar < 0 ? List.of() : split(all.substring(bar + 1)));
        }
    }

    /** A segment's or composite's line taken apart. */
    record Words(String name, List<String> uses, List<String> notes) {}
}

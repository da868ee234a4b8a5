package relais.edi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text of entries: a line that begins at the margin opens one, and its first word is its key; indented lines below belong to it.
 * Lines that begin with {@code #} are comments.
 */
final class TextResource {
    private final Map<String, Entry> entries = new HashMap<>();

    /** One entry. */
    record Entry(String key, String head, List<String> lines) {

        /** The first word of every line: the codes of a list. */
        List<String> firstWords() {
            return lines.stream().map(line -> line.strip().split(" ", 2)[0]).toList();
        }

        /** The name in quotes, the words up to {@code |}, and the words behind it. */
        Words words() {
            var text = head + " "
                    + String.join(" ", lines.stream().map(String::strip).toList());
            var from = text.indexOf('"');
            var to = text.indexOf('"', from + 1);
            var bar = text.indexOf('|', to);
            var uses = text.substring(to + 1, bar < 0 ? text.length() : bar);
            return new Words(
                    text.substring(from + 1, to), split(uses), bar < 0 ? List.of() : split(text.substring(bar + 1)));
        }

        private static List<String> split(String text) {
            return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
        }
    }

    /** A segment's or composite's line taken apart. */
    record Words(String name, List<String> uses, List<String> notes) {}

    private TextResource() {}

    /** Reads a file of each folder beside this class, an entry of a later folder in place of an earlier one's; not every folder has the file. */
    static TextResource read(List<String> folders, String file) {
        var text = new TextResource();
        for (var folder : folders)
            try (var in = TextResource.class.getResourceAsStream(folder + "/" + file)) {
                if (in != null) text.fill(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        return text;
    }

    private void fill(BufferedReader reader) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isBlank() || line.startsWith("#")) continue;
            if (line.charAt(0) == ' ') {
                lines.add(line);
                continue;
            }
            lines = new ArrayList<>();
            var key = line.split(" ", 2)[0];
            entries.put(key, new Entry(key, line, lines));
        }
    }

    Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }
}

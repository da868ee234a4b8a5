package relais.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a YAML file that knows its line. What does not fit is reported to the {@link YamlFile} and answered with
 * something empty, so that one reading finds every mistake. A value that is absent reports nothing but its absence, and
 * that once.
 */
public final class YamlNode {

    private final YamlFile file;
    private final @Nullable Node node;
    private final int line;

    private YamlNode(YamlFile file, @Nullable Node node, int line) {
        this.file = file;
        this.node = node;
        this.line = line;
    }

    static YamlNode of(YamlFile file, @Nullable Node node) {
        return new YamlNode(file, node, node == null ? 1 : lineOf(node));
    }

    private static int lineOf(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }

    /** The file's name, as findings call it. */
    public String file() {
        return file.name();
    }

    /** The line the value starts on, from 1; of what is absent, the line of what should hold it. */
    public int line() {
        return line;
    }

    public boolean isPresent() {
        return node != null;
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Reports a mistake at this value's line. */
    public void wrong(String text) {
        file.wrong(line, text);
    }

    // --- maps ---

    /** The keys and their values in the order written; reports what is no map, and a key that stands twice. */
    public Map<String, YamlNode> entries() {
        if (node == null || isNothing()) return Map.of();
        if (!(node instanceof MappingNode map)) return reported("expected keys with values", Map.of());
        var entries = new LinkedHashMap<String, YamlNode>();
        for (var tuple : map.getValue()) {
            var key = of(file, tuple.getKeyNode());
            if (entries.put(key.text(), of(file, tuple.getValueNode())) != null)
                key.wrong("key '" + key.text() + "' stands twice");
        }
        return entries;
    }

    /** Reports every key but these, each with the nearest of these. */
    public YamlNode only(Collection<String> keys) {
        if (!(node instanceof MappingNode map)) return this;
        for (var tuple : map.getValue()) {
            var key = of(file, tuple.getKeyNode());
            if (!keys.contains(key.text()))
                key.wrong("unknown key '" + key.text() + "'" + Nearest.hint(key.text(), keys));
        }
        return this;
    }

    /** Reports every key but these, each with the nearest of these. */
    public YamlNode only(String... keys) {
        return only(List.of(keys));
    }

    /** The value of a key, when it has one. */
    public Optional<YamlNode> find(String key) {
        if (!(node instanceof MappingNode map)) return Optional.empty();
        return map.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode k
                        && k.getValue().equals(key))
                .map(tuple -> of(file, tuple.getValueNode()))
                .filter(value -> !value.isNothing())
                .findFirst();
    }

    /** The value of a key that has to be there; reports its absence. */
    public YamlNode get(String key) {
        return find(key).orElseGet(() -> {
            if (node != null) wrong("'" + key + "' is missing");
            return new YamlNode(file, null, line);
        });
    }

    // --- lists ---

    /** The items; reports what is no list. Absent is the empty list. */
    public List<YamlNode> items() {
        if (node == null || isNothing()) return List.of();
        if (!(node instanceof SequenceNode list)) return reported("expected a list", List.of());
        var items = new ArrayList<YamlNode>(list.getValue().size());
        for (var item : list.getValue()) items.add(of(file, item));
        return items;
    }

    /** The items of a key that may be absent; reports what is no list. */
    public List<YamlNode> items(String key) {
        return find(key).map(YamlNode::items).orElse(List.of());
    }

    // --- texts ---

    /** The text as written, whatever it looks like ({@code 004010} keeps its zeros); reports what is no text. */
    public String text() {
        if (node == null) return "";
        return node instanceof ScalarNode scalar ? scalar.getValue() : reported("expected a single value", "");
    }

    /** The text of a key that has to be there; reports its absence. */
    public String text(String key) {
        return get(key).text();
    }

    /** The text of a key that may be absent. */
    public String text(String key, String otherwise) {
        return find(key).map(YamlNode::text).orElse(otherwise);
    }

    /**
     * The text, read by a function that throws when it does not fit: {@code node.as("a date like 2026-01-31",
     * LocalDate::parse)}.
     *
     * @param what words for the report: "expected a date like 2026-01-31, got '31.1.26'"
     */
    public <T> Optional<T> as(String what, Function<String, T> read) {
        if (node == null) return Optional.empty();
        var text = text();
        if (!isText()) return Optional.empty();
        try {
            return Optional.of(read.apply(text));
        } catch (RuntimeException e) {
            return reported("expected " + what + ", got '" + text + "'", Optional.empty());
        }
    }

    /** The value that the text names; reports a name that is not among them, with the nearest that is. */
    public <T> Optional<T> oneOf(Map<String, T> values) {
        if (node == null) return Optional.empty();
        var text = text();
        var value = Optional.ofNullable(values.get(text));
        if (value.isEmpty() && isText()) wrong("unknown '" + text + "'" + Nearest.hint(text, values.keySet()));
        return value;
    }

    /** {@code true} or {@code false}; reports anything else. */
    public boolean flag(String key, boolean otherwise) {
        return find(key)
                .flatMap(value -> value.as("true or false", YamlNode::bool))
                .orElse(otherwise);
    }

    /** {@code routes/partners/acme.yaml line 12}. */
    @Override
    public String toString() {
        return file.name() + " line " + line;
    }

    private static boolean bool(String text) {
        if (text.equals("true") || text.equals("false")) return text.equals("true");
        throw new IllegalArgumentException(text);
    }

    private boolean isNothing() {
        return node instanceof ScalarNode scalar && Tag.NULL.equals(scalar.getTag());
    }

    private <T> T reported(String text, T answer) {
        wrong(text);
        return answer;
    }
}

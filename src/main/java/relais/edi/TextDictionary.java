package relais.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A dictionary in our own text format, a folder with {@code elements.txt}, {@code codes.txt}, {@code segments.txt} and {@code sets.txt};
 * each says in its head how it is written. Segments and sets are made from their lines when they are first asked for.
 */
final class TextDictionary implements Dictionary {
    private final TextResource elements;
    private final TextResource codes;
    private final TextResource segments;
    private final TextResource sets;
    private final Map<String, ElementType> elementTypes = new ConcurrentHashMap<>();
    private final Map<String, Optional<SegmentType>> segmentTypes = new ConcurrentHashMap<>();

    private TextDictionary(List<String> folders) {
        elements = TextResource.read(folders, "elements.txt");
        codes = TextResource.read(folders, "codes.txt");
        segments = TextResource.read(folders, "segments.txt");
        sets = TextResource.read(folders, "sets.txt");
    }

    /** The dictionary of folders below {@code relais/edi}, of which a later one holds what differs from those before. */
    static TextDictionary load(String... folders) {
        return new TextDictionary(List.of(folders));
    }

    @Override
    public Optional<SegmentType> segment(String tag) {
        var known = segmentTypes.get(tag);
        if (known != null) return known;
        var made = segments.entry(tag).map(this::segment);
        segmentTypes.put(tag, made);
        return made;
    }

    @Override
    public Optional<SetType> set(String type) {
        return sets.entry(type).map(entry -> {
            var lines = new SetLines(entry);
            var words = entry.head().split(" ", 3);
            return new SetType(
                    words[0], words[2], words[1].equals("-") ? "" : words[1], this, lines.root(), lines.totals);
        });
    }

    /** {@code BEG "name" 353! 92! 324!x2 ... | P0607}. */
    private SegmentType segment(TextResource.Entry entry) {
        var words = entry.words();
        var uses = new ArrayList<ElementUse>();
        for (var word : words.uses()) uses.add(use(word));
        var notes = words.notes().stream().map(SyntaxNote::parse).toList();
        return new SegmentType(entry.key(), words.name(), uses, notes);
    }

    private ElementUse use(String word) {
        var repetitions = word.indexOf('x');
        var max = repetitions < 0 ? 1 : Integer.parseInt(word.substring(repetitions + 1));
        var plain = repetitions < 0 ? word : word.substring(0, repetitions);
        var mandatory = plain.endsWith("!");
        var id = mandatory ? plain.substring(0, plain.length() - 1) : plain;
        var composite =
                id.startsWith("C") || id.startsWith("S") ? segments.entry(id) : Optional.<TextResource.Entry>empty();
        if (composite.isEmpty()) return new ElementUse.Simple(element(id), mandatory, max);
        var words = composite.get().words();
        var components = words.uses().stream()
                .map(this::use)
                .map(ElementUse.Simple.class::cast)
                .toList();
        var notes = words.notes().stream().map(SyntaxNote::parse).toList();
        return new ElementUse.Composite(new CompositeType(id, words.name(), components, notes), mandatory, max);
    }

    /** {@code 355 ID 2 2 Unit or Basis for Measurement Code}. */
    private ElementType element(String id) {
        return elementTypes.computeIfAbsent(id, key -> {
            var entry = elements.entry(id).orElseThrow(() -> new IllegalStateException("no element " + id));
            var words = entry.head().split(" ", 5);
            var list =
                    codes.entry(id).map(found -> CodeSet.of(found.firstWords())).orElse(CodeSet.OPEN);
            return type(id, words, list);
        });
    }

    private static ElementType type(String id, String[] words, CodeSet list) {
        var min = Integer.parseInt(words[2]);
        var max = Integer.parseInt(words[3]);
        var decimals = words[1].length() == 2 && words[1].charAt(0) == 'N' ? words[1].charAt(1) - '0' : 0;
        return new ElementType(id, words[4], kind(words[1]), min, max, decimals, list);
    }

    private static ElementType.Kind kind(String type) {
        return switch (type) {
            case "AN" -> ElementType.Kind.TEXT;
            case "ID" -> ElementType.Kind.CODE;
            case "R" -> ElementType.Kind.DECIMAL;
            case "DT" -> ElementType.Kind.DATE;
            case "TM" -> ElementType.Kind.TIME;
            case "B" -> ElementType.Kind.BINARY;
            default -> ElementType.Kind.INTEGER;
        };
    }

    /** Makes places of the indented lines of a set: {@code REF 0 *}, {@code N1 0 200 loop} with what is in the loop indented below. */
    private final class SetLines {
        private final List<String> lines;
        private final List<Total> totals = new ArrayList<>();
        private int at;
        private int id;

        SetLines(TextResource.Entry entry) {
            this.lines = entry.lines();
        }

        Place root() {
            var root = Place.root();
            children(root, 2);
            return root;
        }

        private void children(Place parent, int indent) {
            while (at < lines.size() && indent(lines.get(at)) >= indent) {
                var words = lines.get(at++).strip().split(" +");
                if (words[0].equals("total")) {
                    totals.add(Total.of(words[1], Integer.parseInt(words[2]), words[3]));
                    continue;
                }
                var type = segment(words[0]).orElseThrow(() -> new IllegalStateException("no segment " + words[0]));
                var min = Integer.parseInt(words[1]);
                var max = words[2].equals("*") ? Integer.MAX_VALUE : Integer.parseInt(words[2]);
                if (words.length == 3) parent.segment(type, min, max, ++id);
                else loop(parent, words, type, min, max, indent);
            }
        }

        private void loop(Place parent, String[] words, SegmentType type, int min, int max, int indent) {
            var name = words.length > 4 ? words[4] : words[0];
            var loop = parent.loop(name, type, min, max, ++id);
            loop.segment(type, 1, 1, ++id);
            children(loop, indent + 2);
        }

        private static int indent(String line) {
            return line.length() - line.stripLeading().length();
        }
    }
}

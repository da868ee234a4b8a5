package relais.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The segments and transaction sets of one version of a standard, in our own text format: a folder with {@code elements.txt},
 * {@code codes.txt}, {@code segments.txt} and {@code sets.txt}; X12's say in their heads how they are written. Segments are made from their
 * lines when they are first asked for, and kept; sets are read from their file each time.
 */
final class Dictionary {
    /** The entry of what every set has. */
    private static final String EVERY_SET = "*";

    private final List<String> folders;
    private final Repetition repetition;
    private final List<TextResource> elements;
    private final List<TextResource> codes;
    private final List<TextResource> segments;
    private final Map<String, ElementType> elementTypes = new ConcurrentHashMap<>();
    private final Map<String, CompositeType> compositeTypes = new ConcurrentHashMap<>();
    private final Map<String, SegmentType> segmentTypes = new ConcurrentHashMap<>();

    /** How an element that may come more than once ({@code C076!x3}) is sent. */
    enum Repetition {
        /** With repetition separators, in one place. */
        SEPARATED,
        /** EDIFACT before syntax version 4: in as many places, side by side. */
        SIDE_BY_SIDE,
        /**
         * EDIFACT syntax version 4: with repetition separators. Side by side is taken at the end of a segment, too, and separators where a
         * directory itself lists the element side by side.
         */
        EITHER
    }

    private Dictionary(Repetition repetition, List<String> folders) {
        this.repetition = repetition;
        this.folders = folders;
        elements = TextResource.read(folders, "elements.txt");
        codes = TextResource.read(folders, "codes.txt");
        segments = TextResource.read(folders, "segments.txt");
    }

    /** The dictionary of folders below {@code relais/edi}, of which a later one holds what differs from those before. */
    static Dictionary load(Repetition repetition, List<String> folders) {
        return new Dictionary(repetition, List.copyOf(folders));
    }

    /** A segment by its tag. */
    Optional<SegmentType> segment(String tag) {
        var known = segmentTypes.get(tag);
        if (known != null) return Optional.of(known);
        var entry = TextResource.entry(segments, tag);
        if (entry.isEmpty()) return Optional.empty();
        var made = segment(entry.get());
        segmentTypes.put(tag, made);
        return Optional.of(made);
    }

    /** The structure of a transaction set: "850", "ORDERS". */
    Optional<SetType> set(String type) {
        if (type.equals(EVERY_SET)) return Optional.empty();
        var sets = TextResource.glance(folders, "sets.txt");
        var entry = TextResource.entry(sets, type);
        if (entry.isEmpty()) return Optional.empty();
        var everywhere = TextResource.entry(sets, EVERY_SET);
        return Optional.of(
                set(entry.get(), everywhere.isPresent() ? everywhere.get().lines() : List.of()));
    }

    private SetType set(TextResource.Entry entry, List<String> everywhere) {
        var lines = new SetLines(this, entry);
        var root = lines.root();
        var totals = new ArrayList<>(lines.totals());
        for (var line : everywhere) totals.add(Total.parse(TextResource.split(line)));
        var words = entry.head().split(" ", 3);
        var functionalId = words[1].equals("-") ? "" : words[1];
        return new SetType(entry.key(), words[2], functionalId, this, root, totals);
    }

    /** {@code BEG "name" 353! 92! 324!x2 ... | P0607}. */
    private SegmentType segment(TextResource.Entry entry) {
        var words = entry.words();
        var uses = new ArrayList<ElementUse>();
        var last = words.uses().size() - 1;
        for (int i = 0; i <= last; i++)
            uses.addAll(uses(
                    words.uses().get(i),
                    repetition == Repetition.SIDE_BY_SIDE || repetition == Repetition.EITHER && i == last));
        if (repetition == Repetition.EITHER) repeatable(uses);
        return new SegmentType(entry.key(), words.name(), uses, notes(words));
    }

    /** What stands side by side may be repeated in the first of these places, too. */
    private static void repeatable(List<ElementUse> uses) {
        var times = 1;
        for (int i = uses.size() - 2; i >= 0; i--) {
            times = uses.get(i).id().equals(uses.get(i + 1).id()) ? times + 1 : 1;
            if (times > 1) uses.set(i, uses.get(i).repeated(times));
        }
    }

    private static List<SyntaxNote> notes(TextResource.Words words) {
        var notes = new ArrayList<SyntaxNote>();
        for (var note : words.notes()) notes.add(SyntaxNote.parse(note));
        return notes;
    }

    private List<ElementUse> uses(String word, boolean sideBySide) {
        var times = word.indexOf('x');
        var max = times < 0 ? 1 : Integer.parseInt(word.substring(times + 1));
        var plain = times < 0 ? word : word.substring(0, times);
        var mandatory = plain.endsWith("!");
        var id = mandatory ? plain.substring(0, plain.length() - 1) : plain;
        var uses = new ArrayList<>(List.of(use(id, mandatory, sideBySide ? 1 : max)));
        for (int more = 1; sideBySide && more < max; more++) uses.add(use(id, false, 1));
        return uses;
    }

    private ElementUse use(String id, boolean mandatory, int max) {
        var composite = id.startsWith("C") || id.startsWith("S") ? composite(id) : Optional.<CompositeType>empty();
        return composite.isPresent()
                ? new ElementUse.Composite(composite.get(), mandatory, max)
                : new ElementUse.Simple(element(id), mandatory, max);
    }

    private Optional<CompositeType> composite(String id) {
        var known = compositeTypes.get(id);
        if (known != null) return Optional.of(known);
        var entry = TextResource.entry(segments, id);
        if (entry.isEmpty()) return Optional.empty();
        var made = composite(entry.get());
        compositeTypes.put(id, made);
        return Optional.of(made);
    }

    private CompositeType composite(TextResource.Entry entry) {
        var words = entry.words();
        var components = new ArrayList<ElementUse.Simple>();
        for (var word : words.uses()) for (var use : uses(word, true)) components.add((ElementUse.Simple) use);
        return new CompositeType(entry.key(), words.name(), components, notes(words));
    }

    /** {@code 355 ID 2 2 Unit or Basis for Measurement Code}. */
    private ElementType element(String id) {
        var known = elementTypes.get(id);
        if (known != null) return known;
        var entry = TextResource.entry(elements, id);
        if (entry.isEmpty()) throw new IllegalStateException("no element " + id + " in " + folders);
        var words = entry.get().head().split(" ", 5);
        var list = words[1].equals("ID") ? CodeSet.of(codes, id) : CodeSet.OPEN;
        var type = type(id, words, list);
        elementTypes.put(id, type);
        return type;
    }

    private static ElementType type(String id, String[] words, CodeSet list) {
        var min = Integer.parseInt(words[2]);
        var max = (int) Math.min(Integer.MAX_VALUE, Long.parseLong(words[3]));
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
}

package relais.edi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The structure of every transaction set known: X12 from our own dictionary, EDIFACT from the directories that the United
 * Nations publish. Loaded on first use, kept, safe for many threads.
 */
public final class Structures {
    private static final int RELEASE_LENGTH = 6;
    private static final String SERVICE = "edifact/service";
    private static final String LIKELY_DIRECTORY = "edifact/d96a";
    private static final Pattern DIRECTORY = Pattern.compile("edifact/d\\d\\d[a-z]");
    private static final List<String> X12_RELEASES = List.of("004010", "004030", "005010");

    private final Map<String, Dictionary> dictionaries = new ConcurrentHashMap<>();
    private final Map<String, SetType> sets = new ConcurrentHashMap<>();

    private Structures() {}

    /** Everything on the class path. */
    public static Structures bundled() {
        return new Structures();
    }

    /** The structure of a transaction set in the version its header names; empty when it is not known. */
    Optional<SetType> find(Standard standard, String version, String type) {
        var name = dictionaryName(standard, version, type);
        var known = sets.get(name + "/" + type);
        if (known != null) return Optional.of(known);
        var found = dictionary(name).flatMap(dictionary -> dictionary.set(type));
        found.ifPresent(set -> sets.put(name + "/" + type, set));
        return found;
    }

    /** The number of a data element, of a composite's component: "355"; empty when it is not known. */
    Optional<ElementUse> element(Standard standard, String version, String tag, int element, int component) {
        return segment(standard, version, tag)
                .filter(type -> element >= 1 && element <= type.elements.length)
                .map(type -> type.elements[element - 1])
                .map(use -> component(use, component));
    }

    /** The syntax notes of an X12 segment; none when it is not known. */
    List<SyntaxNote> notes(String version, String tag) {
        return segment(Standard.X12, version, tag)
                .map(type -> List.of(type.notes))
                .orElse(List.of());
    }

    private static ElementUse component(ElementUse use, int component) {
        if (!(use instanceof ElementUse.Composite composite)) return use;
        var components = composite.type().components;
        return component >= 1 && component <= components.length ? components[component - 1] : use;
    }

    private Optional<SegmentType> segment(Standard standard, String version, String tag) {
        return dictionary(dictionaryName(standard, version, "")).flatMap(found -> found.segment(tag));
    }

    /** GS01 of the groups that a type of X12 transaction set travels in: "PO" for 850. */
    Optional<String> functionalId(String version, String type) {
        return find(Standard.X12, version, type).map(set -> set.functionalId);
    }

    /** Envelope and service segments, which hold in every version. */
    Dictionary envelope(Standard standard) {
        var name =
                switch (standard) {
                    case X12 -> "x12/" + X12_RELEASES.get(0);
                    case EDIFACT -> SERVICE;
                };
        return dictionary(name).orElseThrow();
    }

    /** A structure without segments: what a reader begins with. */
    SetType unknown() {
        return new SetType("", "", "", envelope(Standard.EDIFACT), Place.root(), List.of());
    }

    /** The dictionary of a version, or of one like it: good enough for names. */
    Dictionary nearest(Standard standard, String version, String type) {
        if (standard == Standard.EDIFACT)
            return dictionary(dictionaryName(standard, version, type))
                    .or(() -> dictionary(LIKELY_DIRECTORY))
                    .orElseGet(() -> envelope(standard));
        var folders = x12Folders(version);
        return dictionary(folders.get(folders.size() - 1)).orElseThrow();
    }

    /** The folders of the releases up to a version's own, of the first one at least. */
    static List<String> x12Folders(String version) {
        var release = version.substring(0, Math.min(RELEASE_LENGTH, version.length()));
        var upTo = X12_RELEASES.stream()
                .filter(each -> each.compareTo(release) <= 0)
                .count();
        return X12_RELEASES.stream()
                .limit(Math.max(1, upTo))
                .map(each -> "x12/" + each)
                .toList();
    }

    /** The dictionary of a name; only what exists is kept, whatever senders write. */
    private Optional<Dictionary> dictionary(String name) {
        if (!known(name)) return Optional.empty();
        return Optional.of(dictionaries.computeIfAbsent(name, Structures::load));
    }

    private static boolean known(String name) {
        if (name.startsWith("x12/")) return X12_RELEASES.contains(name.substring(4));
        return name.equals(SERVICE)
                || DIRECTORY.matcher(name).matches() && Structures.class.getResource(name + "/sets.txt") != null;
    }

    /** A release of X12 is the first one with the differences of every later one up to itself; a directory stands on the service segments. */
    private static Dictionary load(String name) {
        if (name.equals(SERVICE)) return Dictionary.sideBySide(SERVICE);
        if (name.startsWith("edifact/")) return Dictionary.sideBySide(SERVICE, name);
        var upTo = X12_RELEASES.indexOf(name.substring(4)) + 1;
        return Dictionary.load(X12_RELEASES.subList(0, upTo).stream()
                .map(each -> "x12/" + each)
                .toArray(String[]::new));
    }

    /** {@code x12/004010}, {@code edifact/d96a}; CONTRL has a version of its own and needs no directory. */
    private static String dictionaryName(Standard standard, String version, String type) {
        if (standard == Standard.X12) return "x12/" + version.substring(0, Math.min(RELEASE_LENGTH, version.length()));
        if (type.equals("CONTRL")) return SERVICE;
        var parts = version.split(":", -1);
        return "edifact/" + (parts.length < 2 ? "" : (parts[0] + parts[1]).toLowerCase(Locale.ROOT));
    }
}

package relais.edi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The structure of every transaction set known: X12 from our own dictionary, EDIFACT from the directories that the United
 * Nations publish. Loaded on first use, kept, safe for many threads.
 */
public final class Structures {
    private static final int RELEASE_LENGTH = 6;
    private static final String SERVICE = "edifact/service";
    private static final String SERVICE_4 = "edifact/service4";
    private static final String LIKELY_DIRECTORY = "edifact/d96a";
    private static final List<String> X12_RELEASES = List.of("x12/004010", "x12/004030", "x12/005010");

    /** By the folders that they are read from. */
    private final Map<List<String>, Dictionary> dictionaries = new ConcurrentHashMap<>();

    /** By the folders and the type behind them. */
    private final Map<List<String>, SetType> sets = new ConcurrentHashMap<>();

    private Structures() {}

    /** Everything on the class path. */
    public static Structures bundled() {
        return new Structures();
    }

    /** The structure of a transaction set in the version its header names; empty when it is not known. */
    Optional<SetType> find(Interchange interchange, String version, String type) {
        return interchange.standard() == Standard.X12
                ? find(release(version), type)
                : find(directory(isSyntax4(interchange.version()), version, type), type);
    }

    /** The same for EDIFACT before syntax version 4. */
    Optional<SetType> find(Standard standard, String version, String type) {
        return find(standard == Standard.X12 ? release(version) : directory(false, version, type), type);
    }

    /** Whether the structure of a transaction set is known: {@code 850} in {@code 005010}, {@code ORDERS} in {@code D:01B:UN}. */
    public boolean know(Standard standard, String version, String type) {
        return find(standard, version, type).isPresent();
    }

    private Optional<SetType> find(List<String> folders, String type) {
        var key = new ArrayList<>(folders);
        key.add(type);
        var known = sets.get(key);
        if (known != null) return Optional.of(known);
        var dictionary = dictionary(folders);
        var found = dictionary.isEmpty()
                ? Optional.<SetType>empty()
                : dictionary.get().set(type);
        if (found.isPresent()) sets.put(key, found.get());
        return found;
    }

    /** Whether UNB's syntax identifier and version ("UNOC:4") name version 4. */
    private static boolean isSyntax4(String syntax) {
        return syntax.endsWith(":4");
    }

    /** The number of a data element, of a composite's component: "355"; empty when it is not known. */
    Optional<ElementUse> element(Standard standard, String version, String tag, int element, int component) {
        return segment(standard, version, tag)
                .filter(type -> element >= 1 && element <= type.elements.length)
                .map(type -> type.elements[element - 1])
                .map(use -> component(use, component));
    }

    /** Whether a code may stand at the beginning of a segment of an EDIFACT directory. */
    boolean accepts(String version, String tag, String code) {
        var bytes = code.getBytes(StandardCharsets.US_ASCII);
        return element(Standard.EDIFACT, version, tag, 1, 1)
                .filter(ElementUse.Simple.class::isInstance)
                .map(ElementUse.Simple.class::cast)
                .filter(use -> use.type().codes().contains(bytes, 0, bytes.length))
                .isPresent();
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
        var folders = standard == Standard.X12 ? release(version) : directory(false, version, "");
        return dictionary(folders).flatMap(found -> found.segment(tag));
    }

    /** GS01 of the groups that a type of X12 transaction set travels in: "PO" for 850. */
    Optional<String> functionalId(String version, String type) {
        return find(Standard.X12, version, type).map(set -> set.functionalId);
    }

    /** X12's envelope segments, and EDIFACT's before syntax version 4. */
    Dictionary envelope(Standard standard) {
        return standard == Standard.X12 ? load(X12_RELEASES.subList(0, 1)) : service("");
    }

    /** The service segments of an EDIFACT syntax ("UNOC:4"). */
    Dictionary service(String syntax) {
        return load(isSyntax4(syntax) ? List.of(SERVICE, SERVICE_4) : List.of(SERVICE));
    }

    /** A structure without segments: what a reader begins with. */
    SetType unknown() {
        return new SetType("", "", "", envelope(Standard.EDIFACT), Place.root(), List.of());
    }

    /** The dictionary of a version, or of one like it: good enough for names. */
    Dictionary nearest(Standard standard, String version, String type) {
        if (standard == Standard.X12) return load(x12Folders(version));
        var own = dictionary(directory(false, version, type));
        return own.isPresent() ? own.get() : load(List.of(SERVICE, LIKELY_DIRECTORY));
    }

    /** The folders of the releases up to a version's own, of the first one at least. */
    static List<String> x12Folders(String version) {
        var release = "x12/" + version.substring(0, Math.min(RELEASE_LENGTH, version.length()));
        var upTo = X12_RELEASES.stream()
                .filter(each -> each.compareTo(release) <= 0)
                .count();
        return X12_RELEASES.subList(0, (int) Math.max(1, upTo));
    }

    /** What exists of folders that a sender named; nothing else is kept. */
    private Optional<Dictionary> dictionary(List<String> folders) {
        if (folders.isEmpty()) return Optional.empty();
        var known = dictionaries.get(folders);
        if (known != null) return Optional.of(known);
        var last = folders.get(folders.size() - 1);
        var exists = last.startsWith("x12/") || Structures.class.getResource(last + "/sets.txt") != null;
        return exists ? Optional.of(load(folders)) : Optional.empty();
    }

    private Dictionary load(List<String> folders) {
        var known = dictionaries.get(folders);
        if (known != null) return known;
        var repetition = folders.contains(SERVICE_4)
                ? Dictionary.Repetition.EITHER
                : folders.contains(SERVICE) ? Dictionary.Repetition.SIDE_BY_SIDE : Dictionary.Repetition.SEPARATED;
        dictionaries.putIfAbsent(folders, Dictionary.load(repetition, folders));
        return dictionaries.get(folders);
    }

    /** The folders of a release of X12: the first one, with the differences of every later one up to itself. */
    private static List<String> release(String version) {
        var release = "x12/" + version.substring(0, Math.min(RELEASE_LENGTH, version.length()));
        return X12_RELEASES.subList(0, X12_RELEASES.indexOf(release) + 1);
    }

    /** The folders of a directory ("D:96A:UN") on its service segments; CONTRL has a version of its own (syntax version 4: "4:1") and needs none. */
    private static List<String> directory(boolean syntax4, String version, String type) {
        var contrl = type.equals("CONTRL");
        var folders = new ArrayList<>(List.of(SERVICE));
        if (syntax4 || contrl && version.startsWith("4:")) folders.add(SERVICE_4);
        if (contrl) return folders;
        var parts = version.split(":", -1);
        var name = parts.length < 2 ? "" : (parts[0] + parts[1]).toLowerCase(Locale.ROOT);
        if (!isDirectory(name)) return List.of();
        folders.add("edifact/" + name);
        return folders;
    }

    /** {@code d96a}. By hand: to make a pattern takes longer than to read a small file. */
    private static boolean isDirectory(String name) {
        return name.length() == 4
                && name.charAt(0) == 'd'
                && Counts.isDigits(name.substring(1, 3))
                && name.charAt(3) >= 'a'
                && name.charAt(3) <= 'z';
    }
}

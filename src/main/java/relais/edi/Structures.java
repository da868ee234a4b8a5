package relais.edi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The structure of every transaction set known: X12 from our own dictionary, EDIFACT from the published directories on the class
 * path. Loaded on first use, kept, safe for many threads.
 */
public final class Structures {
    private static final int RELEASE_LENGTH = 6;
    private static final List<String> X12_RELEASES = List.of("004010", "004030", "005010");

    private final Map<String, Optional<Dictionary>> dictionaries = new ConcurrentHashMap<>();
    private final Map<String, Optional<SetType>> sets = new ConcurrentHashMap<>();

    private final Dictionary service = TextDictionary.load("edifact/service");

    private Structures() {}

    /** Everything on the class path. */
    public static Structures bundled() {
        return new Structures();
    }

    /** The structure of a transaction set in the version its header names; empty when it is not known. */
    Optional<SetType> find(Standard standard, String version, String type) {
        var name = dictionaryName(standard, version, type);
        return sets.computeIfAbsent(
                name + "/" + type, key -> dictionary(standard, name).flatMap(found -> found.set(type)));
    }

    /** The number of a data element, of a composite's component: "355"; empty when it is not known. */
    Optional<ElementUse> element(Standard standard, String version, String tag, int element, int component) {
        return segment(standard, version, tag)
                .filter(type -> element >= 1 && element <= type.elements.length)
                .map(type -> type.elements[element - 1])
                .map(use -> component(use, component));
    }

    private static ElementUse component(ElementUse use, int component) {
        if (!(use instanceof ElementUse.Composite composite)) return use;
        var components = composite.type().components;
        return component >= 1 && component <= components.length ? components[component - 1] : use;
    }

    private Optional<SegmentType> segment(Standard standard, String version, String tag) {
        return dictionary(standard, dictionaryName(standard, version, "")).flatMap(found -> found.segment(tag));
    }

    /** GS01 of the groups that a type of X12 transaction set travels in: "PO" for 850. */
    Optional<String> functionalId(String version, String type) {
        return find(Standard.X12, version, type).map(set -> set.functionalId);
    }

    /** Envelope and service segments, which hold in every version. */
    Dictionary envelope(Standard standard) {
        return switch (standard) {
            case X12 -> dictionary(standard, "x12/" + X12_RELEASES.get(0)).orElseThrow();
            case EDIFACT -> service;
        };
    }

    /** A structure without segments: what a reader begins with. */
    SetType unknown() {
        return new SetType("", "", "", envelope(Standard.EDIFACT), Place.root(), List.of());
    }

    private Optional<Dictionary> dictionary(Standard standard, String name) {
        return dictionaries.computeIfAbsent(name, key -> load(standard, name));
    }

    private Optional<Dictionary> load(Standard standard, String name) {
        var version = name.substring(name.indexOf('/') + 1);
        if (standard == Standard.X12) return release(version);
        if (name.equals("edifact/service")) return Optional.of(service);
        return EdifactDirectory.load(version, service).map(Dictionary.class::cast);
    }

    /** A release is the first one with the differences of every later one up to itself. */
    private static Optional<Dictionary> release(String release) {
        var upTo = X12_RELEASES.indexOf(release) + 1;
        if (upTo == 0) return Optional.empty();
        return Optional.of(TextDictionary.load(X12_RELEASES.subList(0, upTo).stream()
                .map(each -> "x12/" + each)
                .toArray(String[]::new)));
    }

    /** {@code x12/004010}, {@code edifact/d96a}; CONTRL has a version of its own and needs no directory. */
    private static String dictionaryName(Standard standard, String version, String type) {
        if (standard == Standard.X12) return "x12/" + version.substring(0, Math.min(RELEASE_LENGTH, version.length()));
        if (type.equals("CONTRL")) return "edifact/service";
        var parts = List.of(version.split(":", -1));
        return "edifact/" + (parts.size() < 2 ? "" : (parts.get(0) + parts.get(1)).toLowerCase(java.util.Locale.ROOT));
    }
}

package relais.edi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the words of a version mean: the names of its segments, elements and codes; those of the nearest version when it is not known. */
final class Vocabulary {
    /** The list of names of EDIFACT's segments among those of its codes. */
    private static final String SEGMENTS = "segment";

    private final Dictionary dictionary;
    private final List<TextResource> codes;
    private final Map<String, Optional<CodeList>> lists = new ConcurrentHashMap<>();

    private Vocabulary(Dictionary dictionary, List<TextResource> codes) {
        this.dictionary = dictionary;
        this.codes = codes;
    }

    /** @param version that the dictionary was asked for by */
    static Vocabulary of(Dictionary dictionary, Standard standard, String version) {
        var folders =
                standard == Standard.X12 ? Structures.x12Folders(version) : List.of("edifact/names", "edifact/service");
        return new Vocabulary(dictionary, TextResource.read(folders, "codes.txt"));
    }

    Optional<SegmentType> segment(String tag) {
        return dictionary.segment(tag);
    }

    /** Empty when there is no such segment. */
    String segmentName(String tag) {
        var name = code(SEGMENTS, tag);
        return name.isEmpty() ? segment(tag).map(type -> type.name).orElse("") : name;
    }

    /** Empty when there is no such element. */
    String elementName(String tag, int element, int component) {
        return segment(tag)
                .filter(type -> element <= type.elements.length)
                .map(type -> name(type.elements[element - 1], component))
                .orElse("");
    }

    private static String name(ElementUse use, int component) {
        if (use instanceof ElementUse.Simple simple) return simple.type().name();
        var components = ((ElementUse.Composite) use).type().components;
        return component < 1 || component > components.length
                ? ""
                : components[component - 1].type().name();
    }

    /** The name of an element's code; empty when there is none. */
    String code(String element, String code) {
        var name = list(element).flatMap(list -> list.name(code));
        return name.isPresent() ? name.get() : IsoNames.of(element, code);
    }

    /** Looked for first without the lock that putting takes. */
    private Optional<CodeList> list(String element) {
        var known = lists.get(element);
        return known != null ? known : lists.computeIfAbsent(element, key -> CodeList.find(codes, key));
    }
}

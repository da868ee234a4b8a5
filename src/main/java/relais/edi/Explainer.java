package relais.edi;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Puts segments into words: names of segments, elements and codes, dates and numbers as people write them. It takes whatever was read:
 * where a version, segment, element or code is not known, it says less. Safe for many threads.
 */
public final class Explainer {
    private static final String SET_TYPE_OF_EDIFACT = "0065";
    private static final String SET_TYPE_OF_X12 = "143";
    private static final int DELIMITER_OF_ISA = 16;

    private final Structures structures;
    private final Map<Dictionary, Vocabulary> vocabularies = new ConcurrentHashMap<>();

    public Explainer(Structures structures) {
        this.structures = structures;
    }

    /** What a transaction set is: "Purchase order" for 850 and ORDERS; empty when its type is not known. */
    public String name(TransactionSet set) {
        var element = set.standard() == Standard.X12 ? SET_TYPE_OF_X12 : SET_TYPE_OF_EDIFACT;
        return vocabulary(set).code(element, set.type());
    }

    /** What a segment is called in a version; empty when it is not known. */
    public String segmentName(Standard standard, String version, String type, String tag) {
        return vocabulary(standard, version, type).segmentName(tag);
    }

    /** What an element is called, or one of its components (from 1; 0 for the element as a whole); empty when it is not known. */
    public String elementName(Standard standard, String version, String type, String tag, int element, int component) {
        return vocabulary(standard, version, type).elementName(tag, element, component);
    }

    /** Every segment of a set, header and trailer included; each is made when it is asked for. */
    public Stream<Explanation> explain(TransactionSet set) {
        var words = vocabulary(set);
        var outline = new Outline(set);
        return set.segments().stream().map(segment -> explanation(words, outline, segment));
    }

    /** A segment of the interchange's envelope: ISA, GS, TA1, UNB and the like. */
    public Explanation explain(Interchange interchange, Segment segment) {
        var version = interchange.version() + "0";
        var words = interchange.standard() == Standard.X12
                ? vocabulary(Standard.X12, version, "")
                : vocabulary(Standard.EDIFACT, "", "");
        var values =
                switch (segment.tag()) {
                    case "UNA" -> delimiters(interchange.delimiters());
                    case "ISA" -> header(interchange.delimiters(), SegmentValues.of(words, segment));
                    default -> SegmentValues.of(words, segment);
                };
        return new Explanation(
                segment.tag(), words.segmentName(segment.tag()), "", 0, segment.position(), segment.offset(), values);
    }

    private static List<Explanation.Value> delimiters(Delimiters delimiters) {
        var signs = List.of(
                sign(1, "Component separator", delimiters.component()),
                sign(2, "Element separator", delimiters.element()),
                sign(3, "Decimal mark", delimiters.decimalMark()),
                sign(4, "Release character", delimiters.release()),
                sign(5, "Repetition separator", delimiters.repetition()),
                sign(6, "Segment terminator", delimiters.segment()));
        return signs.stream().filter(sign -> !sign.text().equals("\0")).toList();
    }

    /** ISA16 is a delimiter, so that it parts nothing from nothing; a blank is none. */
    private static List<Explanation.Value> header(Delimiters delimiters, List<Explanation.Value> values) {
        if (delimiters.component() == 0) return values;
        var sign = sign(DELIMITER_OF_ISA, "Component Element Separator", delimiters.component());
        return Stream.concat(values.stream(), Stream.of(sign)).toList();
    }

    private static Explanation.Value sign(int element, String name, char sign) {
        return new Explanation.Value(element, 0, 1, "", name, String.valueOf(sign), "");
    }

    private static Explanation explanation(Vocabulary words, Outline outline, Segment segment) {
        var place = outline.next(segment);
        return new Explanation(
                segment.tag(),
                words.segmentName(segment.tag()),
                place.loop(),
                place.depth(),
                segment.position(),
                segment.offset(),
                SegmentValues.of(words, segment));
    }

    private Vocabulary vocabulary(TransactionSet set) {
        return vocabulary(set.standard(), set.version(), set.type());
    }

    private Vocabulary vocabulary(Standard standard, String version, String type) {
        var dictionary = structures.nearest(standard, version, type);
        return vocabularies.computeIfAbsent(dictionary, known -> Vocabulary.of(known, standard, version));
    }
}

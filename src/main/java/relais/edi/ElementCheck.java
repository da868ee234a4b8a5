package relais.edi;

import static relais.finding.FindingCode.CHARACTER_NOT_ALLOWED;
import static relais.finding.FindingCode.CODE_UNKNOWN;
import static relais.finding.FindingCode.COMPONENT_TOO_MANY;
import static relais.finding.FindingCode.DATE_INVALID;
import static relais.finding.FindingCode.ELEMENT_MISSING;
import static relais.finding.FindingCode.ELEMENT_TOO_MANY;
import static relais.finding.FindingCode.LIMIT_REACHED;
import static relais.finding.FindingCode.REPETITION_TOO_MANY;

import relais.finding.FindingCode;
import relais.finding.Location;

/** Checks the elements of one segment after the other against their definitions. */
final class ElementCheck {
    /** How much of an offending value a finding repeats. */
    private static final int VALUE_CHARACTERS_MAX = 256;

    /** EDIFACT 3055: UN/ECE, which keeps the lists that we hold. */
    private static final String UNITED_NATIONS = "6";

    private final FindingLog log;
    private final ValueCheck values = new ValueCheck();
    private Tokens tokens;
    private SegmentType type;
    private int segment;
    private int element;
    private int component;
    private int repetition;
    private int excess;

    ElementCheck(FindingLog log, Tokens tokens, SegmentType type) {
        this.log = log;
        this.tokens = tokens;
        this.type = type;
    }

    void check(Tokens inTokens, int atSegment, SegmentType ofType) {
        check(inTokens, atSegment, ofType, ofType.shape(inTokens.shape(atSegment)));
    }

    /** Checks a segment of a shape that is known already. */
    void check(Tokens inTokens, int atSegment, SegmentType ofType, Shape shape) {
        if (!shape.holdsSurely(inTokens, atSegment)) judge(inTokens, atSegment, ofType);
    }

    private void judge(Tokens inTokens, int atSegment, SegmentType ofType) {
        tokens = inTokens;
        segment = atSegment;
        type = ofType;
        element = 0;
        excess = 0;
        var present = elements();
        if ((present & type.mandatory) != type.mandatory) missing(present);
        for (var note : type.notes) if (!note.holds(present)) broken(note, present);
    }

    /** Checks what stands between the element separators; answers a bit for each element that is there. */
    private long elements() {
        var present = 0L;
        var last = tokens.last(segment);
        var mark = tokens.first(segment);
        if (mark < last && tokens.kind(mark) != Syntax.ELEMENT) mark = behindTag(mark);
        while (mark < last) {
            element++;
            var end = tokens.elementEnd(mark);
            if (element(mark, end) && element < Long.SIZE) present |= 1L << element;
            mark = end;
        }
        return present;
    }

    /** The first element's mark, where components (in EDIFACT of a nesting indicator) follow the tag. */
    private int behindTag(int mark) {
        var where = Location.segment(tokens.tag(segment), segment + 1, tokens.offset(tokens.at(mark)));
        log.error(COMPONENT_TOO_MANY, where, "the tag " + tokens.tag(segment) + " has no components");
        return tokens.elementEnd(mark);
    }

    private boolean element(int mark, int end) {
        if (tokens.at(mark) + 1 == tokens.at(end)) return false;
        component = 0;
        repetition = 1;
        return element <= type.elements.length ? repetitions(type.elements[element - 1], mark, end) : tooMany(mark);
    }

    private boolean repetitions(ElementUse use, int from, int to) {
        var there = false;
        var begin = from;
        while (begin < to) {
            var end = begin + 1;
            while (end < to && tokens.kind(end) != Syntax.REPETITION) end++;
            component = 0;
            if (repetition == use.repetitionsMax() + 1)
                error(REPETITION_TOO_MANY, begin, "at most " + use.repetitionsMax() + " repetitions of " + use.name());
            there |= use instanceof ElementUse.Composite composite
                    ? composite(composite.type(), begin, end)
                    : simple((ElementUse.Simple) use, begin, end);
            repetition++;
            begin = end;
        }
        return there;
    }

    private boolean simple(ElementUse.Simple use, int from, int to) {
        component = 0;
        var there = tokens.at(from + 1) > tokens.at(from) + 1 && !isBlank(use, from);
        if (there) value(use.type(), from);
        if (tokens.at(to) - tokens.at(from + 1) == to - from - 1) return there;
        component = 2;
        error(COMPONENT_TOO_MANY, from + 1, use.name() + " has no components");
        return true;
    }

    /** X12.6, string and identifier elements: one that is mandatory holds more than blanks, except where ISA has fixed widths. */
    private boolean isBlank(ElementUse.Simple use, int mark) {
        var kind = use.type().kind();
        if (!use.mandatory() || kind != ElementType.Kind.TEXT && kind != ElementType.Kind.CODE) return false;
        if (tokens.syntax.standard != Standard.X12 || type.tag.equals("ISA")) return false;
        for (int at = tokens.at(mark) + 1; at < tokens.at(mark + 1); at++)
            if (tokens.bytes[tokens.base + at] != ' ') return false;
        return true;
    }

    private boolean composite(CompositeType composite, int from, int to) {
        var present = 0L;
        var components = composite.components;
        var beyond = 0;
        component = 0;
        for (int mark = from; mark < to; mark++) {
            component++;
            if (tokens.at(mark + 1) == tokens.at(mark) + 1) continue;
            if (component <= components.length && isBlank(components[component - 1], mark)) continue;
            present |= 1L << Math.min(component, Long.SIZE - 1);
            if (component <= components.length) {
                if (isWrong(components[component - 1].type(), mark) && !isOfAnotherAgency(composite, from, to))
                    wrong(components[component - 1].type(), mark);
            } else if (beyond++ == 0)
                error(COMPONENT_TOO_MANY, mark, composite.name + " has " + components.length + " components");
        }
        if (present == 0) return false;
        if ((present & composite.mandatory) != composite.mandatory) missing(composite, present, from);
        for (var note : composite.notes) if (!note.holds(present)) broken(note, present, from);
        if (composite.dateTimePeriod && to - from == 3) moment(composite, from);
        return true;
    }

    private void missing(CompositeType composite, long present, int from) {
        for (int c = 0; c < composite.components.length; c++) {
            component = c + 1;
            if (composite.components[c].mandatory() && (present >> component & 1) == 0)
                error(ELEMENT_MISSING, from, "mandatory component " + composite.components[c].name() + " is missing");
        }
    }

    private void broken(SyntaxNote note, long present, int from) {
        component = note.culprit(present);
        error(note.code(present), from, note.words());
    }

    /** The value (the second component) in the format that the third names. */
    private void moment(CompositeType composite, int from) {
        if (tokens.has(segment, Tokens.ESCAPED)) return;
        var format =
                Calendar.number(tokens.bytes, tokens.base + tokens.at(from + 2) + 1, tokens.base + tokens.at(from + 3));
        var valueFrom = tokens.at(from + 1) + 1;
        var valueTo = tokens.at(from + 2);
        if (valueFrom == valueTo) return;
        if (!DateTimePeriod.isWrong(format, tokens.bytes, tokens.base + valueFrom, tokens.base + valueTo)) return;
        component = 2;
        var text = tokens.text(segment, valueFrom, valueTo);
        log.error(
                DATE_INVALID,
                location(valueFrom),
                composite.name + " '" + text + "' is no date or time in format " + format,
                text);
    }

    /** Whether the code that is not in our list is in one that somebody else keeps: {@code 73E::9} is a code of EAN's. */
    private boolean isOfAnotherAgency(CompositeType composite, int from, int to) {
        var mark = from + composite.agency - 1;
        if (values.code() != CODE_UNKNOWN || component >= composite.agency || mark >= to) return false;
        var agency = tokens.text(segment, tokens.at(mark) + 1, tokens.at(mark + 1));
        return !agency.isEmpty() && !agency.equals(UNITED_NATIONS);
    }

    private boolean isWrong(ElementType of, int mark) {
        return values.check(of, tokens, segment, tokens.at(mark) + 1, tokens.at(mark + 1));
    }

    private void value(ElementType of, int mark) {
        if (isWrong(of, mark)) wrong(of, mark);
    }

    private void wrong(ElementType of, int mark) {
        var from = tokens.at(mark) + 1;
        var to = tokens.at(mark + 1);
        var text = Personal.holds(type.tag, of) ? "" : shortened(tokens.text(segment, from, to));
        log.error(values.code(), location(from), values.words(text), text);
    }

    private static String shortened(String text) {
        return text.length() <= VALUE_CHARACTERS_MAX ? text : text.substring(0, VALUE_CHARACTERS_MAX) + "…";
    }

    private boolean tooMany(int mark) {
        if (excess++ == 0)
            error(ELEMENT_TOO_MANY, mark, "segment " + type.tag + " has " + type.elements.length + " elements");
        return true;
    }

    private void missing(long present) {
        for (int e = 0; e < type.elements.length; e++) {
            if (!type.elements[e].mandatory() || (present >> (e + 1) & 1) == 1) continue;
            blame(e + 1, ELEMENT_MISSING, "mandatory element " + type.elements[e].name() + " is missing");
        }
    }

    private void broken(SyntaxNote note, long present) {
        blame(note.culprit(present), note.code(present), note.words());
    }

    private void blame(int position, FindingCode code, String text) {
        element = position;
        component = 0;
        repetition = 1;
        var mark = tokens.find(segment, position, 1, 1);
        log.error(code, location(mark < 0 ? tokens.end(segment) : tokens.at(mark) + 1), text);
    }

    private void error(FindingCode code, int mark, String text) {
        log.error(code, location(tokens.at(mark) + 1), text);
    }

    private Location location(int offset) {
        return Location.segment(type.tag, segment + 1, tokens.offset(tokens.start(segment)))
                .element(element, component, repetition > 1 ? repetition : 0, tokens.offset(offset));
    }

    /** Looks for values that are longer than anything may be. */
    void lengths(Tokens inTokens, int atSegment, int bytesMax) {
        if (BinarySegment.is(inTokens.key(atSegment))) return;
        for (int mark = inTokens.first(atSegment); mark < inTokens.last(atSegment); mark++) {
            var bytes = inTokens.at(mark + 1) - inTokens.at(mark) - 1;
            if (bytes <= bytesMax) continue;
            var where = Characters.location(inTokens, atSegment, inTokens.at(mark) + 1);
            log.error(LIMIT_REACHED, where, "elementBytesMax is " + bytesMax + ", this has " + bytes + " bytes");
        }
    }

    /** Looks at the bytes that the fast path would not judge. */
    void characters(Tokens inTokens, int atSegment) {
        var bad = Characters.firstBad(inTokens, atSegment);
        if (bad < 0) return;
        log.error(
                CHARACTER_NOT_ALLOWED, Characters.location(inTokens, atSegment, bad), Characters.words(inTokens, bad));
    }
}

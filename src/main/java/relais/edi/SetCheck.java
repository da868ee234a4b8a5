package relais.edi;

import java.util.Arrays;
import java.util.Optional;

/** Validates whole transaction sets: the place of each segment, then its elements. One for a reader; used again and again. */
final class SetCheck {
    private final FindingLog log;
    private final int elementBytesMax;
    private final StructureWalk walk;
    private final ElementCheck elements;
    private final TotalCheck totals;
    private final HierarchyCheck hierarchy;
    /** Whether a character outside the repertoire was noted in this set. */
    private boolean noted;

    private char[] places = new char[64];
    private SetType set;
    private Optional<SegmentType> header = Optional.empty();
    private Optional<SegmentType> trailer = Optional.empty();

    SetCheck(FindingLog log, Tokens tokens, SetType anySet, Limits limits) {
        this.log = log;
        this.elementBytesMax = limits.elementBytesMax();
        this.set = anySet;
        this.walk = new StructureWalk(log, anySet);
        this.elements = new ElementCheck(log, tokens, anySet.root.type);
        this.totals = new TotalCheck(log);
        this.hierarchy = new HierarchyCheck(log, limits);
    }

    /**
     * Checks header to trailer.
     *
     * @param complete whether the last segment is the trailer
     * @return for each segment the id of its place in the structure, 0 when it has none
     */
    char[] check(Tokens tokens, SetType ofType, boolean complete) {
        if (ofType != set) begin(ofType, tokens.syntax.standard);
        var count = tokens.count();
        if (places.length < count) places = new char[count * 2];
        walk.begin(set);
        hierarchy.begin();
        noted = false;
        var last = complete ? count - 1 : count;
        element(tokens, 0, header);
        bytes(tokens, 0);
        places[0] = 0;
        for (int segment = 1; segment < last; segment++) {
            var place = walk.next(tokens, segment);
            places[segment] = (char) place.id;
            if (place.isRoot()) element(tokens, segment, set.dictionary.segment(tokens.tag(segment)));
            else elements.check(tokens, segment, place.type);
            bytes(tokens, segment);
            hierarchy.check(tokens, segment);
        }
        totals.check(tokens, set);
        if (complete) {
            walk.end(tokens, last);
            places[last] = 0;
            element(tokens, last, trailer);
            bytes(tokens, last);
        }
        return Arrays.copyOf(places, count);
    }

    private void begin(SetType type, Standard standard) {
        set = type;
        header = type.dictionary.segment(standard == Standard.X12 ? "ST" : "UNH");
        trailer = type.dictionary.segment(standard == Standard.X12 ? "SE" : "UNT");
    }

    /** Checks one segment outside the structure: envelope segments, and those that have no place. */
    void element(Tokens tokens, int segment, Optional<SegmentType> type) {
        if (BinarySegment.isBroken(tokens, segment)) return;
        type.ifPresent(known -> elements.check(tokens, segment, known));
    }

    /** Checks the bytes of a set whose structure is not known. */
    void bytes(Tokens tokens) {
        noted = false;
        for (int segment = 0; segment < tokens.count(); segment++) bytes(tokens, segment);
    }

    private void bytes(Tokens tokens, int segment) {
        if (BinarySegment.isBroken(tokens, segment)) {
            log.add(BinarySegment.mismatch(tokens, segment));
            return;
        }
        if (tokens.has(segment, Tokens.SUSPECT)) characters(tokens, segment);
        if (tokens.end(segment) - tokens.start(segment) > elementBytesMax)
            elements.lengths(tokens, segment, elementBytesMax);
    }

    /** Characters outside the repertoire are noted once in a set: who sends them sends many. */
    private void characters(Tokens tokens, int segment) {
        elements.characters(tokens, segment);
        var outside = noted ? -1 : Characters.firstOutside(tokens, segment);
        if (outside < 0) return;
        noted = true;
        log.add(Characters.outside(tokens, segment, outside));
    }

    FindingLog log() {
        return log;
    }
}

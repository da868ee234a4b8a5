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
    private boolean known;
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

    /** Begins with the header; of a set without a structure only the bytes are checked. */
    void begin(Tokens tokens, Optional<SetType> type) {
        known = type.isPresent();
        noted = false;
        if (known) {
            begin(type.get(), tokens.syntax.standard);
            element(tokens, 0, header);
        }
        bytes(tokens, 0);
    }

    private void begin(SetType type, Standard standard) {
        walk.begin(type);
        hierarchy.begin();
        if (type == set) return;
        set = type;
        header = type.dictionary.segment(standard == Standard.X12 ? "ST" : "UNH");
        trailer = type.dictionary.segment(standard == Standard.X12 ? "SE" : "UNT");
    }

    /** Checks the next segments behind the header, from one up to another. */
    void segments(Tokens tokens, int from, int to) {
        if (to > places.length) places = Arrays.copyOf(places, to * 2);
        for (var segment = from; segment < to; segment++) {
            if (known) place(tokens, segment);
            if (tokens.shape(segment) == Shape.OTHER) unusual(tokens, segment);
        }
        lengths(tokens, from, to);
    }

    private void place(Tokens tokens, int segment) {
        var step = walk.next(tokens, segment);
        places[segment] = (char) step.place.id;
        if (step == Step.NONE) element(tokens, segment, set.dictionary.segment(tokens.tag(segment)));
        else elements.check(tokens, segment, step.place.type, step.shape(tokens.shape(segment)));
        hierarchy.check(tokens, segment);
    }

    /**
     * Ends a set that is whole.
     *
     * @param complete whether its last segment is the trailer
     * @return for each segment the id of its place in the structure, 0 when it has none; none at all without a structure
     */
    char[] end(Tokens tokens, boolean complete) {
        var last = tokens.count() - 1;
        if (known) totals.check(tokens, set);
        if (known && complete) {
            walk.end(tokens, last);
            element(tokens, last, trailer);
        }
        if (complete) bytes(tokens, last);
        if (!known) return new char[0];
        var placed = Arrays.copyOf(places, tokens.count());
        if (complete) placed[last] = 0;
        return placed;
    }

    /** Checks one segment outside the structure: header, trailer, and those that have no place. */
    private void element(Tokens tokens, int segment, Optional<SegmentType> type) {
        if (BinarySegment.isBroken(tokens, segment)) return;
        type.ifPresent(of -> elements.check(tokens, segment, of));
    }

    private void bytes(Tokens tokens, int segment) {
        if (tokens.shape(segment) == Shape.OTHER) unusual(tokens, segment);
        lengths(tokens, segment, segment + 1);
    }

    private void unusual(Tokens tokens, int segment) {
        if (BinarySegment.isBroken(tokens, segment)) log.add(BinarySegment.mismatch(tokens, segment));
        else if (tokens.has(segment, Tokens.SUSPECT)) characters(tokens, segment);
    }

    /** Segments that are shorter together than one value may be hold none that is too long. */
    private void lengths(Tokens tokens, int from, int to) {
        if (from == to || tokens.end(to - 1) - tokens.start(from) <= elementBytesMax) return;
        for (var segment = from; segment < to; segment++) elements.lengths(tokens, segment, elementBytesMax);
    }

    /** Characters outside the repertoire are noted once in a set: who sends them sends many. */
    private void characters(Tokens tokens, int segment) {
        elements.characters(tokens, segment);
        var outside = noted ? -1 : Characters.firstOutside(tokens, segment);
        if (outside < 0) return;
        noted = true;
        log.add(Characters.outside(tokens, segment, outside));
    }
}

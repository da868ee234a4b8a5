package relais.edi;

import static relais.finding.FindingCode.LOOP_TOO_OFTEN;
import static relais.finding.FindingCode.SEGMENT_MISSING;
import static relais.finding.FindingCode.SEGMENT_NOT_IN_SET;
import static relais.finding.FindingCode.SEGMENT_OUT_OF_ORDER;
import static relais.finding.FindingCode.SEGMENT_TOO_OFTEN;
import static relais.finding.FindingCode.SEGMENT_UNKNOWN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import relais.finding.Location;

/**
 * Walks the structure of a transaction set segment by segment and answers the step to the place of each. A segment is looked for from the place
 * reached onwards: among the rest of the loop, as the loop's next repetition, then in the loop around it, and so on. Only when it fits
 * nowhere ahead is it too often, out of order, or in the wrong set; the walk goes on all the same.
 */
final class StructureWalk {
    /** Key of the step to the trailer, which no segment has. */
    private static final int END = -2;

    private final FindingLog log;
    private int[] counts = new int[64];
    private SetType set;
    /** Id of the place reached: a number, because a reference written for every segment would cost the collector's barrier. */
    private int reached;
    /** The highest id of a place that was counted. */
    private int touched;

    private Place full;

    StructureWalk(FindingLog log, SetType set) {
        this.log = log;
        this.set = set;
        this.full = set.root;
    }

    void begin(SetType type) {
        set = type;
        reached = 0;
        if (counts.length < type.places.length) counts = new int[type.places.length * 2];
        else Arrays.fill(counts, 0, touched + 1, 0);
        touched = 0;
    }

    /** Goes to the place of the next segment; answers the step there, {@link Step#NONE} when it has none. */
    Step next(Tokens tokens, int segment) {
        var key = tokens.key(segment);
        var step = at().step(key);
        if (step.key != key || counts[step.to.id] >= step.to.max) return look(tokens, segment, key);
        return go(step, tokens, segment);
    }

    private Step go(Step step, Tokens tokens, int segment) {
        leave(step, tokens, segment);
        enter(step);
        return step;
    }

    private Place at() {
        return set.places[reached];
    }

    /** Ends the walk at the trailer: whatever is mandatory and did not come is missing. */
    void end(Tokens tokens, int trailer) {
        var step = at().step(END);
        if (step.key != END) at().remember(step = step(END, set.root));
        leave(step, tokens, trailer);
    }

    /** Looks for a step that was not remembered, or that a full place does not allow. */
    private Step look(Tokens tokens, int segment, int key) {
        full = set.root;
        var found = ahead(key);
        if (found.isRoot()) return elsewhere(tokens, segment, key);
        var step = step(key, found);
        if (full.isRoot()) at().remember(step);
        return go(step, tokens, segment);
    }

    private Step step(int key, Place to) {
        return new Step(key, to, to.id == reached && !to.isTrigger() && !to.isRoot() ? List.of() : mandatoryUpTo(to));
    }

    private Place ahead(int key) {
        var at = at();
        var loop = at.loop ? at : at.parent;
        var from = at.loop ? 0 : Math.max(at.index, loop.isRoot() ? 0 : 1);
        while (true) {
            var children = loop.children;
            for (int i = from; i < children.length; i++) {
                var child = children[i];
                if (child.key != key) continue;
                if (counts[child.id] < child.max) return child;
                if (full.isRoot()) full = child;
            }
            if (loop.isRoot()) return loop;
            from = loop.index;
            loop = loop.parent;
        }
    }

    /** Counts the place, and what is in it anew when it is a loop. */
    private void enter(Step step) {
        counts[step.to.id]++;
        reached = step.place.id;
        if (step.to.loop) {
            if (touched > reached) forget(reached + 1, step.to.last);
            counts[reached] = 1;
        }
        touched = Math.max(touched, reached);
    }

    /** Counts anew from one id to another. */
    private void forget(int from, int to) {
        Arrays.fill(counts, from, Math.min(to, touched) + 1, 0);
        if (touched <= to) touched = from - 1;
    }

    /** What is mandatory between the place reached and the one to go to. */
    private List<Place> mandatoryUpTo(Place to) {
        var passed = new ArrayList<Place>();
        var goal = to.isRoot() ? to : to.parent;
        var at = at();
        var behind = at.loop ? -1 : at.index;
        var loop = at.loop ? at : at.parent;
        while (loop != goal) {
            mandatory(loop, behind, loop.children.length, passed);
            behind = loop.index;
            loop = loop.parent;
        }
        mandatory(loop, behind, to.isRoot() ? loop.children.length : to.index, passed);
        return passed;
    }

    private static void mandatory(Place loop, int behind, int before, List<Place> passed) {
        for (int i = behind + 1; i < before; i++) if (loop.children[i].min > 0) passed.add(loop.children[i]);
    }

    /** Reports what is mandatory on the step's way and did not come. */
    private void leave(Step step, Tokens tokens, int segment) {
        for (var place : step.passed) if (counts[place.id] == 0) missing(place, tokens, segment);
    }

    private void missing(Place place, Tokens tokens, int segment) {
        var tag = place.type.tag;
        var where = Location.segment(tag, segment + 1, tokens.offset(tokens.start(segment)));
        log.error(
                SEGMENT_MISSING,
                where,
                "mandatory segment " + tag + within(place) + " is missing before " + tokens.tag(segment));
    }

    private static String within(Place place) {
        var loop = place.loop ? place : place.parent;
        return loop.isRoot() ? "" : " of loop " + loop.name;
    }

    private Step elsewhere(Tokens tokens, int segment, int key) {
        var tag = tokens.tag(segment);
        var where = Location.segment(tag, segment + 1, tokens.offset(tokens.start(segment)));
        if (!full.isRoot()) return tooOften(where, tokens, segment);
        var before = behind(key);
        if (!before.isRoot()) {
            log.error(
                    SEGMENT_OUT_OF_ORDER,
                    where,
                    "segment " + tag + " belongs before " + at().type.tag + within(before));
            var back = new Step(key, before, List.of());
            if (before.loop) enter(back);
            else counts[before.id]++;
            return back;
        }
        if (set.keys.contains(key))
            log.error(
                    SEGMENT_OUT_OF_ORDER,
                    where,
                    "segment " + tag + " has no place " + (at().isRoot() ? "here" : "behind " + at().type.tag));
        else if (set.dictionary.segment(tag).isPresent())
            log.error(SEGMENT_NOT_IN_SET, where, "segment " + tag + " is not part of transaction set " + set.type);
        else log.error(SEGMENT_UNKNOWN, where, "there is no segment " + tag);
        return Step.NONE;
    }

    private Step tooOften(Location where, Tokens tokens, int segment) {
        var place = full;
        var step = step(place.key, place);
        leave(step, tokens, segment);
        var what = place.loop ? "loop " + place.name : "segment " + place.type.tag;
        log.error(
                place.loop ? LOOP_TOO_OFTEN : SEGMENT_TOO_OFTEN,
                where,
                what + " may come " + place.max + (place.max == 1 ? " time" : " times") + ", this is number "
                        + (counts[place.id] + 1));
        enter(step);
        return step;
    }

    /** An earlier place in the loops that are open now. */
    private Place behind(int key) {
        var place = at();
        while (!place.isRoot()) {
            var loop = place.parent;
            for (int i = place.index - 1; i >= 0; i--)
                if (loop.children[i].key == key && !loop.children[i].isTrigger()) return loop.children[i];
            place = loop;
        }
        return place;
    }
}

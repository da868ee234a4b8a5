package relais.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import relais.edi.Node;
import relais.edi.Segment;
import relais.finding.FindingCode;
import relais.finding.Severity;

/**
 * What one kind of segment says, and with it the loop that it begins.
 *
 * @param name what it is called among the rules of its level: {@code N1[1=ST, 4]}
 * @param scope whether it stands for the document as it is, for one part of it, or for each item of a list
 * @param inside of the loop that the segment begins
 * @param remainders what holds when the loop has been read
 * @param when it is written; it is read whenever its conditions hold
 */
record Rule(
        String name,
        String tag,
        List<Condition> conditions,
        Use use,
        Scope scope,
        List<Field> fields,
        Rules inside,
        List<Remainder> remainders,
        boolean carries,
        Premise when) {

    /** What a companion guide says of the segment. */
    enum Use {
        FREE,
        REQUIRED,
        FORBIDDEN
    }

    /**
     * @param shape what the rule's own paths start from
     * @param selection of the items; empty for all of them
     */
    record Scope(Kind kind, Path path, Tree shape, Optional<Selection> selection) {
        enum Kind {
            SAME,
            PART,
            EACH
        }
    }

    // --- what an overlay makes of it ---

    Rule used(Use changed) {
        return new Rule(name, tag, conditions, changed, scope, fields, inside, remainders, carries, when);
    }

    Rule holding(Rules changed) {
        return new Rule(
                name, tag, conditions, use, scope, fields, changed, remainders, carries || changed.carry(), when);
    }

    Rule with(Field more) {
        var all = new ArrayList<>(fields);
        all.add(more);
        return new Rule(name, tag, conditions, use, scope, List.copyOf(all), inside, remainders, carries, when);
    }

    Rule instead(Address at, Field other) {
        var all = new ArrayList<>(fields);
        all.removeIf(field -> field.isAt(at));
        all.add(other);
        return new Rule(name, tag, conditions, use, scope, List.copyOf(all), inside, remainders, carries, when);
    }

    Rule qualifiedBy(List<String> texts) {
        var all = conditions.stream()
                .map(c -> c.texts().isEmpty() ? c : new Condition(c.tag(), c.at(), c.present(), texts))
                .toList();
        return new Rule(RuleKey.name(tag, all), tag, all, use, scope, fields, inside, remainders, carries, when);
    }

    /** Where the rules inside stand, when this one stands there. */
    Places.Standing standing(Places.Standing at) {
        return scope.kind == Scope.Kind.SAME
                ? at
                : new Places.Standing(scope.shape, at.prefix() + scope.path + ".", Optional.of(at));
    }

    /** Whether it stands for each item of a list. */
    boolean isItem() {
        return scope.kind == Scope.Kind.EACH;
    }

    boolean speaksOf(Segment segment, List<Node> rest) {
        for (var i = 0; i < conditions.size(); i++) if (!conditions.get(i).holds(segment, rest)) return false;
        return true;
    }

    /** Whether the segment holds the texts that nothing else may stand in the place of. */
    boolean isAsAskedFor(Segment segment) {
        for (var field : fields) if (field instanceof Literal.Fixed only && !only.holds(segment)) return false;
        return true;
    }

    /** Whether all that it says is only read. */
    boolean isOnlyRead() {
        if (fields.isEmpty()) return inside.areOnlyRead();
        return fields.stream().noneMatch(Field::isWritten) && (inside.isEmpty() || inside.areOnlyRead());
    }

    // --- reading ---

    void read(Segment head, List<Node> rest, Draft into, ReadingRun run) {
        switch (scope.kind) {
            case SAME -> readHere(head, rest, into, run);
            case PART -> readPart(head, rest, into, run);
            case EACH -> readItems(head, rest, into, run);
        }
    }

    private void readHere(Segment head, List<Node> rest, Draft into, ReadingRun run) {
        for (var i = 0; i < fields.size(); i++) fields.get(i).read(head, into, run);
        if (rest.isEmpty() && inside.isFree()) return;
        run.open(this, head);
        inside.read(rest, into, run);
        run.close();
    }

    private void readPart(Segment head, List<Node> rest, Draft into, ReadingRun run) {
        var part = scope.path.get(into) instanceof Draft known ? known : new Draft(scope.shape);
        var waiting = run.fallbacks();
        run.enter(into);
        readHere(head, rest, part, run);
        run.fallBack(waiting);
        run.leave();
        if (!part.isEmpty()) scope.path.set(into, part);
    }

    private void readItems(Segment head, List<Node> rest, Draft into, ReadingRun run) {
        if (fields.size() != 1 || !(fields.get(0) instanceof Held.Spread spread)) {
            readItem(head, rest, into, run);
            return;
        }
        for (var element = spread.at().element(); element <= head.elementCount(); element++) {
            var item = new Draft(scope.shape);
            spread.read(head, element, item, run);
            if (!item.isEmpty()) scope.path.list(into).add(item);
        }
    }

    private void readItem(Segment head, List<Node> rest, Draft into, ReadingRun run) {
        var list = scope.path.list(into);
        var item = new Draft(scope.shape);
        list.add(item);
        run.item(list.size());
        var waiting = run.fallbacks();
        run.enter(into);
        readHere(head, rest, item, run);
        run.fallBack(waiting);
        run.leave();
        run.item(list.size());
        for (var remainder : remainders) remainder.complete(item, run);
        scope.selection.ifPresent(selection -> selection.complete(item));
        run.item(scope.shape, item, head, scope.path, list.size());
    }

    // --- writing ---

    /** The members of the record around it, as {@link Present} has them, without any of which it writes nothing and says nothing. */
    long needs() {
        if (use != Use.FREE) return Present.ALWAYS;
        if (scope.kind != Scope.Kind.SAME) return Present.bit(scope.path.first());
        if (!carries) return Present.ALWAYS;
        var needs = inside.needs();
        for (var field : fields) for (var path : field.sources()) needs |= Present.bit(path.first());
        return needs;
    }

    /** Whether something of the document was written. */
    boolean write(Object from, WritingRun run) {
        return switch (scope.kind) {
            case SAME -> writeHere(from, run, false);
            case PART -> writePart(from, run);
            case EACH -> writeItems(from, run);
        };
    }

    private boolean writePart(Object from, WritingRun run) {
        var part = scope.path.get(from);
        if (part == null) return false;
        run.enter(scope.path, from);
        var written = writeHere(part, run, false);
        run.leave();
        return written;
    }

    private boolean writeItems(Object from, WritingRun run) {
        var items = scope.path.items(from);
        var written = false;
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            run.enter(scope.path, i, from);
            run.item(i + 1);
            var taken = scope.selection.isEmpty() || scope.selection.get().takes(item);
            if (taken && when.holds(item)) written |= writeItem(item, run);
            run.leave();
        }
        return written;
    }

    private boolean writeItem(Object item, WritingRun run) {
        writeHere(item, run, true);
        return true;
    }

    private boolean writeHere(Object from, WritingRun run, boolean always) {
        if (!when.holds(from)) return false;
        var elements = new Elements();
        var written = write(from, elements, run) || always;
        if (!written && carries && inside.isEmpty() && !run.isLeftBelow()) return false;
        qualify(elements);
        var goesOn = run.goesOn();
        var place = run.reserve();
        var hierarchy = Hierarchy.of(tag);
        if (hierarchy.isPresent()) {
            elements.set(hierarchy.get().number(), Integer.toString(run.openLevel()));
            elements.set(hierarchy.get().parent(), run.parentLevel());
        }
        run.open(this);
        written |= inside.write(from, run);
        run.close();
        if (carries && (!written || !readsBack(elements, place, run))) {
            run.cut(place);
            if (hierarchy.isPresent()) run.dropLevel();
            return false;
        }
        if (hierarchy.isPresent()) {
            var parent = run.closeLevel();
            hierarchy.get().children().ifPresent(at -> elements.set(at, parent ? "1" : "0"));
        }
        for (var i = 0; i < fields.size(); i++) fields.get(i).check(elements, tag, run);
        run.fill(place, elements.segment(tag));
        if (goesOn) writeOn(from, run);
        return written;
    }

    /** Sets the elements, and says whether something of the document is in them. */
    private boolean write(Object from, Elements into, WritingRun run) {
        var written = false;
        for (var i = 0; i < fields.size(); i++) written |= fields.get(i).write(from, into, run);
        return written;
    }

    /** Sets what the conditions ask for. */
    private void qualify(Elements into) {
        for (var i = 0; i < conditions.size(); i++) conditions.get(i).write(into);
    }

    /** Writes the segments in which a text goes on. */
    private void writeOn(Object from, WritingRun run) {
        for (var goesOn = true; goesOn; goesOn = run.goesOn()) {
            run.continuation(run.continuation() + 1);
            var elements = new Elements();
            write(from, elements, run);
            qualify(elements);
            run.add(elements.segment(tag));
        }
        run.continuation(0);
    }

    /** A segment whose own rule would not take it back says something else to its reader, so it is not written. */
    private boolean readsBack(Elements elements, int place, WritingRun run) {
        for (var condition : conditions)
            if (!condition.holds(tag, elements, run.after(place))) {
                run.found(
                        FindingCode.VALUE_NOT_CARRIED,
                        Severity.WARNING,
                        scope.path.pointer(),
                        tag + " is not written, because " + condition + " does not hold");
                return false;
            }
        return true;
    }
}

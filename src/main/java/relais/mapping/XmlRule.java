package relais.mapping;

import java.util.List;
import java.util.Optional;

/**
 * What one kind of element says, with all that is inside of it.
 *
 * @param steps to the element from the one that the rule stands in
 * @param fields its own text, and its attributes
 * @param carries whether anything in it can hold something of the document
 * @param always written even when there is nothing in it
 */
record XmlRule(
        List<String> steps,
        List<XmlCondition> conditions,
        Scope scope,
        List<Field> fields,
        List<XmlRule> inside,
        boolean carries,
        boolean always) {

    /**
     * @param kind the document as it is, a part of it, each item of a list, the first of its items that the filter lets pass,
     *     or what stands elsewhere and is only written here again
     * @param shape what the rule's own paths start from
     * @param filter a list's items are told apart by it
     * @param repeated through lists to what is written again
     */
    record Scope(Kind kind, Path path, Tree shape, Optional<Filter> filter, Optional<Trail> repeated) {
        enum Kind {
            SAME,
            PART,
            EACH,
            ONE,
            REPEATED
        }

        boolean lets(Object item) {
            return filter.isEmpty() || filter.get().where.holds(item);
        }
    }

    /** @param said what an item is said to be by standing here, unless it says so itself */
    record Filter(Where where, Object said) {}

    /** @param attribute empty for the text */
    record Field(String attribute, XmlSpec spec) {
        boolean isText() {
            return attribute.isEmpty();
        }
    }

    boolean looks() {
        return scope.kind != Scope.Kind.SAME
                || !inside.isEmpty()
                || fields.stream().anyMatch(field -> field.spec.looks());
    }

    private boolean speaksOf(XmlElement element) {
        for (var condition : conditions) if (!condition.holds(element)) return false;
        return true;
    }

    // --- reading ---

    static void read(List<XmlRule> rules, XmlElement parent, Draft into, XmlReadingRun run) {
        for (var rule : rules) rule.readIn(parent, into, run);
    }

    private void readIn(XmlElement parent, Draft into, XmlReadingRun run) {
        if (!looks()) return;
        var found = false;
        for (var element : parent.select(steps)) {
            if (run.isTaken(element) || !speaksOf(element)) continue;
            run.take(element);
            found = true;
            read(element, into, run);
        }
        if (!found && scope.kind == Scope.Kind.SAME) absent(into, run);
    }

    private void absent(Draft into, XmlReadingRun run) {
        for (var field : fields) field.spec.absent(into, run);
        for (var rule : inside) if (rule.scope.kind == Scope.Kind.SAME) rule.absent(into, run);
    }

    private void read(XmlElement element, Draft into, XmlReadingRun run) {
        switch (scope.kind) {
            case SAME -> readHere(element, into, run);
            case PART -> readPart(element, into, run);
            case EACH, ONE -> readItem(element, into, run);
            case REPEATED -> {}
        }
    }

    private void readHere(XmlElement element, Draft into, XmlReadingRun run) {
        for (var field : fields)
            field.spec.read(element.text(field.attribute), new XmlSpec.Place(element, field.attribute, run), into);
        read(inside, element, into, run);
    }

    private void readPart(XmlElement element, Draft into, XmlReadingRun run) {
        if (scope.path.get(into) instanceof Draft known) {
            readHere(element, known, run);
            return;
        }
        var part = new Draft(scope.shape);
        readHere(element, part, run);
        if (!part.isEmpty()) scope.path.set(into, part);
    }

    private void readItem(XmlElement element, Draft into, XmlReadingRun run) {
        var list = scope.path.list(into);
        var item = new Draft(scope.shape);
        list.add(item);
        run.item(list.size());
        readHere(element, item, run);
        scope.filter.ifPresent(filter -> filter.where.path().set(item, filter.said));
        run.complete(scope.shape, item, element.location(), scope.path + " " + list.size() + ": ");
    }

    // --- writing ---

    /** Whether something of the document was written. */
    static boolean write(List<XmlRule> rules, Object from, XmlElement into, XmlWritingRun run) {
        var written = false;
        for (var rule : rules) written |= rule.write(from, into, run);
        return written;
    }

    private boolean write(Object from, XmlElement into, XmlWritingRun run) {
        return switch (scope.kind) {
            case SAME -> writeHere(from, into, run, always) && carries;
            case PART -> writePart(from, into, run);
            case EACH -> writeItems(from, into, run, Integer.MAX_VALUE);
            case ONE -> writeItems(from, into, run, 1);
            case REPEATED -> writeAgain(from, into, run);
        };
    }

    private boolean writePart(Object from, XmlElement into, XmlWritingRun run) {
        var part = scope.path.get(from);
        if (part == null) return false;
        run.enter(scope.path.pointer());
        var written = writeHere(part, into, run, false);
        run.leave();
        return written;
    }

    private boolean writeItems(Object from, XmlElement into, XmlWritingRun run, int itemsMax) {
        var index = 0;
        var written = 0;
        for (var item : scope.path.items(from)) {
            var step = scope.path.pointer() + "/" + index++;
            if (written == itemsMax || !scope.lets(item)) continue;
            run.enter(step);
            if (writeHere(item, into, run, true)) written++;
            run.leave();
        }
        return written > 0;
    }

    private boolean writeAgain(Object from, XmlElement into, XmlWritingRun run) {
        var mark = run.mark();
        for (var item : scope.repeated.orElseThrow().items(from)) writeHere(item, into, run, true);
        run.forget(mark);
        return false;
    }

    private boolean writeHere(Object from, XmlElement into, XmlWritingRun run, boolean kept) {
        var mark = run.mark();
        var element = new XmlElement(steps.get(steps.size() - 1), into, 0);
        for (var condition : conditions) condition.write(element);
        var written = kept;
        for (var field : fields) written |= field.spec.write(from, element, field.attribute, run);
        scope.filter.ifPresent(filter -> run.carried(filter.where.path()));
        written |= write(inside, from, element, run);
        if (!kept && saysNothing(element, written) || !readsBack(element)) {
            run.forget(mark);
            return false;
        }
        into.attach(steps.subList(0, steps.size() - 1), element);
        return written;
    }

    /** An element whose text is not there is left out whatever its attributes say, and any other when no value of the document is in it. */
    private boolean saysNothing(XmlElement element, boolean written) {
        if (!element.text().isEmpty()) return false;
        if (element.children().isEmpty() && (!written || fields.stream().anyMatch(Field::isText))) return true;
        return !written && carries;
    }

    /** An element that its own rule would not take back says something else to its reader. */
    private boolean readsBack(XmlElement element) {
        return conditions.stream().allMatch(condition -> condition.holds(element));
    }
}

package relais.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import relais.edi.Segment;
import relais.finding.FindingCode;

/** What one or several elements of a segment hold. */
sealed interface Field
        permits Pairs,
                Checked,
                Groups,
                Field.Constant,
                Field.Fixed,
                Field.FirstOf,
                Field.Repeated,
                Field.Noted,
                Field.Filled,
                Field.Outer,
                Field.Fallback,
                Field.Assumed,
                Field.Number,
                Field.Spread,
                Field.Single,
                Field.Signed,
                Field.Dated,
                Field.Divided,
                Field.Total {

    void read(Segment segment, Draft into, ReadingRun run);

    /** Sets elements, and says whether something of the document is in them. */
    boolean write(Object from, Elements into, WritingRun run);

    /** Looks at a segment that is about to be written. */
    default void check(Elements written, String tag, WritingRun run) {}

    /** What it takes from the record that its rule stands for; where nothing of that is present, it is no reason to write a segment. */
    default List<Path> sources() {
        return List.of();
    }

    /** Whether it is all that an element holds. */
    default boolean isAt(Address at) {
        return false;
    }

    /** Whether it carries something of the document; a segment of which no field does is always written. */
    default boolean carries() {
        return true;
    }

    /** Whether it says anything when writing; a segment of which no field does is never written. */
    default boolean isWritten() {
        return true;
    }

    /** A text that is written, always or where another value is present, and not looked at when reading. */
    record Constant(Address at, String text, Premise when) implements Field {

        @Override
        public boolean isAt(Address place) {
            return place.equals(at);
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {}

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            if (when.holds(from)) into.set(at, text);
            return false;
        }

        @Override
        public boolean carries() {
            return false;
        }
    }

    /** One of a few texts, of which an empty one is nothing: any other is a finding, and the first is written. */
    record Fixed(Address at, List<String> texts) implements Field {

        @Override
        public boolean isAt(Address place) {
            return place.equals(at);
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            var text = at.in(segment);
            if (!holds(segment))
                run.wrong(
                        FindingCode.VALUE_INVALID,
                        at.location(segment),
                        "expected " + expected() + ", got '" + text + "'",
                        text);
        }

        boolean holds(Segment segment) {
            return texts.contains(at.in(segment));
        }

        private String expected() {
            return String.join(
                    " or ",
                    texts.stream()
                            .map(text -> text.isEmpty() ? "nothing" : text)
                            .toList());
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            into.set(at, texts.get(0));
            return false;
        }

        @Override
        public boolean carries() {
            return false;
        }
    }

    /** Several things for one place: each is read, and the first that has something to say is written. */
    record FirstOf(Address at, List<Field> fields) implements Field {

        @Override
        public List<Path> sources() {
            return fields.stream().flatMap(field -> field.sources().stream()).toList();
        }

        @Override
        public boolean isAt(Address place) {
            return place.equals(at);
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            for (var i = 0; i < fields.size(); i++) fields.get(i).read(segment, into, run);
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            for (var i = 0; i < fields.size(); i++) {
                var written = fields.get(i).write(from, into, run);
                if (!into.get(at).isEmpty()) return written;
            }
            return false;
        }

        @Override
        public boolean carries() {
            return fields.stream().anyMatch(Field::carries);
        }

        @Override
        public boolean isWritten() {
            return fields.stream().anyMatch(Field::isWritten);
        }
    }

    /** What is only written, because another place says it with more authority. */
    record Repeated(Field field) implements Field {

        @Override
        public List<Path> sources() {
            return field.sources();
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {}

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            return field.write(from, into, run);
        }
    }

    /** What is only read, because it is written in another place. */
    record Noted(Field field) implements Field {

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            field.read(segment, into, run);
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            return false;
        }

        @Override
        public boolean isWritten() {
            return false;
        }
    }

    /** What has a text for nothing: a price for at least 1 is a price for any quantity. */
    record Filled(Address at, String nothing, Field field) implements Field {

        @Override
        public List<Path> sources() {
            return field.sources();
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            if (!at.in(segment).equals(nothing)) field.read(segment, into, run);
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            var written = field.write(from, into, run);
            if (!written) into.set(at, nothing);
            return written;
        }
    }

    /**
     * What belongs to the item or part around this one. Alone it is no reason to write a segment.
     *
     * @param when written only where this value of the inner item is present
     */
    record Outer(Field field, Optional<Path> when) implements Field {

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            field.read(segment, run.outer(), run);
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            if (when.isEmpty() || when.get().isPresent(from)) field.write(run.outer(), into, run);
            return false;
        }

        @Override
        public boolean isWritten() {
            return field.isWritten();
        }
    }

    /** What is read only where no other place says it. */
    record Fallback(Field field, Value value) implements Field {

        @Override
        public List<Path> sources() {
            return field.sources();
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            run.later(() -> {
                if (!value.path().isPresent(into) && value.when().holds(into)) field.read(segment, into, run);
            });
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            return field.write(from, into, run);
        }
    }

    /** What a segment means where no place says otherwise. */
    record Assumed(Path path, Leaf leaf, String text) implements Field {

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            var value = leaf.read(text.equals(Value.POSITION) ? run.position() : text);
            run.later(() -> path.set(into, value));
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            return false;
        }

        @Override
        public boolean carries() {
            return false;
        }
    }

    /** How many segments of a tag there are up to this one; not looked at when reading. */
    record Number(Address at, String tag) implements Field {

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {}

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            into.set(at, Integer.toString(run.count(tag) + 1));
            return false;
        }

        @Override
        public boolean carries() {
            return false;
        }
    }

    /** An item of a list in each element from one on; written in the first, each item in a segment of its own. */
    record Spread(Address at, Value value) implements Field {

        @Override
        public List<Path> sources() {
            return List.of(value.path());
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            read(segment, at.element(), into, run);
        }

        void read(Segment segment, int element, Draft into, ReadingRun run) {
            var place = new Address(element, at.component());
            value.read(place.in(segment), "", new Value.Place(segment, place, run), into);
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            var text = value.write(from, run);
            into.set(at, text);
            return !text.isEmpty();
        }
    }

    /** One value in one place. */
    record Single(Address at, Value value) implements Field {

        @Override
        public List<Path> sources() {
            return List.of(value.path());
        }

        @Override
        public boolean isAt(Address place) {
            return place.equals(at);
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            var text = at.in(segment);
            if (value.isSaidBy(text)) value.read(text, "", new Value.Place(segment, at, run), into);
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            var text = value.write(from, run);
            into.set(at, text);
            return !text.isEmpty();
        }
    }

    /**
     * A number that is less than zero where a qualifier says so: what came back beside what was sold. Numbers that meet are added up.
     *
     * @param minus holds where the number is less than zero
     */
    record Signed(Address at, Condition minus, Value value) implements Field {

        @Override
        public List<Path> sources() {
            return List.of(value.path());
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            var text = at.in(segment);
            var read = minus.holds(segment, List.of()) ? negated(text) : text;
            value.readMore(read, new Value.Place(segment, at, run), into);
        }

        private static String negated(String text) {
            if (text.isEmpty()) return "";
            return text.startsWith("-") ? text.substring(1) : "-" + text;
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            var text = value.write(from, run);
            into.set(at, text.startsWith("-") ? negated(text) : text);
            if (text.startsWith("-")) minus.write(into);
            return !text.isEmpty();
        }
    }

    /** A date with the component that says how it is written (EDIFACT 2379); we write 102, CCYYMMDD. */
    record Dated(Address at, Address qualifier, Value value) implements Field {

        @Override
        public List<Path> sources() {
            return List.of(value.path());
        }

        @Override
        public boolean isAt(Address place) {
            return place.equals(at);
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            value.read(at.in(segment), qualifier.in(segment), new Value.Place(segment, at, run), into);
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            var text = value.write(from, run);
            if (text.isEmpty()) return false;
            into.set(at, text);
            into.set(qualifier, "102");
            return true;
        }
    }

    /**
     * A text over several places of a limited length each.
     *
     * @param segmentsMax how many segments of its rule it may take, one after the other
     */
    record Divided(List<Address> at, int charactersMax, int segmentsMax, Value value) implements Field {

        @Override
        public List<Path> sources() {
            return List.of(value.path());
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            var text = segmentsMax > 1 ? run.text(into, value.path()) : new Division.Text();
            var isContinued = !text.isEmpty();
            for (var address : at) text.add(address.in(segment), charactersMax);
            if (isContinued) value.path().clear(into);
            value.read(text.toString(), "", new Value.Place(segment, at.get(0), run), into);
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            var text = value.write(from, run);
            if (text.isEmpty()) return false;
            var parts = Division.split(text, charactersMax);
            var first = run.continuation() * at.size();
            for (var i = 0; i < Math.min(parts.size() - first, at.size()); i++)
                into.set(at.get(i), parts.get(first + i));
            if (parts.size() > first + at.size()) more(run);
            return true;
        }

        private void more(WritingRun run) {
            if (run.continuation() + 1 < segmentsMax) run.goOn();
            else
                run.notCarried(
                        value.path(), "only " + segmentsMax * at.size() + " times " + charactersMax + " characters");
        }
    }

    /** How many there are: items of a list, or segments of a tag. Computed when writing, compared when reading. */
    record Total(Address at, String what, Sum sum) implements Field {

        @Override
        public boolean isAt(Address place) {
            return place.equals(at);
        }

        /** What is added up. */
        interface Sum {
            BigDecimal of(Object document, Tags tags);
        }

        /** How often each tag stands in the transaction set so far. */
        interface Tags {
            int count(String tag);
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            var said = at.in(segment);
            var counted = sum.of(into, run::count).toPlainString();
            if (!said.isEmpty() && !same(said, counted))
                run.wrong(
                        FindingCode.TOTAL_MISMATCH,
                        at.location(segment),
                        segment.tag() + " says " + said + ", counted " + counted,
                        said);
        }

        private static boolean same(String said, String counted) {
            try {
                return new BigDecimal(said.replace(',', '.')).compareTo(new BigDecimal(counted)) == 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            into.set(at, sum.of(from, run::count).toPlainString());
            return false;
        }

        @Override
        public boolean carries() {
            return false;
        }
    }
}

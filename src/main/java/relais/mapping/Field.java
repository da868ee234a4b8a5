package relais.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import relais.edi.Segment;
import relais.finding.FindingCode;

/** What one or several elements of a segment hold. */
sealed interface Field
        permits Pairs,
                Field.Constant,
                Field.Fixed,
                Field.FirstOf,
                Grouped,
                Field.Repeated,
                Field.Noted,
                Field.Filled,
                Field.Outer,
                Field.Single,
                Field.Signed,
                Field.Dated,
                Field.Divided,
                Field.Total {

    void read(Segment segment, Draft into, ReadingRun run);

    /** Sets elements, and says whether something of the document is in them. */
    boolean write(Object from, Elements into, WritingRun run);

    /** Whether it carries something of the document; a segment of which no field does is always written. */
    default boolean carries() {
        return true;
    }

    /** A text that is written, always or where another value is present, and not looked at when reading. */
    record Constant(Address at, String text, Optional<Path> when) implements Field {

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {}

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            if (when.isEmpty() || when.get().isPresent(from)) into.set(at, text);
            return false;
        }

        @Override
        public boolean carries() {
            return false;
        }
    }

    /** One of a few texts: any other is a finding, and the first is written. */
    record Fixed(Address at, List<String> texts) implements Field {

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            var text = at.in(segment);
            if (!texts.contains(text))
                run.wrong(
                        FindingCode.VALUE_INVALID,
                        at.location(segment),
                        "expected " + String.join(" or ", texts) + ", got '" + text + "'",
                        text);
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
        public void read(Segment segment, Draft into, ReadingRun run) {
            for (var field : fields) field.read(segment, into, run);
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            for (var field : fields) {
                var written = field.write(from, into, run);
                if (!into.get(at).isEmpty()) return written;
            }
            return false;
        }

        @Override
        public boolean carries() {
            return fields.stream().anyMatch(Field::carries);
        }
    }

    /** What is only written, because another place says it with more authority. */
    record Repeated(Field field) implements Field {

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
    }

    /** What has a text for nothing: a price for at least 1 is a price for any quantity. */
    record Filled(Address at, String nothing, Field field) implements Field {

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
    }

    /** One value in one place. */
    record Single(Address at, Value value) implements Field {

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            value.read(at.in(segment), "", new Value.Place(segment, at, run), into);
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
        public void read(Segment segment, Draft into, ReadingRun run) {
            var text = at.in(segment);
            var read = minus.holds(segment) ? negated(text) : text;
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

    /** A text over several places of a limited length each. */
    record Divided(List<Address> at, int charactersMax, Value value) implements Field {

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            var parts = new ArrayList<String>(at.size());
            for (var address : at) parts.add(address.in(segment));
            value.read(Division.join(parts, charactersMax), "", new Value.Place(segment, at.get(0), run), into);
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            var text = value.write(from, run);
            var parts = Division.split(text, charactersMax);
            for (var i = 0; i < Math.min(parts.size(), at.size()); i++) into.set(at.get(i), parts.get(i));
            if (parts.size() > at.size())
                run.notCarried(value.path(), "only " + at.size() + " times " + charactersMax + " characters");
            return !text.isEmpty();
        }
    }

    /** How many there are: items of a list, or segments of a tag. Computed when writing, compared when reading. */
    record Total(Address at, Sum sum) implements Field {

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

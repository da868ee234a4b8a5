package relais.mapping;

import java.util.List;
import relais.edi.Segment;

/** A value of the document in the place, or the places, that hold it. */
sealed interface Held extends Field permits Held.Single, Held.Spread, Held.Signed, Held.Dated, Held.Divided {

    Value value();

    @Override
    default List<Path> sources() {
        return List.of(value().path());
    }

    /** One value in one place. */
    record Single(Address at, Value value) implements Held {

        @Override
        public boolean isAt(Address place) {
            return place.equals(at);
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            var text = at.in(segment);
            if (value.isSaidBy(text)) value.read(text, "", segment, at, run, into);
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            var text = value.write(from, run);
            into.set(at, text);
            return !text.isEmpty();
        }
    }

    /** An item of a list in each element from one on; written in the first, each item in a segment of its own. */
    record Spread(Address at, Value value) implements Held {

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

    /**
     * A number that is less than zero where a qualifier says so: what came back beside what was sold. Numbers that meet are added up.
     *
     * @param minus holds where the number is less than zero
     */
    record Signed(Address at, Condition minus, Value value) implements Held {

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
    record Dated(Address at, Address qualifier, Value value) implements Held {

        @Override
        public boolean isAt(Address place) {
            return place.equals(at);
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            value.read(at.in(segment), qualifier.in(segment), segment, at, run, into);
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
    record Divided(List<Address> at, int charactersMax, int segmentsMax, Value value) implements Held {

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
}

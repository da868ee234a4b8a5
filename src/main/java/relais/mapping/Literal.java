package relais.mapping;

import java.util.List;
import relais.edi.Segment;
import relais.finding.FindingCode;

/** A text that the mapping states itself. */
sealed interface Literal extends Field permits Literal.Constant, Literal.Fixed, Literal.Assumed {

    /** A text that is written, always or where another value is present, and not looked at when reading. */
    record Constant(Address at, String text, Premise when) implements Literal {

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
    record Fixed(Address at, List<String> texts) implements Literal {

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

    /** What a segment means where no place says otherwise. */
    record Assumed(Path path, Leaf leaf, String text) implements Literal {

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
}

package relais.mapping;

import java.math.BigDecimal;
import relais.edi.Segment;
import relais.finding.FindingCode;

/** What the segments of a set, or the items of a list, come to. */
sealed interface Counted extends Field permits Counted.Number, Counted.Total {

    /** How many segments of a tag there are up to this one; not looked at when reading. */
    record Number(Address at, String tag) implements Counted {

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

    /** How many there are: items of a list, or segments of a tag. Computed when writing, compared when reading. */
    record Total(Address at, String what, Sum sum) implements Counted {

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

package relais.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import relais.finding.FindingCode;

/** What stands in a column. */
sealed interface TableCell {

    /** The level whose items it speaks of; the document is 0. */
    default int level() {
        return 0;
    }

    /** The text for a document or an item; empty for nothing. */
    String write(Object from, WritingRun run);

    /**
     * A value of the document.
     *
     * @param pick the item that the value is of, when it is one of a list beside the rows
     * @param isRead false when it is read from another column
     */
    record Held(int level, Optional<TablePick> pick, Value value, boolean isRead) implements TableCell {

        void read(String text, Value.At at, Draft into) {
            if (!isRead || text.isEmpty() && pick.isPresent()) return;
            value.read(text, "", at, pick.isPresent() ? pick.get().draft(into) : into);
        }

        @Override
        public String write(Object from, WritingRun run) {
            if (pick.isEmpty()) return value.write(from, run);
            var item = pick.get().find(from);
            if (item == null) return "";
            var list = pick.get().list();
            run.enter(list, list.items(from).indexOf(item), from);
            var text = value.write(item, run);
            run.leave();
            return text;
        }
    }

    /** One of a few texts: any other is a finding, and the first is written. */
    record Only(List<String> texts) implements TableCell {

        void read(String text, Value.At at) {
            if (texts.contains(text)) return;
            var wrong = "expected " + String.join(" or ", texts) + ", got '" + text + "'";
            at.run().wrong(FindingCode.VALUE_INVALID, at.location(), wrong, text);
        }

        @Override
        public String write(Object from, WritingRun run) {
            return texts.get(0);
        }
    }

    /** A text that is written and not looked at when reading. */
    record Constant(String text) implements TableCell {

        @Override
        public String write(Object from, WritingRun run) {
            return text;
        }
    }

    /** A count or a sum: compared when reading. */
    record Total(Sum sum, Format format) implements TableCell {

        /** What is added up; counts come with the records. */
        interface Sum {
            BigDecimal of(Object document, Counts counts);
        }

        /** @param rows that stand for items of the document; without header and trailer */
        record Counts(int rows, int records) {}

        void check(String text, Value.At at, Draft document, Counts counts) {
            var counted = sum.of(document, counts);
            try {
                var said = (BigDecimal) format.reader().read(text, "");
                if (said.compareTo(counted) == 0) return;
            } catch (IllegalArgumentException e) {
                at.run().wrong(format.wrong(), at.location(), "expected " + format.expected(), text);
                return;
            }
            var wrong = "says " + text + ", counted " + text(counted);
            at.run().wrong(FindingCode.TOTAL_MISMATCH, at.location(), wrong, text);
        }

        /** @see #text */
        @Override
        public String write(Object from, WritingRun run) {
            return "";
        }

        /** The text, once everything is counted. */
        String text(Object document, Counts counts) {
            return text(sum.of(document, counts));
        }

        /** A sum that is finer than the implied decimals is of values that are, and those have been reported. */
        private String text(BigDecimal counted) {
            try {
                return format.writer().write(counted);
            } catch (ArithmeticException e) {
                return counted.toPlainString();
            }
        }
    }
}

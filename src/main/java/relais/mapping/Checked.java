package relais.mapping;

import java.util.Set;
import relais.edi.Segment;
import relais.finding.FindingCode;
import relais.finding.Severity;

/** What a companion guide asks of an element beyond the standard. It reads and writes nothing itself. */
sealed interface Checked extends Field permits Checked.Present, Checked.Absent, Checked.OneOf {

    Address at();

    FindingCode code();

    /** What is wrong with a text that stands there; empty when nothing is. */
    String wrong(String text);

    @Override
    default void read(Segment segment, Draft into, ReadingRun run) {
        var text = at().in(segment);
        var wrong = wrong(text);
        if (!wrong.isEmpty())
            run.wrong(code(), at().location(segment), segment.tag() + at().padded() + " " + wrong, text);
    }

    @Override
    default boolean write(Object from, Elements into, WritingRun run) {
        return false;
    }

    @Override
    default void check(Elements written, String tag, WritingRun run) {
        var wrong = wrong(written.get(at()));
        if (!wrong.isEmpty()) run.found(code(), Severity.ERROR, "", tag + at().padded() + " " + wrong);
    }

    @Override
    default boolean carries() {
        return false;
    }

    record Present(Address at) implements Checked {
        @Override
        public FindingCode code() {
            return FindingCode.ELEMENT_MISSING;
        }

        @Override
        public String wrong(String text) {
            return text.isEmpty() ? "is empty, and the guide requires it" : "";
        }
    }

    record Absent(Address at) implements Checked {
        @Override
        public FindingCode code() {
            return FindingCode.VALUE_INVALID;
        }

        @Override
        public String wrong(String text) {
            return text.isEmpty() ? "" : "holds a value, and the guide forbids it";
        }
    }

    record OneOf(Address at, Set<String> texts) implements Checked {
        @Override
        public FindingCode code() {
            return FindingCode.CODE_UNKNOWN;
        }

        @Override
        public String wrong(String text) {
            return text.isEmpty() || texts.contains(text)
                    ? ""
                    : "is '" + text + "', and the guide allows " + String.join(", ", texts);
        }
    }
}

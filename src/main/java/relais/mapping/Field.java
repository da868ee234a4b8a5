package relais.mapping;

import java.util.List;
import relais.edi.Segment;

/** What one or several elements of a segment hold. */
sealed interface Field permits Checked, Counted, Groups, Held, Literal, Pairs, Wrapped {

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
}

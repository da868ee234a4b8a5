package relais.mapping;

import java.util.Optional;

/**
 * What holds when a set, or the loop of a rule, says nothing of a value.
 *
 * @param text canonical, {@link Value#POSITION}, {@link #CONTROL_NUMBER} or {@link #SENT_ON}
 * @param same the place whose value it then has too; empty for the text
 */
record Remainder(Path path, Leaf leaf, String text, Optional<Path> same) {

    /** The transaction set's own number. */
    static final String CONTROL_NUMBER = "controlNumber";

    /** The day on which the functional group, or else the interchange, says that it was made. */
    static final String SENT_ON = "sentOn";

    void complete(Draft draft, ReadingRun run) {
        if (path.isPresent(draft)) return;
        if (text.equals(SENT_ON)) run.sentOn().ifPresent(day -> path.set(draft, day));
        else if (same.isEmpty()) path.set(draft, leaf.read(text(run)));
        else Optional.ofNullable(same.get().get(draft)).ifPresent(value -> path.set(draft, value));
    }

    private String text(ReadingRun run) {
        return switch (text) {
            case Value.POSITION -> run.position();
            case CONTROL_NUMBER -> run.controlNumber();
            default -> text;
        };
    }
}

package relais.ledger;

import java.util.List;
import java.util.Optional;

/** What follows from a fact: entries, at once or in parts, or that it has to wait. */
sealed interface Outcome {

    /** The entries; none when it has to wait. */
    List<Draft> drafts();

    /** Why it waits, if it does. */
    default Optional<Waits> waiting() {
        return Optional.empty();
    }

    /** Whether more follows from the same fact, in the next batch and before anything else. */
    default boolean goesOn() {
        return false;
    }

    record Booked(List<Draft> drafts) implements Outcome {

        public Booked {
            drafts = List.copyOf(drafts);
        }
    }

    record BookedInPart(List<Draft> drafts) implements Outcome {

        public BookedInPart {
            drafts = List.copyOf(drafts);
        }

        @Override
        public boolean goesOn() {
            return true;
        }
    }

    /**
     * @param reason in one sentence
     * @param awaits what wakes the fact ({@link Books#key}); empty when only time can help
     */
    record Waits(RecordedFact fact, String reason, String awaits) implements Outcome {

        @Override
        public List<Draft> drafts() {
            return List.of();
        }

        @Override
        public Optional<Waits> waiting() {
            return Optional.of(this);
        }
    }
}

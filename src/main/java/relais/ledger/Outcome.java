package relais.ledger;

import java.util.List;
import java.util.function.Function;

/** What follows from a fact: entries, or that it has to wait. */
sealed interface Outcome {

    <T> T fold(Function<Booked, T> booked, Function<Waits, T> waits);

    record Booked(List<Draft> drafts) implements Outcome {

        public Booked {
            drafts = List.copyOf(drafts);
        }

        @Override
        public <T> T fold(Function<Booked, T> booked, Function<Waits, T> waits) {
            return booked.apply(this);
        }
    }

    /**
     * @param reason in one sentence
     * @param awaits the order that wakes the fact ({@link Books#key}); empty when only time can help
     */
    record Waits(RecordedFact fact, String reason, String awaits) implements Outcome {

        @Override
        public <T> T fold(Function<Booked, T> booked, Function<Waits, T> waits) {
            return waits.apply(this);
        }
    }
}

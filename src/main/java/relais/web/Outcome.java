package relais.web;

import java.util.List;
import java.util.function.Function;

/**
 * What became of what somebody asked for.
 *
 * @param <D> what was done
 */
sealed interface Outcome<D> {

    <T> T fold(Function<D, T> done, Function<List<Fault>, T> refused);

    record Done<D>(D what) implements Outcome<D> {

        @Override
        public <T> T fold(Function<D, T> done, Function<List<Fault>, T> refused) {
            return done.apply(what);
        }
    }

    /** Nothing was done. @param faults all that is wrong, at least one */
    record Refused<D>(List<Fault> faults) implements Outcome<D> {

        public Refused {
            faults = List.copyOf(faults);
        }

        @Override
        public <T> T fold(Function<D, T> done, Function<List<Fault>, T> refused) {
            return refused.apply(faults);
        }
    }
}

package relais.ledger;

import java.util.Optional;

/**
 * What a verification of the ledger found.
 *
 * @param entries how many there are
 * @param seals how many there are
 * @param firstFault the first row that does not fit and what happened to it; empty when the books are sound
 */
public record Verification(long entries, long seals, Optional<Fault> firstFault) {

    public boolean sound() {
        return firstFault.isEmpty();
    }
}

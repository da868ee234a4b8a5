package relais.ledger;

import java.util.Optional;

/**
 * What a verification of the ledger found.
 *
 * @param entries how many were recomputed
 * @param seals how many were recomputed
 * @param firstFault the first row that does not fit and what is wrong with it; empty when the books are sound
 */
public record Verification(long entries, long seals, Optional<String> firstFault) {

    public boolean sound() {
        return firstFault.isEmpty();
    }
}

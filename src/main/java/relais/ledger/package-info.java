/** Attribution, commission and their proof: facts in, sealed entries out, never updated. */
@NullMarked
@ApplicationModule(allowedDependencies = {"document", "partner", "consumer", "proof"})
package relais.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

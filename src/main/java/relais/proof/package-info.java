/**
 * What whoever keeps a checkpoint of the ledger can verify without the hub: hash trees and proofs of RFC 6962, signed checkpoints as C2SP's
 * signed-note and tlog-checkpoint write them. Stands on the JDK alone.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package relais.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

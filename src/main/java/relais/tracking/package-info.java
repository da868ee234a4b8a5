/** Read-only views: where is my document, and why. */
@NullMarked
@ApplicationModule(allowedDependencies = {"mailbox", "ledger", "partner", "consumer", "finding", "document"})
package relais.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

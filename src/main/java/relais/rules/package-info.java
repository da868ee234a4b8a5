/** Pure checks of a document against the agreement it was sent under. */
@NullMarked
@ApplicationModule(allowedDependencies = {"document", "partner", "finding"})
package relais.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The canonical documents of the trade, under their UBL names, and their value types. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package relais.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

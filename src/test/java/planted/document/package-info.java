@NullMarked
@ApplicationModule(allowedDependencies = {})
package planted.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

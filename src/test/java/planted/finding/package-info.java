@NullMarked
@ApplicationModule(allowedDependencies = {})
package planted.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

@NullMarked
@ApplicationModule(allowedDependencies = {})
package planted.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

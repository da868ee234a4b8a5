@NullMarked
@ApplicationModule(allowedDependencies = {})
package planted.edi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

@NullMarked
@ApplicationModule(allowedDependencies = {"finding"})
package planted.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What is wrong with something a partner sent, and exactly where. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package relais.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

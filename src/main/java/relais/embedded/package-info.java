/** PostgreSQL, broker and SFTP servers inside the process, and the example business that plays on them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"partner", "tracking"})
package relais.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

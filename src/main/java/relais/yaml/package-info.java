/** YAML files that remember on which line each value stands, so that a wrong file can name its line and the remedy. */
@NullMarked
@ApplicationModule(allowedDependencies = {"finding"})
package relais.yaml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

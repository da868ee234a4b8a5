/** The command line: check, explain, acknowledge, translate, demo. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edi", "mapping", "document", "partner", "finding", "embedded", "yaml"})
package relais.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

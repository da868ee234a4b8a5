/** Segments, columns and JSON to documents and back; one mapping file serves both directions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"document", "edi", "finding", "yaml"})
package relais.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

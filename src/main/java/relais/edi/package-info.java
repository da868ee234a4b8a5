/** X12 and EDIFACT syntax: detect, read, validate, acknowledge, write. No Spring, no Camel. */
@NullMarked
@ApplicationModule(allowedDependencies = {"finding"})
package relais.edi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Trading partners, their channels, agreements and terms; loads and checks the partner files. */
@NullMarked
@ApplicationModule(allowedDependencies = {"document", "edi", "finding", "yaml"})
package relais.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

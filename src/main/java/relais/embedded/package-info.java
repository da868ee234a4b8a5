/** PostgreSQL, broker and SFTP servers inside the process, and the example business that plays on them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"consumer", "document", "finding", "partner", "ledger", "edi", "yaml"})
package relais.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

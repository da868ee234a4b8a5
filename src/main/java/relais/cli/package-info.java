/** The command line: check, explain, acknowledge, translate, ledger, demo. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"edi", "mapping", "document", "partner", "finding", "embedded", "yaml", "ledger", "proof"
        })
package relais.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

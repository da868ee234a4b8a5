/** The REST API's answers and the operators' console. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tracking",
            "partner",
            "ledger",
            "proof",
            "consumer",
            "mailbox",
            "mapping",
            "edi",
            "document",
            "finding",
            "yaml"
        })
package relais.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

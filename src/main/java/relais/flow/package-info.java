/** The steps of the way as plain beans: read, acknowledge, translate, check, book, dispatch. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "finding",
            "document",
            "edi",
            "mapping",
            "partner",
            "rules",
            "consumer",
            "ledger",
            "mailbox"
        })
package relais.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

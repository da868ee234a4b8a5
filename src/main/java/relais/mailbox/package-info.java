/** The Inbox and the Outbox: bytes stored once, sent once; the register of documents in between. */
@NullMarked
@ApplicationModule(allowedDependencies = {"consumer", "finding", "partner"})
package relais.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

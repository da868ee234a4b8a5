/** SFTP, HTTP and JMS at the edge of the hub; the only importer of Camel. */
@NullMarked
@ApplicationModule(allowedDependencies = {"finding", "partner", "mailbox"})
package relais.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

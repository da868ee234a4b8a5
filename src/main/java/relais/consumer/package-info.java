/** Who the consumer is: match token, encrypted vault, consent, erasure. The only place that keeps personal data. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package relais.consumer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

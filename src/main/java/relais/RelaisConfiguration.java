package relais;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the time and new ids come from, so that nobody makes them up. */
@Configuration(proxyBeanMethods = false)
class RelaisConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Ids in the order of their making (RFC 9562, version 7): 48 bits of milliseconds, then chance. */
    @Bean
    Supplier<UUID> ids(Clock clock) {
        var random = new SecureRandom();
        return () -> new UUID(
                clock.millis() << 16 | 0x7000 | random.nextInt(0x1000),
                random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }
}

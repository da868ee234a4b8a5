package relais;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.partner.Secrets;

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

    /** The key of the consumers' vault: at least 32 bytes in hexadecimal digits, where {@code relais.master-key} refers to. */
    @Bean
    @ConditionalOnExpression("'${relais.master-key:}' != ''")
    SecretKey masterKey(@Value("${relais.master-key}") String reference, Secrets secrets) {
        return new SecretKeySpec(HexFormat.of().parseHex(secrets.text(reference)), "HmacSHA256");
    }
}

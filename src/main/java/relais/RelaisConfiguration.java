package relais;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.consumer.MasterKeys;
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

    /** The keys of the consumers' vault, each at least 32 bytes in hexadecimal digits, where {@code relais.vault.master-keys} refers to: the newest first, parted by commas. */
    @Bean
    @ConditionalOnExpression("'${relais.vault.master-keys:}' != ''")
    MasterKeys masterKeys(@Value("${relais.vault.master-keys}") String references, Secrets secrets) {
        return new MasterKeys(Stream.of(references.split(","))
                .map(reference -> HexFormat.of().parseHex(secrets.text(reference.strip())))
                .<SecretKey>map(key -> new SecretKeySpec(key, "HmacSHA256"))
                .toList());
    }

    /** The key that the ledger signs its checkpoints with: 32 bytes in hexadecimal digits, where {@code relais.ledger.signing-key} refers to. */
    @Bean
    @ConditionalOnExpression("'${relais.ledger.signing-key:}' != ''")
    SecretKey ledgerKey(@Value("${relais.ledger.signing-key}") String reference, Secrets secrets) {
        return new SecretKeySpec(HexFormat.of().parseHex(secrets.text(reference)), "Ed25519");
    }
}

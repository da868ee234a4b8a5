package relais.consumer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Needs a {@code SecretKey} bean named {@code masterKey}, made from the secret that {@code relais.master-key} refers to. */
@Configuration(proxyBeanMethods = false)
class ConsumerConfiguration {

    @Bean
    Vault vault(JdbcClient jdbc, SecretKey masterKey, Clock clock) {
        return new Vault(jdbc, masterKey, new SecureRandom(), clock);
    }

    @Bean
    Consumers consumers(JdbcClient jdbc, Vault vault, SecretKey masterKey, Supplier<UUID> ids) {
        return new Consumers(jdbc, vault, masterKey, ids);
    }

    @Bean
    ConsumerTokens consumerTokens(
            SecretKey masterKey, Clock clock, @Value("${relais.consumer.token-lifetime:P30D}") Duration lifetime) {
        return new ConsumerTokens(masterKey, clock, lifetime);
    }
}

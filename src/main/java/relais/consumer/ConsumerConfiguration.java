package relais.consumer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Needs {@link MasterKeys}, made from the secrets that {@code relais.vault.master-keys} refers to. */
@Configuration(proxyBeanMethods = false)
class ConsumerConfiguration {

    private static final int REWRAP_KEYS_MAX = 1_000;

    @Bean
    Vault vault(JdbcClient jdbc, MasterKeys masterKeys) {
        return new Vault(jdbc, masterKeys, new SecureRandom());
    }

    @Bean
    KeyRotation keyRotation(JdbcClient jdbc, PlatformTransactionManager transactions, MasterKeys masterKeys) {
        return new KeyRotation(
                jdbc, new TransactionTemplate(transactions), masterKeys, new SecureRandom(), REWRAP_KEYS_MAX);
    }

    @Bean
    Consumers consumers(JdbcClient jdbc, Vault vault, Supplier<UUID> ids) {
        return new Consumers(jdbc, vault, ids);
    }

    @Bean
    Consents consents(JdbcClient jdbc) {
        return new Consents(jdbc);
    }

    @Bean
    ConsumerEvents consumerEvents(JdbcClient jdbc) {
        return new ConsumerEvents(jdbc);
    }

    @Bean
    Disclosures disclosures(Consumers consumers, Consents consents, ConsumerEvents events, Clock clock) {
        return new Disclosures(consumers, consents, events, clock);
    }

    @Bean
    Erasures erasures(
            PlatformTransactionManager transactions,
            Consumers consumers,
            ConsumerEvents events,
            ObjectProvider<ErasureListener> listeners,
            Clock clock) {
        return new Erasures(
                new TransactionTemplate(transactions),
                consumers,
                events,
                listeners.orderedStream().toList(),
                clock);
    }

    @Bean
    ConsumerTokens consumerTokens(
            MasterKeys masterKeys, Clock clock, @Value("${relais.consumer.token-lifetime:P30D}") Duration lifetime) {
        return new ConsumerTokens(masterKeys, clock, lifetime);
    }
}

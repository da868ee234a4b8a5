package relais;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import relais.consumer.MasterKeys;
import relais.partner.Secrets;

class RelaisConfigurationTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "RELAIS_MASTER_KEY",
            "5a".repeat(32),
            "RELAIS_MASTER_KEY_OLD",
            "3c".repeat(32),
            "RELAIS_LEDGER_KEY",
            "77".repeat(32));

    private final ApplicationContextRunner hub = new ApplicationContextRunner()
            .withUserConfiguration(RelaisConfiguration.class)
            .withBean(Secrets.class, () -> new Secrets(ENVIRONMENT::get));

    @Test
    void takesTheMasterKeyThatProductionRefersTo() {
        hub.withInitializer(RelaisConfigurationTest::production)
                .run(started ->
                        assertThat(started.getBean(MasterKeys.class).newest()).isEqualTo(newest((byte) 0x5a)));
    }

    @Test
    void takesTheFirstOfSeveralMasterKeysForTheNewest() {
        hub.withPropertyValues(
                        "relais.vault.master-keys=secret:env:RELAIS_MASTER_KEY_OLD, secret:env:RELAIS_MASTER_KEY")
                .run(started ->
                        assertThat(started.getBean(MasterKeys.class).newest()).isEqualTo(newest((byte) 0x3c)));
    }

    /** A variable's value must not be taken for the setting that only refers to it. */
    private static void production(ConfigurableApplicationContext context) {
        var sources = context.getEnvironment().getPropertySources();
        try {
            new YamlPropertySourceLoader()
                    .load("production", new ClassPathResource("application-production.yaml"))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        sources.addFirst(new SystemEnvironmentPropertySource("variables", Map.<String, Object>copyOf(ENVIRONMENT)));
    }

    private static String newest(byte digits) {
        var key = new byte[32];
        java.util.Arrays.fill(key, digits);
        return new MasterKeys(List.of(new SecretKeySpec(key, "HmacSHA256"))).newest();
    }
}

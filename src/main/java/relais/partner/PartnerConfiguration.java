package relais.partner;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class PartnerConfiguration {

    @Bean
    Secrets secrets() {
        return new Secrets(System::getenv);
    }

    @Bean
    ApiKeys apiKeys(Partners partners, Secrets secrets) {
        return new ApiKeys(partners, secrets);
    }

    /** @param home the folder that holds {@code routes} and {@code mappings} */
    @Bean
    Partners partners(Environment environment, MappingNames mappings, @Value("${relais.home:}") String home) {
        return PartnerFiles.load(Path.of(home).resolve("routes/partners"), environment::getProperty, mappings);
    }
}

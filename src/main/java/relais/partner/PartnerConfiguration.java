package relais.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class PartnerConfiguration {

    private static final int FOLDERS_DEEP_MAX = 5;

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
    Partners partners(Environment environment, @Value("${relais.home:}") String home) throws IOException {
        var folder = Path.of(home);
        return PartnerFiles.load(
                folder.resolve("routes/partners"), environment::getProperty, mappings(folder.resolve("mappings")));
    }

    static Set<String> mappings(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return Set.of();
        try (var files = Files.walk(folder, FOLDERS_DEEP_MAX)) {
            return files.filter(file -> Set.of("mapping.yaml", "smooks.xml")
                            .contains(file.getFileName().toString()))
                    .map(file -> folder.relativize(file.getParent()).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        }
    }
}

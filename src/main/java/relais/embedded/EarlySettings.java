package relais.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Settles, before any bean exists, what partner files and connections refer to: absolute folders, where the routes and
 * mappings are ({@code relais.home}), and a free port wherever the setting is 0. With profile production it checks that everything is set that the embedded parts would have provided.
 */
final class EarlySettings implements EnvironmentPostProcessor, Ordered {

    private static final List<String> FOLDERS = List.of("relais.data", "relais.keys", "relais.dropbox.folder");

    private static final List<String> PORTS =
            List.of("relais.postgres.port", "relais.broker.port", "relais.dropbox.port", "acme.sftp.port");

    /** What production cannot do without, and the environment variable that application-production.yaml takes it from. */
    private static final Map<String, String> REQUIRED = Map.ofEntries(
            Map.entry("RELAIS_DATABASE_URL", "JDBC URL of PostgreSQL, jdbc:postgresql://HOST/relais"),
            Map.entry("RELAIS_DATABASE_USER", "the database user"),
            Map.entry("RELAIS_DATABASE_PASSWORD", "the database user's password"),
            Map.entry("RELAIS_BROKER_URL", "URL of the Artemis broker, tcp://HOST:61616"),
            Map.entry("RELAIS_BROKER_USER", "the broker user"),
            Map.entry("RELAIS_BROKER_PASSWORD", "the broker user's password"),
            Map.entry(
                    "RELAIS_TLS_CERTIFICATE",
                    "PEM file of the certificate that the console and the API are served with"),
            Map.entry("RELAIS_TLS_KEY", "PEM file of that certificate's private key"),
            Map.entry("RELAIS_MASTER_KEY", "the key of the consumers' vault: 64 hexadecimal digits"),
            Map.entry("RELAIS_LEDGER_KEY", "the key that the ledger signs with: 64 hexadecimal digits"),
            Map.entry("RELAIS_KEYS", "folder of the SSH keys and known_hosts"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var missing = environment.acceptsProfiles(Profiles.of("production")) ? missing(environment) : List.<String>of();
        if (!missing.isEmpty()) {
            application.addInitializers(context -> refuse(missing)); // once logging is set up, so that one line is all
            return;
        }
        var settled = new HashMap<String, Object>();
        for (var folder : FOLDERS) {
            var value = environment.getProperty(folder, "");
            if (!value.isEmpty())
                settled.put(folder, Path.of(value).toAbsolutePath().normalize().toString());
        }
        var ports = new Ports(ProcessHandle.current().pid());
        for (var port : PORTS)
            if (environment.getProperty(port, Integer.class, -1) == 0) settled.put(port, ports.free());
        if (settled.containsKey("relais.data")) settled.put("relais.home", home(environment, settled));
        environment.getPropertySources().addFirst(new MapPropertySource("relais settled early", settled));
    }

    private static String home(ConfigurableEnvironment environment, Map<String, Object> settled) {
        var unpackTo = Path.of(settled.get("relais.data").toString(), "home");
        try {
            return Home.find(
                            environment.getProperty("relais.home", ""),
                            Path.of("").toAbsolutePath(),
                            unpackTo)
                    .toString();
        } catch (IllegalArgumentException noRoutes) {
            throw new CannotStart(noRoutes.getMessage());
        }
    }

    private static List<String> missing(ConfigurableEnvironment environment) {
        return REQUIRED.keySet().stream()
                .filter(name -> environment.getProperty(name, "").isEmpty())
                .sorted()
                .map(name -> name + " (" + REQUIRED.get(name) + ")")
                .toList();
    }

    private static void refuse(List<String> missing) {
        throw new CannotStart("profile production needs these environment variables: " + String.join(", ", missing));
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}

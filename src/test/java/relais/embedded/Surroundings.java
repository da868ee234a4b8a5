package relais.embedded;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Everything around a hub that runs in a process of its own: PostgreSQL, the broker, Acme's SFTP server, the brand's ERP and
 * Acme itself. It stays up when the hub dies.
 */
public final class Surroundings implements AutoCloseable {

    private static final String ORDERS = "erp.orders";
    /** Loggers that say at length that a client is gone. */
    private static final List<String> TALKATIVE = List.of("org.apache.activemq", "org.apache.sshd", "io.zonky.test");

    private static final String MASTER_KEY_VARIABLE = "RELAIS_MASTER_KEY";

    private final Path data;
    private final Ports ports = new Ports(ProcessHandle.current().pid());
    private final PostgresServer postgres;
    private final BrokerServer broker;
    private final SftpServer acmeServer;
    private final ActiveMQConnectionFactory connections;
    private final ErpSimulator erp;
    private final PartnerSimulator acme;

    /** Starts it all. @param data an empty folder for its state */
    public Surroundings(Path data) {
        this.data = data;
        var logging = LoggingSystem.get(getClass().getClassLoader());
        TALKATIVE.forEach(logger -> logging.setLogLevel(logger, LogLevel.ERROR));
        postgres = new PostgresServer(data.resolve("postgres"), ports.free());
        broker = new BrokerServer(data.resolve("artemis"), ports.free(), List.of(ORDERS));
        connections = new ActiveMQConnectionFactory(broker.url());
        folder("in");
        folder("out");
        var hub = new SftpServer.User(data.resolve("acme"), "acme-client");
        acmeServer = new SftpServer(
                ports.free(), "acme.sftp.port", data.resolve("keys"), "acme-host", Map.of("relais", hub));
        erp = new ErpSimulator(connections, Clock.systemUTC());
        acme = new PartnerSimulator(data.resolve("acme"), Clock.systemUTC());
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(data.resolve("acme").resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a hub has to be told on its command line to live here, with nothing inside. */
    public List<String> settings() {
        return List.of(
                "--relais.data=" + data.resolve("hub"),
                "--relais.keys=" + data.resolve("keys"),
                "--relais.vault.master-keys=secret:env:" + MASTER_KEY_VARIABLE,
                "--relais.embedded.postgres=false",
                "--relais.embedded.broker=false",
                "--relais.embedded.sftp=false",
                "--relais.embedded.business=false",
                "--relais.day=none",
                "--spring.datasource.url=" + postgres.url(),
                "--spring.datasource.username=" + postgres.user(),
                "--spring.artemis.broker-url=" + broker.url(),
                "--acme.sftp.port=" + acmeServer.port(),
                "--server.port=0");
    }

    public Map<String, String> environment() {
        return Map.of(MASTER_KEY_VARIABLE, "5a".repeat(32));
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(postgres.url(), postgres.user(), ""));
    }

    /** Acme lays a file onto its server, whole at once, for the hub to fetch. */
    public void layOut(String name, String text) {
        try {
            var part = Files.writeString(data.resolve("acme").resolve(name + ".part"), text, StandardCharsets.US_ASCII);
            Files.move(part, folder("out").resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Names of the files on Acme's server that the hub has not taken yet. */
    public List<String> laidOut() {
        return files(folder("out")).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    /** Text of every file that the hub laid onto Acme's server, half ones too. */
    public List<String> arrivedAtAcme() {
        var texts = new ArrayList<String>();
        try {
            for (var file : files(folder("in"))) texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return texts;
    }

    private static List<Path> files(Path folder) {
        try (var list = Files.list(folder)) {
            return list.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Numbers of the orders that arrived at the ERP, each as often as it arrived, from the broker's copies. */
    public List<String> ordersAtErp() {
        try (var connection = connections.createConnection();
                var session = connection.createSession()) {
            var numbers = new ArrayList<String>();
            var copies = session.createBrowser(session.createQueue(BrokerServer.copyOf(ORDERS)))
                    .getEnumeration();
            while (copies.hasMoreElements())
                numbers.add(new ObjectMapper()
                        .readTree(((BytesMessage) copies.nextElement()).getBody(byte[].class))
                        .path("number")
                        .asText());
            return numbers;
        } catch (JMSException | IOException failed) {
            throw new IllegalStateException("the broker does not show what arrived", failed);
        }
    }

    @Override
    public void close() {
        acme.close();
        erp.close();
        connections.close();
        acmeServer.close();
        broker.close();
        postgres.close();
    }
}

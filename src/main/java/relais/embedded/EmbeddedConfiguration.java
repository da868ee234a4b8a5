package relais.embedded;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConnectionDetails;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisMode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import relais.consumer.ErasureListener;
import relais.consumer.MasterKeys;
import relais.partner.Channel;
import relais.partner.Partners;
import relais.partner.Secrets;

/**
 * The parts that run inside the process, each with a switch of its own. The connection details hand the started servers to
 * Spring's data source and connection factory, so nothing connects before they are up.
 */
@Configuration(proxyBeanMethods = false)
class EmbeddedConfiguration {

    @Bean
    @Lazy
    DataFolder dataFolder(@Value("${relais.data}") Path data) {
        return new DataFolder(data);
    }

    /** The key of the consumers' vault, made at the first start, unless the settings refer to another. */
    @Bean
    @ConditionalOnExpression("'${relais.vault.master-keys:}' == ''")
    MasterKeys masterKeys(@Value("${relais.keys}") Path keys, Secrets secrets) {
        return new MasterKeys(List.of(new SecretKeySpec(made(keys.resolve("master"), secrets), "HmacSHA256")));
    }

    /** The key that the ledger signs its checkpoints with, made at the first start, unless the settings refer to another. */
    @Bean
    @ConditionalOnExpression("'${relais.ledger.signing-key:}' == ''")
    SecretKey ledgerKey(@Value("${relais.keys}") Path keys, Secrets secrets) {
        return new SecretKeySpec(made(keys.resolve("ledger"), secrets), "Ed25519");
    }

    private static byte[] made(Path file, Secrets secrets) {
        new SecretFiles(new SecureRandom()).make(file);
        return HexFormat.of().parseHex(secrets.text("secret:file:" + file));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("relais.embedded.postgres")
    static class Database {

        @Bean
        PostgresServer postgresServer(DataFolder data, @Value("${relais.postgres.port}") int port) {
            return new PostgresServer(data.folder("postgres"), port);
        }

        @Bean
        JdbcConnectionDetails embeddedDatabase(PostgresServer server) {
            return new DatabaseConnection(server.url(), server.user());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("relais.embedded.broker")
    static class Broker {

        @Bean
        BrokerServer brokerServer(DataFolder data, @Value("${relais.broker.port}") int port, Partners partners) {
            var queues = partners.brand().channels().stream()
                    .filter(channel -> channel.direction() == Channel.Direction.OUT)
                    .filter(channel -> channel.transport() == Channel.Transport.JMS)
                    .map(channel -> channel.parameters().get("queue"))
                    .toList();
            return new BrokerServer(data.folder("artemis"), port, queues);
        }

        /** What was sent of a consumer who is erased leaves the journal as soon as it was taken. */
        @Bean
        ErasureListener journalErasure(BrokerServer server) {
            return (consumer, at, by) -> server.forgetTakenMessages();
        }

        @Bean
        ArtemisConnectionDetails embeddedBroker(BrokerServer server) {
            return new BrokerConnection(server.url());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("relais.embedded.sftp")
    static class Sftp {

        @Bean
        SecretFiles secretFiles(Partners partners, Secrets secrets, @Value("${relais.keys}") Path keys) {
            var files = new SecretFiles(new SecureRandom());
            files.makeApiKeys(partners, secrets, keys);
            return files;
        }

        /** The hub's own drop box: one user a partner that has a channel there, with the partner's id as name. */
        @Bean
        SftpServer dropbox(
                Partners partners,
                @Value("${relais.dropbox.port}") int port,
                @Value("${relais.dropbox.folder}") Path folder,
                @Value("${relais.keys}") Path keys) {
            var users = new HashMap<String, SftpServer.User>();
            for (var channel : partners.channels())
                if (channel.transport() == Channel.Transport.DROPBOX)
                    users.put(
                            channel.partner(),
                            new SftpServer.User(folder.resolve(channel.partner()), channel.partner()));
            return new SftpServer(port, "relais.dropbox.port", keys, "dropbox-host", users);
        }

        /** Acme's server: the hub signs in as {@code relais}, fetches from {@code out} and puts into {@code in}. */
        @Bean
        SftpServer acmeServer(
                DataFolder data, @Value("${acme.sftp.port}") int port, @Value("${relais.keys}") Path keys) {
            var home = data.folder("partners/acme-retail");
            data.folder("partners/acme-retail/in");
            data.folder("partners/acme-retail/out");
            var hub = new SftpServer.User(home, "acme-client");
            return new SftpServer(port, "acme.sftp.port", keys, "acme-host", Map.of("relais", hub));
        }
    }

    private record DatabaseConnection(String getJdbcUrl, String getUsername) implements JdbcConnectionDetails {
        @Override
        public String getPassword() {
            return "";
        }
    }

    private record BrokerConnection(String getBrokerUrl) implements ArtemisConnectionDetails {
        @Override
        public ArtemisMode getMode() {
            return ArtemisMode.NATIVE;
        }

        @Override
        public String getUser() {
            return "";
        }

        @Override
        public String getPassword() {
            return "";
        }
    }
}

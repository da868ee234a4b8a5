package relais.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import relais.finding.Findings;
import relais.mailbox.Inbox;
import relais.mailbox.Outbox;
import relais.partner.MappingNames;

/** The hub without its middle: real channels, mailbox and servers; the steps in between only note what they are given. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"relais.channel", "relais.consumer", "relais.embedded", "relais.mailbox", "relais.partner"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*"))
class HubParts {

    private static final Path PARTNERS = Path.of("src/test/resources/relais/channel/partners");

    /** Starts it on free ports, with the project's routes and three partners. @param data an empty folder for its state */
    static ConfigurableApplicationContext start(Path data, String... settings) throws IOException {
        copy(Path.of("routes"), data.resolve("home/routes"));
        copy(Path.of("routes/templates"), data.resolve("home/routes/templates"));
        copy(PARTNERS, data.resolve("home/routes/partners"));
        var arguments = Stream.concat(
                Stream.of(
                        "--relais.data=" + data,
                        "--relais.home=" + data.resolve("home"),
                        "--relais.files-settle=PT0.5S",
                        "--server.port=0",
                        "--relais.postgres.port=0",
                        "--relais.broker.port=0",
                        "--relais.dropbox.port=0",
                        "--acme.sftp.port=0",
                        "--relais.embedded.business=false",
                        "--relais.day=none",
                        "--logging.level.root=warn"),
                Stream.of(settings));
        return SpringApplication.run(new Class<?>[] {HubParts.class, Steps.class}, arguments.toArray(String[]::new));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Finds nothing wrong with what is posted. */
    public static final class Content {
        public Findings check(UUID receipt) {
            return Findings.none();
        }
    }

    @Bean
    Content precheck() {
        return new Content();
    }

    /** No mappings here. */
    @Bean
    MappingNames mappingNames() {
        return (format, document) -> List.of();
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    }

    @Bean
    Supplier<UUID> ids() {
        var count = new AtomicLong();
        return () -> new UUID(0x7000L, 0x8000000000000000L | count.incrementAndGet());
    }

    /** Hands on what it gets. */
    public static final class Through {
        public Inbox.Claim pass(Inbox.Claim claim) {
            assertThat(claim).isNotNull();
            return claim;
        }
    }

    /** No flat files here. */
    public static final class NoSmooks {
        public String configuration(Inbox.Claim claim) {
            return "";
        }

        public byte[] input(Inbox.Claim claim) {
            throw new IllegalStateException("no flat files here");
        }

        public Inbox.Claim bound(Inbox.Claim claim, Map<?, ?> tree) {
            return claim;
        }

        public Inbox.Claim failed(Inbox.Claim claim, Throwable cause) {
            return claim;
        }
    }

    public static final class Unsealed {
        public Optional<byte[]> unseal(Outbox.Outgoing outgoing) {
            return Optional.of(outgoing.payload().bytes());
        }
    }

    public record Answer(int status, String contentType, String json) {}

    public static final class View {
        public Answer get(String id, @Nullable String key) {
            return new Answer(200, "application/json", "{\"asked\":\"" + id + " " + key + "\"}");
        }
    }

    public static final class SchemaView {
        public Answer list() {
            return new Answer(200, "application/json", "{\"asked\":\"all\"}");
        }

        public Answer get(String title) {
            return new Answer(200, "application/schema+json", "{\"asked\":\"" + title + "\"}");
        }
    }

    public static final class OperatorView {
        public Answer get(String id, @Nullable String login) {
            return new Answer(200, "application/json", "{\"asked\":\"" + id + " " + login + "\"}");
        }

        public Answer erase(String id, @Nullable String login, @Nullable String reason) {
            return new Answer(200, "application/json", "{\"asked\":\"" + id + " " + login + " " + reason + "\"}");
        }
    }

    public static final class ProofView {
        public Answer key() {
            return new Answer(200, "text/plain", "key");
        }

        public Answer checkpoint(@Nullable String key, @Nullable String login) {
            return new Answer(200, "text/plain", "checkpoint");
        }

        public Answer entry(String seq, @Nullable String key, @Nullable String login) {
            return new Answer(200, "application/json", "{\"asked\":\"" + seq + " " + key + "\"}");
        }

        public Answer consistency(
                @Nullable String from, @Nullable String to, @Nullable String key, @Nullable String login) {
            return new Answer(200, "application/json", "{\"asked\":\"" + from + " " + to + " " + key + "\"}");
        }
    }

    public static final class TokenView {
        public Answer get(String number, @Nullable String token) {
            return new Answer(404, "application/problem+json", "{\"asked\":\"" + number + token + "\"}");
        }
    }

    /** The console's sign-in is another test's matter. */
    @Bean
    SecurityFilterChain open(HttpSecurity security) throws Exception {
        return security.csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    static class Steps {

        @Bean
        Claiming claim(Inbox inbox) {
            return new Claiming(inbox);
        }

        @Bean
        Advancing advance(Inbox inbox) {
            return new Advancing(inbox);
        }

        @Bean
        Through read() {
            return new Through();
        }

        @Bean
        Through acknowledge() {
            return new Through();
        }

        @Bean
        Through translate() {
            return new Through();
        }

        @Bean
        Through check() {
            return new Through();
        }

        @Bean
        Through book() {
            return new Through();
        }

        @Bean
        Through dispatch() {
            return new Through();
        }

        @Bean
        NoSmooks smooks() {
            return new NoSmooks();
        }

        @Bean
        Unsealed unseal() {
            return new Unsealed();
        }

        @Bean
        View documentView() {
            return new View();
        }

        @Bean
        View stock() {
            return new View();
        }

        @Bean
        SchemaView schemas() {
            return new SchemaView();
        }

        @Bean
        ProofView ledgerProofs() {
            return new ProofView();
        }

        @Bean
        OperatorView consumerView() {
            return new OperatorView();
        }

        @Bean
        TokenView consumerOrders() {
            return new TokenView();
        }
    }

    public static final class Claiming {
        private final Inbox inbox;

        Claiming(Inbox inbox) {
            this.inbox = inbox;
        }

        public Optional<Inbox.Claim> claim() {
            return inbox.claim();
        }
    }

    public static final class Advancing {
        private final Inbox inbox;

        Advancing(Inbox inbox) {
            this.inbox = inbox;
        }

        public Inbox.Claim advance(Inbox.Claim claim) {
            inbox.processed(claim.receipt());
            return claim;
        }
    }
}

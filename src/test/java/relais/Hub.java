package relais;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole hub with everything embedded, on free ports and in a folder of its own, as a partner sees it: files on servers,
 * HTTP, queues. The clock starts at 9 o'clock on 2 March 2026 and ids count up, so that every byte can be foretold.
 */
public final class Hub implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final ConfigurableApplicationContext context;

    private Hub(Path data, ConfigurableApplicationContext context) {
        this.data = data;
        this.context = context;
    }

    /** Starts one in an empty folder, with one worker, so that documents come in the order of their making. */
    public static Hub start(Path data) {
        var application = new SpringApplication(Relais.class, FixedTime.class);
        application.setDefaultProperties(Map.of());
        var context = application.run(
                "--relais.data=" + data,
                "--relais.day=none",
                "--server.port=0",
                "--relais.postgres.port=0",
                "--relais.broker.port=0",
                "--relais.dropbox.port=0",
                "--acme.sftp.port=0",
                "--relais.workers.inbound=1",
                "--relais.workers.outbound=1");
        return new Hub(data, context);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    public String property(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    /** The address that the console and the API answer under. */
    public String url() {
        return "http://localhost:" + property("local.server.port");
    }

    /** Puts a file on a partner's own server, whole at once, where the hub fetches it. */
    public void onServerOf(String partner, String name, byte[] bytes) {
        var out = data.resolve("partners").resolve(partner).resolve("out");
        try {
            Files.createDirectories(out);
            var part = Files.write(data.resolve(name + ".part"), bytes);
            Files.move(part, out.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file that arrived at a partner, by name, as text of one byte a character. */
    public Map<String, String> arrivedAt(String partner) {
        var in = data.resolve("partners").resolve(partner).resolve("in");
        var files = new LinkedHashMap<String, String>();
        try (var list = Files.list(in)) {
            for (var file : list.filter(Files::isRegularFile).sorted().toList())
                files.put(
                        file.getFileName().toString(),
                        Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Waits until something is so; fails with the last reason after a minute. */
    public void eventually(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition);
    }

    /** Waits until nothing is due anywhere in the hub. */
    public void untilQuiet() {
        eventually(() -> count("select count(*) from receipt where state = 'received'") == 0
                && count("select count(*) from outbox where state = 'due'") == 0
                && count("select count(*) from fact_due") == 0);
    }

    public long count(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
    }

    /** Rows of one column, as text. */
    public List<String> texts(String sql) {
        return jdbc().sql(sql).query(String.class).list();
    }

    /** A file of the example day. */
    public static byte[] day(String name) {
        try (var in = Hub.class.getResourceAsStream("/relais/day/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class FixedTime {

        @Bean
        @Primary
        Clock fixedClock() {
            return new CountingClock(
                    new AtomicLong(Instant.parse("2026-03-02T09:00:00Z").toEpochMilli()));
        }

        @Bean
        @Primary
        Supplier<UUID> countingIds() {
            return Database.ids();
        }
    }

    /** One millisecond later each time it is asked: the order of events is kept, and the minute holds for 60,000 of them. */
    private static final class CountingClock extends Clock {

        private final AtomicLong millis;

        private CountingClock(AtomicLong millis) {
            this.millis = millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.getAndIncrement());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the hub thinks in UTC");
        }
    }
}

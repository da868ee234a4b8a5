package relais;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.embedded.Senders;
import relais.ledger.Entries;
import relais.ledger.Entry;

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

    /**
     * Starts one in an empty folder, with one worker, so that documents come in the order of their making.
     *
     * @param settings {@code --NAME=VALUE}, beyond those that make it free of everything around
     */
    public static Hub start(Path data, String... settings) {
        var application = new SpringApplication(Relais.class, FixedTime.class);
        var always = Stream.of(
                "--relais.data=" + data,
                "--relais.day=none",
                "--server.port=0",
                "--relais.postgres.port=0",
                "--relais.broker.port=0",
                "--relais.dropbox.port=0",
                "--acme.sftp.port=0",
                "--relais.workers.inbound=1",
                "--relais.workers.outbound=1");
        var context = application.run(Stream.concat(always, Stream.of(settings)).toArray(String[]::new));
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

    /** The partners, who hand in documents over their own ways. */
    public Senders partners() {
        return new Senders(new Senders.Addresses(
                data.resolve("partners"),
                Path.of(property("relais.keys")),
                URI.create(url()),
                Integer.parseInt(property("relais.dropbox.port"))));
    }

    /** Every message in a queue, oldest first, as text; they stay there. */
    public List<String> messagesIn(String queue) {
        try (var broker = bean(ConnectionFactory.class).createContext()) {
            var messages = new ArrayList<String>();
            var waiting = broker.createBrowser(broker.createQueue(queue)).getEnumeration();
            while (waiting.hasMoreElements())
                messages.add(new String(((Message) waiting.nextElement()).getBody(byte[].class), ISO_8859_1));
            return messages;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every file that arrived at a partner, by name, as text of one byte a character. */
    public Map<String, String> arrivedAt(String partner) {
        var in = data.resolve("partners").resolve(partner).resolve("in");
        var files = new LinkedHashMap<String, String>();
        try (var list = Files.list(in)) {
            for (var file : list.filter(Files::isRegularFile).sorted().toList())
                files.put(file.getFileName().toString(), Files.readString(file, ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** What the API answers to a partner that asks with its key; fails unless the answer is 200. */
    public String get(String path, String partner) throws IOException, InterruptedException {
        var key = Files.readString(Path.of(property("relais.keys"), partner + ".api-key"));
        return body(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(URI.create(url() + path)).header("X-API-Key", key.strip()));
    }

    /** What the API answers to a consumer; fails unless the answer is 200. */
    public String getAs(String path, String authorization) throws IOException, InterruptedException {
        return body(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(URI.create(url() + path)).header("Authorization", authorization));
    }

    /** A page of the console as an operator sees it after signing in with the link that the hub prints. */
    public String consolePage(String path) throws IOException, InterruptedException {
        var link = (Supplier<?>) context.getBean("consoleLink");
        var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        body(browser, HttpRequest.newBuilder(URI.create(url() + link.get())));
        return body(browser, HttpRequest.newBuilder(URI.create(url() + path)));
    }

    private static String body(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IOException(answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    /** Every ledger entry that concerns a partner, oldest first: sequence, kind, day, order, amount, explanation. */
    public List<String> ledger(String partner) {
        return bean(Entries.class).byPartner(partner, Long.MAX_VALUE, Entries.ROWS_MAX).stream()
                .sorted(Comparator.comparingLong(Entry::seq))
                .map(Hub::line)
                .toList();
    }

    private static String line(Entry entry) {
        var amount = entry.amount()
                .map(sum -> " " + entry.postings().get(0).debit() + " to "
                        + entry.postings().get(0).credit() + " " + sum)
                .orElse("");
        return entry.seq() + " " + entry.kind() + " " + entry.validOn() + " " + entry.orderNumber() + amount + ": "
                + entry.explanation();
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

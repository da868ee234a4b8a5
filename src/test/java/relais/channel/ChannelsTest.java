package relais.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.embedded.SftpServer;
import relais.mailbox.Inbox;
import relais.mailbox.Outbox;

/** Every transport, over real servers: what comes in is in the Inbox, what is in the Outbox goes out. */
class ChannelsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static final List<SftpServer> restarted = new ArrayList<>();

    private static ConfigurableApplicationContext hub;
    private static JdbcClient jdbc;
    private static ConnectionFactory broker;

    @BeforeAll
    static void start() throws Exception {
        hub = HubParts.start(data);
        jdbc = hub.getBean(JdbcClient.class);
        broker = hub.getBean(ConnectionFactory.class);
    }

    @AfterAll
    static void stop() {
        hub.close();
        restarted.forEach(SftpServer::close);
    }

    @Test
    void fetchesAFileFromAPartnersServerAndThenMovesItAside() throws Exception {
        put(data.resolve("partners/acme-retail/out/orders.x12"), "ISA one");

        await().atMost(LIMIT).untilAsserted(() -> assertThat(received("acme-inbox", "orders.x12"))
                .contains("ISA one"));
        await().atMost(LIMIT).until(() -> Files.exists(data.resolve("partners/acme-retail/out/.done/orders.x12")));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(state("orders.x12")).isEqualTo("processed"));
    }

    @Test
    void takesAFileOutOfTheDropBox() throws Exception {
        put(data.resolve("dropbox/atelier-nord/stock.txt"), "LAMP 0001");

        await().atMost(LIMIT).untilAsserted(() -> assertThat(received("atelier-dropbox", "stock.txt"))
                .contains("LAMP 0001"));
        await().atMost(LIMIT).until(() -> Files.notExists(data.resolve("dropbox/atelier-nord/stock.txt")));
    }

    @Test
    void takesAMessageFromAQueue() {
        try (var context = broker.createContext()) {
            context.createProducer().send(context.createQueue("hub.erp"), "{\"type\": \"OrderResponse\"}");
        }

        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        jdbc.sql("select count(*) from receipt where channel = 'erp-replies' and state = 'processed'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1));
    }

    @Test
    void putsAFileOntoAPartnersServerUnderItsFinalName() throws Exception {
        send("acme-outbox", "856-0001.x12", "ISA two");

        var folder = data.resolve("partners/acme-retail/in");
        await().atMost(LIMIT).until(() -> Files.exists(folder.resolve("856-0001.x12")));
        await().atMost(LIMIT).until(() -> sent("856-0001.x12"));
        assertThat(folder.resolve("856-0001.x12")).hasContent("ISA two");
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void putsAMessageIntoAQueueOnceHoweverOftenItIsSent() throws Exception {
        send("erp-orders", "order-1.json", "{\"number\": \"1\"}");
        await().atMost(LIMIT).until(() -> sent("order-1.json"));
        jdbc.sql("update outbox set state = 'due' where name = 'order-1.json'").update();
        await().atMost(LIMIT).until(() -> sent("order-1.json"));

        try (var context = broker.createContext()) {
            var consumer = context.createConsumer(context.createQueue("erp.orders"));
            Message message = consumer.receive(LIMIT.toMillis());
            assertThat(new String(message.getBody(byte[].class), UTF_8)).isEqualTo("{\"number\": \"1\"}");
            assertThat(consumer.receive(500)).isNull();
        }
    }

    @Test
    void sendsOnceAPartnersServerIsUpAgainAndOthersMeanwhile() throws Exception {
        var port = hub.getEnvironment().getRequiredProperty("acme.sftp.port", Integer.class);
        hub.getBean("acmeServer", SftpServer.class).close();
        send("acme-outbox", "855-0001.x12", "ISA three");
        send("atelier-folder", "note.txt", "meanwhile");

        await().atMost(LIMIT).until(() -> attempts("855-0001.x12") > 0);
        await().atMost(LIMIT).until(() -> Files.exists(data.resolve("atelier/note.txt")));
        var user = new SftpServer.User(data.resolve("partners/acme-retail"), "acme-client");
        restarted.add(
                new SftpServer(port, "acme.sftp.port", data.resolve("keys"), "acme-host", Map.of("relais", user)));

        await().atMost(LIMIT).until(() -> sent("855-0001.x12"));
        assertThat(data.resolve("partners/acme-retail/in/855-0001.x12")).hasContent("ISA three");
    }

    @Test
    void answersAPostOnlyWhenItIsStored() throws Exception {
        var key = Files.readString(data.resolve("keys/acme-retail.api-key")).strip();

        var answer = post(key, "application/json", "{\"type\": \"Order\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        var location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(jdbc.sql("select channel from receipt where id = cast(:id as uuid)")
                        .param("id", location.substring("/api/documents/".length()))
                        .query(String.class)
                        .single())
                .isEqualTo("acme-http");
    }

    @Test
    void refusesAPostWithASentenceOnWhatToDo() throws Exception {
        var key = Files.readString(data.resolve("keys/acme-retail.api-key")).strip();

        assertThat(post("guessed", "application/json", "{}").statusCode()).isEqualTo(401);
        assertThat(post(key, "image/png", "{}").statusCode()).isEqualTo(415);
        var empty = post(key, "application/json", "");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(empty.body()).contains("\"detail\":\"Send the document as the body of the request.\"");
    }

    @Test
    void describesItselfAndHandsQuestionsOn() throws Exception {
        assertThat(get("/api/openapi.json").body())
                .contains("/api/documents", "/api/stock/{gtin}", "/api/schemas/{title}");
        assertThat(get("/api/stock/05412345000105").body()).isEqualTo("{\"asked\":\"05412345000105 null\"}");
        assertThat(get("/api/ledger/entries/7/proof").body()).isEqualTo("{\"asked\":\"7 null\"}");
        assertThat(get("/api/ledger/consistency?from=3&to=7").body()).isEqualTo("{\"asked\":\"3 7 null\"}");
        assertThat(get("/api/schemas").body()).isEqualTo("{\"asked\":\"all\"}");
        assertThat(get("/api/schemas/Order").headers().firstValue("Content-Type"))
                .contains("application/schema+json");
        assertThat(get("/api/consumer/orders/4711").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> post(String key, String type, String body) throws Exception {
        return HTTP.send(
                request("/api/documents")
                        .header("X-API-Key", key)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        var port = hub.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private int attempts(String name) {
        return jdbc.sql("select attempts from outbox where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private static void put(Path file, String text) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text);
        Files.move(part, file);
    }

    private Optional<String> received(String channel, String name) {
        return jdbc.sql("select id from receipt where channel = :channel and name = :name")
                .param("channel", channel)
                .param("name", name)
                .query(UUID.class)
                .optional()
                .map(this::text);
    }

    private String text(UUID receipt) {
        try (var bytes = hub.getBean(Inbox.class).open(receipt, 0)) {
            return new String(bytes.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String state(String name) {
        return jdbc.sql("select state from receipt where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private boolean sent(String name) {
        return jdbc.sql("select state = 'sent' from outbox where name = :name")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    private void send(String channel, String name, String text) {
        var document = UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
        new TransactionTemplate(hub.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into document (id, direction, partner, type, format, state, created_at, updated_at)
                            values (:id, 'out', 'acme-retail', 'Invoice', 'x12', 'due', now(), now())
                            """).param("id", document).update();
            hub.getBean(Outbox.class)
                    .put(new Outbox.Payload(
                            document,
                            channel,
                            name,
                            name,
                            "application/octet-stream",
                            Optional.empty(),
                            text.getBytes(UTF_8)));
        });
    }
}

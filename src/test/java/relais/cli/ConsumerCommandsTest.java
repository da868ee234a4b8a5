package relais.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsumerCommandsTest {

    private static final String ID = "01936f00-0000-7000-8000-000000000001";
    private static final String KEY = "0123abcd";

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private HttpServer hub;

    /** A hub that knows one consumer. */
    @BeforeEach
    void start() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("data/keys")).resolve("console"), KEY + "\n");
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/api/consumers/", this::answer);
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        var said = "Basic " + Base64.getEncoder().encodeToString(("operator:" + KEY).getBytes(UTF_8));
        var signedIn = said.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var known = exchange.getRequestURI().getPath().endsWith(ID);
        var status = signedIn ? known ? 200 : 404 : 401;
        var body = status == 200
                ? "{\"id\":\"" + ID + "\"}"
                : "{\"title\":\"Not found\",\"detail\":\"There is no consumer of this id.\"}";
        exchange.sendResponseHeaders(status, body.length());
        try (var out = exchange.getResponseBody()) {
            out.write(body.getBytes(UTF_8));
        }
    }

    @Test
    void printsWhatIsHeldOnAConsumer() {
        var session = new Session(folder);

        var code = session.run("consumer", "export", ID, "--hub", url());

        assertThat(code).isZero();
        assertThat(session.output()).contains("\"id\" : \"" + ID + "\"");
        assertThat(asked).containsExactly("GET /api/consumers/" + ID);
    }

    @Test
    void erasesOnceTheIdIsTyped() {
        var session = new Session(folder).typing(ID + "\n");

        var code = session.run("consumer", "erase", ID, "--reason", "asked for by letter", "--hub", url());

        assertThat(code).isZero();
        assertThat(session.out()).containsExactly("consumer " + ID + " is erased");
        assertThat(session.err()).containsExactly("This cannot be undone. Type the consumer's id to erase it:");
        assertThat(asked).containsExactly("DELETE /api/consumers/" + ID + "?reason=asked+for+by+letter");
    }

    @Test
    void erasesNothingWhenSomethingElseIsTyped() {
        for (var typed : List.of("", "yes\n")) {
            var session = new Session(folder).typing(typed);

            assertThat(session.run("consumer", "erase", ID, "--reason", "asked", "--hub", url()))
                    .isEqualTo(1);
            assertThat(session.err()).last().isEqualTo("relais: nothing was erased");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void doesNotAskWhenItWasToldSo() {
        var session = new Session(folder);

        assertThat(session.run("consumer", "erase", ID, "--yes", "--reason", "asked", "--hub", url()))
                .isZero();
        assertThat(asked).hasSize(1);
    }

    @Test
    void asksForAReason() {
        var session = new Session(folder);

        assertThat(session.run("consumer", "erase", ID, "--yes", "--hub", url()))
                .isEqualTo(2);
        assertThat(session.errors()).contains("--reason");
    }

    @Test
    void saysWhatTheHubRefuses() {
        var session = new Session(folder);

        var code = session.run("consumer", "export", "01936f00-0000-7000-8000-000000000002", "--hub", url());

        assertThat(code).isEqualTo(1);
        assertThat(session.err()).containsExactly("relais: Not found: There is no consumer of this id.");
    }

    @Test
    void saysThatNoHubAnswersOrThatThereIsNoSecret() {
        var noHub = new Session(folder);
        var noSecret = new Session(folder);
        var address = url();
        hub.stop(0);

        assertThat(noHub.run("consumer", "export", ID, "--hub", address)).isEqualTo(2);
        assertThat(noHub.err())
                .containsExactly("relais: cannot read " + address
                        + ": no hub answers there; start it, or name another with --hub");
        assertThat(noSecret.run("consumer", "export", ID, "--hub", address, "--secret", "secret:file:nowhere"))
                .isEqualTo(2);
        assertThat(noSecret.errors()).contains("nowhere: there is no such file");
    }

    private String url() {
        return "http://localhost:" + hub.getAddress().getPort();
    }
}

package relais.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Function;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import relais.partner.Secrets;

/** A hub that runs somewhere, asked over its REST API as its operator. */
final class RunningHub {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FILE = "secret:file:";
    private static final JsonMapper JSON = new JsonMapper();

    @Option(names = "--hub", paramLabel = "URL", description = "where the hub answers (default: http://localhost:8080)")
    private URI address = URI.create("http://localhost:8080");

    @Option(names = "--user", paramLabel = "NAME", description = "the operator's name (default: operator)")
    private String user = "operator";

    @Option(
            names = "--secret",
            paramLabel = "REF",
            description = "the console's key or password, as secret:file:PATH or secret:env:NAME"
                    + " (default: secret:file:data/keys/console)")
    private String secret = "secret:file:data/keys/console";

    /** @param body JSON; a problem (RFC 9457) unless the status is 200 */
    record Answer(int status, String body) {

        /** Prints what a good answer comes to, or what was wrong. @return the exit code */
        int print(Terminal terminal, Function<Answer, String> said) {
            if (status == 200) {
                terminal.out().println(said.apply(this));
                return ExitCode.OK;
            }
            terminal.err().println("relais: " + problem());
            return ExitCode.SOFTWARE;
        }

        /** The same for people. */
        String pretty() {
            try {
                return JSON.readTree(body).toPrettyString();
            } catch (JsonProcessingException e) {
                return body;
            }
        }

        private String problem() {
            try {
                var problem = JSON.readTree(body);
                return problem.path("title").asText("the hub refused") + ": "
                        + problem.path("detail").asText("status " + status);
            } catch (JsonProcessingException e) {
                return "the hub answered with status " + status;
            }
        }
    }

    /**
     * @param path with its query
     * @throws CannotRead if no hub answers there, or there is no such secret
     */
    Answer ask(String method, String path, Terminal terminal) {
        var request = HttpRequest.newBuilder(URI.create(withoutSlash(address) + path))
                .timeout(PATIENCE)
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login(terminal)))
                .build();
        try {
            var answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new CannotRead(address.toString(), "no hub answers there; start it, or name another with --hub");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotRead(address.toString(), "interrupted");
        }
    }

    private byte[] login(Terminal terminal) {
        try {
            var reference = secret.startsWith(FILE)
                    ? FILE + terminal.directory().resolve(secret.substring(FILE.length()))
                    : secret;
            return (user + ':' + new Secrets(System::getenv).text(reference)).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalStateException none) {
            throw new CannotRead("--secret", none.getMessage());
        }
    }

    private static String withoutSlash(URI address) {
        return address.toString().replaceFirst("/$", "");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

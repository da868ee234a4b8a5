package relais.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions of the console, signed in by the form with a key; one for each server and key. */
final class Sessions {

    private static final Map<String, String> COOKIES = new ConcurrentHashMap<>();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Sessions() {}

    /** @return the cookie that carries the session */
    static String cookie(ConsoleServer server, String key) {
        return COOKIES.computeIfAbsent(server.url(key), any -> signIn(server, key));
    }

    /** @return the token that the forms of a page send along */
    static String token(String page) {
        return page.replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private static String signIn(ConsoleServer server, String key) {
        try {
            var page = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(server.url("/sign-in"))).build(), BodyHandlers.ofString());
            var token = token(page.body());
            var form = HttpRequest.newBuilder(URI.create(server.url("/sign-in")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header(
                            "Cookie",
                            cookie(page.headers().firstValue("Set-Cookie").orElseThrow()))
                    .POST(BodyPublishers.ofString("username=operator&password=" + key + "&_csrf=" + token));
            var answer = CLIENT.send(form.build(), BodyHandlers.ofString());
            return cookie(answer.headers().firstValue("Set-Cookie").orElseThrow());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cookie(String header) {
        return header.substring(0, header.indexOf(';'));
    }
}

package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private static final ConsoleServer console = ConsoleServer.byKey();

    private final HttpClient stranger = client();
    private final HttpClient operator = signedIn();

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void listsDocumentsWithTheirStateInWords() throws Exception {
        var page = get(operator, "/").body();

        assertThat(page)
                .contains(
                        "Monday, 2 March 2026",
                        "ACME-1004",
                        "Acme Retail",
                        "X12 850",
                        ">rejected<",
                        ">waiting to leave<")
                .contains("QQ is not a unit of measure");
    }

    @Test
    void keepsTheFilterInTheFormAndInTheList() throws Exception {
        var page = get(operator, "/?partner=galeries-sud&type=Order").body();

        assertThat(page).contains("GS-2001").doesNotContain("ACME-1001");
        assertThat(page).containsPattern("value=\"galeries-sud\"\\s+selected");
    }

    @Test
    void saysSoWhenNothingFits() throws Exception {
        assertThat(get(operator, "/?reference=%3Cscript%3E").body())
                .contains("No document fits this filter")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void showsARejectedDocumentWithTheMarkedElement() throws Exception {
        var page = get(operator, "/documents/" + console.example.rejected).body();

        assertThat(page)
                .containsPattern(
                        "PO1\\*2\\*3\\*<mark\\s+class=\"error\"[^>]*><a\\s+href=\"#finding-0\">QQ</a></mark>\\*149")
                .contains("title=\"CODE_UNKNOWN: QQ is not a unit of measure of data element 355\"")
                .contains("Use a code of the element&#39;s code list.")
                .contains("id=\"mark-0\"", "href=\"#mark-0\"", "id=\"finding-0\"")
                .contains("000000103", "orders-103.x12");
    }

    @Test
    void showsTheWholeWayOfAnOrder() throws Exception {
        var page = get(operator, "/documents/" + console.example.order).body();

        assertThat(page)
                .contains("received", "dispatched", "000000102")
                .contains("&quot;consumerOrderNumber&quot; : &quot;C-5001&quot;")
                .contains("first touch: the consumer counts as brought by Acme Retail")
                .contains("Despatch advice");
    }

    @Test
    void showsNothingOfAnErasedConsumer() throws Exception {
        try (var own = ConsoleServer.byKey()) {
            own.database
                    .transaction()
                    .executeWithoutResult(status -> own.example.vault().destroy(own.example.consumer));
            var client = client();
            get(client, own, own.link());

            assertThat(get(client, own, "/documents/" + own.example.orderToErp).body())
                    .contains("the consumer it names was erased")
                    .doesNotContain("consumer.two@example.com");
        }
    }

    @Test
    void showsEveryDocumentThereIs() throws Exception {
        var ids = console.database
                .jdbc()
                .sql("select id::text from document")
                .query(String.class)
                .list();

        for (var id : ids)
            assertThat(get(operator, "/documents/" + id).statusCode()).as(id).isEqualTo(200);
    }

    @Test
    void showsTheLedgerOfAPartner() throws Exception {
        assertThat(get(operator, "/ledger").body()).contains("Acme Retail", "<svg");
        assertThat(get(operator, "/ledger/partners/acme-retail").body())
                .contains("21.36 USD", "12 % of 178.00 USD invoiced by INV-9001");
        assertThat(get(operator, "/ledger/partners/galeries-sud").body())
                .contains("Galeries Sud brought the order GS-2001");
    }

    @Test
    void letsNobodyInWithoutASession() throws Exception {
        for (var path : new String[] {"/", "/ledger", "/documents/" + console.example.order, "/actuator/env"}) {
            var answer = get(stranger, path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
        }
        assertThat(get(stranger, "/sign-in").body()).contains("paste the key");
        assertThat(get(stranger, "/relais.css").statusCode()).isEqualTo(200);
    }

    @Test
    void signsInByTheLinkAndTakesTheKeyOutOfTheAddress() throws Exception {
        var answer = get(stranger, console.link());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(console.url("/"));
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
        assertThat(get(stranger, "/").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAWrongKey() throws Exception {
        assertThat(get(stranger, "/?key=guess").headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in?error");
        assertThat(get(stranger, "/").statusCode()).isEqualTo(302);
    }

    @Test
    void signsOutByFormOnlyWithItsToken() throws Exception {
        assertThat(post(operator, "/sign-out", "").statusCode()).isEqualTo(403);

        var page = get(operator, "/").body();
        var token = page.replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");

        assertThat(post(operator, "/sign-out", "_csrf=" + token).statusCode()).isEqualTo(302);
        assertThat(get(operator, "/").statusCode()).isEqualTo(302);
    }

    @Test
    void signsInByNameAndPasswordInProduction() throws Exception {
        try (var production = ConsoleServer.byPassword("ada", "CONSOLE_PASSWORD")) {
            var client = client();
            var page = get(client, production, "/sign-in").body();
            var token = page.replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");

            assertThat(post(client, production, "/sign-in", "username=ada&password=guess&_csrf=" + token)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .endsWith("/sign-in?error");
            assertThat(get(client, production, "/?key=value-of-CONSOLE_PASSWORD")
                            .statusCode())
                    .isEqualTo(302);
            assertThat(get(client, production, "/").statusCode()).isEqualTo(302);

            post(client, production, "/sign-in", "username=ada&password=value-of-CONSOLE_PASSWORD&_csrf=" + token);
            assertThat(get(client, production, "/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void runsNoScriptAndCannotBeFramed() throws Exception {
        var headers = get(operator, "/").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(get(operator, "/documents/" + console.example.rejected).body())
                .doesNotContain("<script", " style=");
    }

    @Test
    void readsASampleForThePagesScript() throws Exception {
        var answer = sample(token(), "fetch", "ISA*00*          *00*");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "data-summary=\"No mapping reads it: 0 documents, 1 error\"",
                        ">INTERCHANGE_HEADER_INVALID</code>")
                .doesNotContain("<html", "<h1");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void readsASampleWithoutAScript() throws Exception {
        var page = sample(token(), "", "{\"type\": \"<script>\"}").body();

        assertThat(page)
                .contains("<h1>Mappings</h1>", "Read by the canonical JSON: 0 documents, 1 error")
                .contains("{&quot;type&quot;: &quot;&lt;script&gt;&quot;}</textarea>")
                .doesNotContain("<script>");
    }

    @Test
    void readsNoSampleWithoutSessionAndToken() throws Exception {
        assertThat(get(stranger, "/mappings").statusCode()).isEqualTo(302);
        assertThat(get(stranger, "/mappings.js").statusCode()).isEqualTo(302);
        assertThat(sample("guess", "fetch", "ISA").statusCode()).isEqualTo(403);
    }

    @Test
    void letsThePageOfMappingsRunItsOwnScriptAlone() throws Exception {
        assertThat(get(operator, "/mappings").headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                        + " base-uri 'none'; frame-ancestors 'none'; script-src 'self'; connect-src 'self'");
        assertThat(get(operator, "/")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .doesNotContain("script-src", "connect-src");
    }

    private String token() throws Exception {
        return get(operator, "/mappings")
                .body()
                .replaceFirst("(?s).*action=\"/mappings\".*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private HttpResponse<String> sample(String token, String asker, String text) throws Exception {
        var form = "_csrf=" + token + "&mapping=&sample=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(console.url("/mappings")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Requested-With", asker)
                .POST(BodyPublishers.ofString(form));
        return operator.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void showsAPageForWhatIsNotThere() throws Exception {
        for (var path : new String[] {"/nothing", "/documents/4711", "/documents/00000000-0000-0000-0000-000000000000"})
            assertThat(get(operator, path).body()).as(path).contains("There is nothing here", "Show all documents");
        assertThat(get(operator, "/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void answersTheApiWithAProblem() throws Exception {
        var answer = get(stranger, "/api/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":404");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.NEVER)
                .build();
    }

    private static HttpClient signedIn() {
        try {
            var client = client();
            get(client, console.link());
            return client;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> get(HttpClient client, String path) throws IOException, InterruptedException {
        return get(client, console, path);
    }

    private static HttpResponse<String> get(HttpClient client, ConsoleServer server, String path)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(server.url(path))).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient client, String path, String form)
            throws IOException, InterruptedException {
        return post(client, console, path, form);
    }

    private static HttpResponse<String> post(HttpClient client, ConsoleServer server, String path, String form)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return client.send(request.build(), BodyHandlers.ofString());
    }
}

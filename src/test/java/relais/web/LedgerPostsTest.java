package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be told to the ledger over REST, and the forms in which a statement is handed out. */
class LedgerPostsTest {

    private static final String ACME = "value-of-ACME_KEY";
    private static final ConsoleServer hub = ConsoleServer.withTrade();
    private static final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void takesAPartnersTouchOnce() throws Exception {
        var touch = "{\"number\": \"visit-1\", \"email\": \"consumer.one@example.com\", \"kind\": \"click\"}";

        assertThat(post("/api/ledger/touches", ACME, touch).statusCode()).isEqualTo(202);
        assertThat(post("/api/ledger/touches", ACME, touch).statusCode()).isEqualTo(202);

        assertThat(facts("kind = 'touch' and partner = 'acme-retail' and number = 'visit-1'"))
                .isEqualTo(1);
        assertThat(facts("content like '%example.com%' or number like '%example.com%'"))
                .isZero();
    }

    @Test
    void registersADeal() throws Exception {
        var answer =
                post("/api/ledger/deals", ACME, "{\"number\": \"deal-1\", \"email\": \"consumer.two@example.com\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(facts("kind = 'touch' and content = '{\"how\":\"DEAL\"}' and number = 'deal-1'"))
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            touches | {"number": "v-1", "email": "a@example.com", "kind": "glance"}                | 422
            touches | {"number": "v-1", "kind": "click"}                                           | 422
            touches | {"email": "a@example.com", "kind": "click"}                                  | 422
            touches | {"number": "v-1", "email": "a@example.com", "kind": "click", "day": "2099-01-01"} | 422
            deals   | {"number": "v-1", "email": "a@example.com", "partner": "galeries-sud"}       | 403
            deals   | [                                                                            | 400
            orders/acme-retail/ACME-X1/attribution | {"shares": [{"party": "acme-retail", "sharePpm": 1000000}], "reason": "mine"} | 403
            """)
    void refusesAPartner(String path, String body, int status) throws Exception {
        var answer = post("/api/ledger/" + path, ACME, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"shares": [{"party": "acme-retail", "sharePpm": 999999}], "reason": "both agreed"}  | 422
            {"shares": [null], "reason": "both agreed"}                                          | 422
            {"shares": [{"party": "acme-retail", "sharePpm": 1000000.4}], "reason": "both agreed"} | 422
            {"shares": [{"party": "acme-retail", "sharePpm": 4294967296000000}], "reason": "both agreed"} | 422
            {"shares": [{"party": "atelier-nord", "sharePpm": 1000000}], "reason": "both agreed"} | 422
            {"shares": [{"party": "acme-retail", "sharePpm": 1000000}], "reason": "\\u0000"}      | 422
            {"shares": [{"party": "nobody", "sharePpm": 1000000}], "reason": "both agreed"}      | 422
            {"shares": [{"party": "acme-retail", "sharePpm": 1000000}], "reason": " "}           | 422
            {"shares": [{"party": "galeries-sud", "sharePpm": 1000000}], "reason": "both agreed"} | 202
            """)
    void attributesAnewForAnOperator(String body, int status) throws Exception {
        var answer = post("/api/ledger/orders/acme-retail/ACME-X2/attribution", operatorsKey(), body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(facts("kind = 'attribution' and order_number = 'ACME-X2'")).isEqualTo(status == 202 ? 1 : 0);
    }

    @Test
    void saysAllThatIsWrongWithADecision() throws Exception {
        var answer = post("/api/ledger/orders/acme-retail/ACME-X3/attribution", operatorsKey(), """
                {"shares": [{"party": "acme-retail", "sharePpm": 600000}, {"party": "acme-retail", "sharePpm": 399999}]}""");

        assertThat(new ObjectMapper().readTree(answer.body()).path("detail").asText())
                .isEqualTo("The shares sum to 99.9999 %; they have to sum to 100 %."
                        + " The party Acme Retail is named twice; add up its shares."
                        + " Give the reason in 1 to 500 characters; it is kept for good, so name no person in it.");
    }

    @Test
    void knowsNoDecisionOnAnOrderThatIsNotThere() throws Exception {
        var answer = post("/api/ledger/orders/galeries-sud/ACME-X3/attribution", operatorsKey(), """
                {"shares": [{"party": "acme-retail", "sharePpm": 1000000}], "reason": "both agreed"}""");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No decision is booked on order 'ACME-X3' of 'galeries-sud'");
    }

    @Test
    void handsOutAStatementAsTableAndAsPdf() throws Exception {
        var path = "/api/partners/acme-retail/statements/USD/5";
        var csv = get(path + ".csv");
        var pdf = get(path + ".pdf");

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.body()).contains("ACME-X3").doesNotContain("\n=", "\n+", "\n@");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF-");
    }

    @Test
    void reportsContributionsToOperatorsAlone() throws Exception {
        var path = "/api/ledger/contributions?from=2025-04-01&to=2026-03-01&asOf=300";
        var report = get(path, operatorsKey());

        assertThat(get(path, ACME).statusCode()).isEqualTo(404);
        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.body()).contains("\"asOf\":300", "\"party\":\"acme-retail\"", "shapleyPpm", "markovPpm");
        assertThat(get(path, operatorsKey()).body()).isEqualTo(report.body());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ledger/contributions?from=2026-03-02&to=2026-03-01  | 400 | has no day
            ledger/contributions?asOf=-1                        | 400 | asOf is from 0 to
            ledger/contributions?asOf=9999999                   | 400 | asOf is from 0 to
            ledger/contributions?from=1.3.2026                  | 400 | a day like 2026-01-31 is expected
            ledger/entries?from=1.3.2026                        | 400 | a day like 2026-01-31 is expected
            ledger/entries?from=%2B999999999-01-01              | 400 | a day is written like 2026-01-31
            ledger/entries?rows=0                               | 400 | from 1 to 500
            ledger/conflicts?rows=501                           | 400 | from 1 to 500
            ledger/orders?seller=acme-retail&number=%00         | 400 | a text without control characters
            ledger/entries?partner=nobody                       | 404 | No partner file is called 'nobody'
            ledger/balances?partner=nobody                      | 404 | No partner file is called 'nobody'
            partners/nobody/account                             | 404 | No partner file is called 'nobody'
            partners/nobody/statements                          | 404 | No partner file is called 'nobody'
            partners/nobody/consumers                           | 404 | No partner file is called 'nobody'
            """)
    void saysWhatCannotBeAsked(String path, int status, String detail) throws Exception {
        var answer = get("/api/" + path, operatorsKey());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(new ObjectMapper().readTree(answer.body()).path("detail").asText())
                .contains(detail);
    }

    @Test
    void saysOfASettlementWhatItPaidOut() throws Exception {
        var entries = new ObjectMapper()
                .readTree(get("/api/ledger/entries?kind=settlement&partner=acme-retail&rows=500", operatorsKey())
                        .body())
                .path("entries");
        var statements = new ObjectMapper()
                .readTree(get("/api/partners/acme-retail/statements", operatorsKey())
                        .body())
                .path("statements");

        assertThat(statements).isNotEmpty().allSatisfy(statement -> {
            var entry = StreamSupport.stream(entries.spliterator(), false)
                    .filter(e -> e.path("seq").equals(statement.path("entry")))
                    .findFirst()
                    .orElseThrow();
            assertThat(entry.path("amount").asDouble())
                    .isEqualTo(statement.path("paid").asDouble());
        });
    }

    private static String operatorsKey() {
        return hub.link().replaceFirst(".*key=", "");
    }

    private static long facts(String condition) {
        return hub.database
                .jdbc()
                .sql("select count(*) from fact where " + condition)
                .query(Long.class)
                .single();
    }

    private static HttpResponse<String> post(String path, String key, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(hub.url(path)))
                        .header("X-API-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return get(path, ACME);
    }

    private static HttpResponse<String> get(String path, String key) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(hub.url(path)))
                        .header("X-API-Key", key)
                        .build(),
                BodyHandlers.ofString(java.nio.charset.StandardCharsets.ISO_8859_1));
    }
}

package relais.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.Period;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.consumer.Consents;
import relais.consumer.Erasures;
import relais.consumer.Field;
import relais.consumer.Identity;
import relais.consumer.Identity.Loyalty;
import relais.consumer.Purpose;
import relais.ledger.Fact.OrderPlaced;
import relais.ledger.TradingYear;
import relais.partner.OwnershipTerms;
import relais.partner.OwnershipTerms.Owner;
import relais.tracking.ExampleRows;

/** What an operator notes that a consumer agreed to or withdrew, over REST and on the console, on 2 March 2026 at ten. */
class ConsentNotesTest {

    private static final OwnershipTerms TERMS =
            new OwnershipTerms(Owner.CO_OWNED, 500_000, List.of(), Period.ofYears(1), Period.ZERO);
    private static final ConsoleServer hub = ConsoleServer.withTerms(TradingYear.terms(TERMS), ExampleRows.CLOCK);
    private static final HttpClient client = HttpClient.newHttpClient();
    private static final String TAKE = "name, email, phone, address or loyalty number.";
    private static final String SOURCE =
            "Say in 1 to 200 characters where the consumer said it, like 'newsletter form';"
                    + " it is kept for good, so name no person in it.";

    @AfterAll
    static void close() {
        hub.close();
    }

    // --- over REST ---

    @Test
    void notesAnAgreementAndAWithdrawalAndAnswersWithTheHistory() throws Exception {
        var consumer = consumer("history");
        hub.bean(Consents.class)
                .give(
                        consumer,
                        Purpose.ORDER_FULFILMENT,
                        Set.of(Field.NAME),
                        ExampleRows.NOW,
                        "order 1 of acme-retail");

        var agreed = post(consumer, """
                {"purpose": "partner sharing", "fields": ["email", "loyalty number"], "given": true, "source": " newsletter  form "}""");
        var withdrawn = post(consumer, """
                {"purpose": "partner sharing", "fields": ["email", "name"], "given": false, "source": "letter"}""");

        assertThat(agreed.statusCode()).as(agreed.body()).isEqualTo(200);
        assertThat(json(agreed).path("consents")).hasSize(3);
        assertThat(json(withdrawn)).isEqualTo(new ObjectMapper().readTree("""
                {
                  "consumer": "%s",
                  "consents": [
                    {"purpose": "order fulfilment", "field": "name", "given": true, "at": "2026-03-02T10:00:00Z", "source": "order 1 of acme-retail"},
                    {"purpose": "partner sharing", "field": "email", "given": true, "at": "2026-03-02T10:00:00Z", "source": "newsletter form"},
                    {"purpose": "partner sharing", "field": "loyalty number", "given": true, "at": "2026-03-02T10:00:00Z", "source": "newsletter form"},
                    {"purpose": "partner sharing", "field": "email", "given": false, "at": "2026-03-02T10:00:00Z", "source": "letter"}
                  ]
                }""".formatted(consumer)));
        assertThat(get(api(consumer)).body()).isEqualTo(withdrawn.body());
    }

    @Test
    void knowsTheOperatorByNameAndSecret() throws Exception {
        var path = api(consumer("basic"));

        assertThat(getAs("operator:" + hub.bean(Operator.class).secret(), path)).isEqualTo(200);
        assertThat(getAs("operator:guess", path)).isEqualTo(401);
    }

    @Test
    void saysAllThatIsWrongAtOnce() throws Exception {
        var answer = post(consumer("wrong"), "{}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("detail").asText())
                .isEqualTo("Say whether the consumer agrees or withdraws: given is true or false."
                        + " Say for what purpose: marketing or partner sharing."
                        + " Name 1 to 5 fields, each once: " + TAKE + " " + SOURCE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"purpose": "order fulfilment", "fields": ["name"], "given": false, "source": "letter"} | Order fulfilment follows from orders: who orders agrees to it, and it cannot be withdrawn here; take marketing or partner sharing.
            {"purpose": "ads", "fields": ["name"], "given": true, "source": "letter"}               | No purpose is called 'ads'; take marketing or partner sharing.
            {"purpose": "marketing", "fields": ["age", "sex", "age"], "given": true, "source": "letter"} | No field is called 'age'; take name, email, phone, address or loyalty number. No field is called 'sex'; take name, email, phone, address or loyalty number.
            {"purpose": "marketing", "fields": ["name", "name", "name", "name", "name", "name"], "given": true, "source": "letter"} | Name 1 to 5 fields, each once: name, email, phone, address or loyalty number.
            {"purpose": "marketing", "fields": ["name"], "given": "perhaps", "source": "letter"}    | Say whether the consumer agrees or withdraws: given is true or false.
            {"purpose": "marketing", "fields": ["name"], "given": true, "source": "a\\u0000b"}      | The source holds a character that cannot be printed; type it anew.
            {"purpose": "marketing", "fields": ["name"], "given": true, "source": "letter of CONSUMER one"} | The source tells who the consumer is; it is kept for good, so say it without.
            """)
    void saysWhatIsWrong(String body, String sentence) throws Exception {
        var consumer = consumer("sentence");

        var answer = post(consumer, body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("detail").asText()).isEqualTo(sentence);
        assertThat(hub.bean(Consents.class).history(consumer)).isEmpty();
    }

    @Test
    void takesASourceThatIsAsLongAsItMayBe() throws Exception {
        var body = "{\"purpose\": \"marketing\", \"fields\": [\"email\"], \"given\": true, \"source\": \"%s\"}";

        assertThat(post(consumer("long"), body.formatted("x".repeat(200))).statusCode())
                .isEqualTo(200);
        assertThat(json(post(consumer("longer"), body.formatted("x".repeat(201))))
                        .path("detail")
                        .asText())
                .isEqualTo(SOURCE);
    }

    @Test
    void knowsNobodyWhoIsErasedOrNeverWas() throws Exception {
        var erased = consumer("erased");
        hub.bean(Erasures.class).erase(erased, "operator", "asked for by letter");
        var body = "{\"purpose\": \"marketing\", \"fields\": [\"email\"], \"given\": true, \"source\": \"letter\"}";

        for (var id : List.of(erased.toString(), "00000000-0000-4000-8000-000000000001", "nobody"))
            for (var answer : List.of(get("/api/consumers/" + id + "/consents"), post(id, body))) {
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(json(answer).path("detail").asText())
                        .isEqualTo("There is no consumer of this id; documents that name one say its id.");
            }
        assertThat(hub.bean(Consents.class).history(erased)).isEmpty();
    }

    // --- on the console ---

    @Test
    void showsWhatWasSaidSinceWhenAndWhere() throws Exception {
        var consumer = consumer("page");
        var consents = hub.bean(Consents.class);
        consents.give(consumer, Purpose.MARKETING, Set.of(Field.EMAIL), ExampleRows.NOW, "newsletter form");
        consents.give(consumer, Purpose.PARTNER_SHARING, Set.of(Field.NAME), ExampleRows.NOW, "shop");
        consents.withdraw(
                consumer, Purpose.PARTNER_SHARING, Set.of(Field.NAME), ExampleRows.NOW.plusSeconds(60), "<letter>");

        var page = get(page(consumer)).body();

        assertThat(page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .contains("What it agreed to marketing email agreed since 2 Mar 2026, 10:00:00 UTC · newsletter form"
                        + " partner sharing name withdrawn since 2 Mar 2026, 10:01:00 UTC · &lt;letter&gt;")
                .doesNotContain("Consumer One", "page@example.com");
        assertThat(page).doesNotContain("role=\"alert\"", "aria-invalid", "role=\"status\"");
    }

    @Test
    void notesItAndSaysSoOnce() throws Exception {
        var consumer = consumer("noted");

        var answer = type(consumer, "given=true&purpose=partner+sharing&fields=name&fields=email&source=letter%0D%0A");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(page(consumer));
        assertThat(hub.bean(Consents.class).history(consumer))
                .extracting(consent -> consent.field() + " " + consent.given() + " " + consent.source())
                .containsExactly("NAME true letter", "EMAIL true letter");
        assertThat(get(page(consumer)).body()).contains("It is noted.");
        assertThat(get(page(consumer)).body()).doesNotContain("It is noted.");
    }

    @Test
    void saysThatNothingChanges() throws Exception {
        var consumer = consumer("unchanged");

        type(consumer, "given=false&purpose=marketing&fields=name&source=letter");

        assertThat(get(page(consumer)).body()).contains("Nothing changes: that is how it was before.");
        assertThat(hub.bean(Consents.class).history(consumer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"given", "purpose", "fields", "source"})
    void saysWhatIsWrongAtItsField(String field) throws Exception {
        var typed = List.of("given=true", "purpose=marketing", "fields=name", "source=letter").stream()
                .filter(pair -> !pair.startsWith(field + "="))
                .toList();

        var answer = type(consumer("typed"), String.join("&", typed));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Nothing is noted yet")
                .containsOnlyOnce("<a href=\"#")
                .containsPattern("<a href=\"#" + field + "\">[^<]+</a>")
                .containsPattern("id=\"fault-" + field + "\">[^<]+</span>")
                .containsPattern("id=\"" + field + "\"[^>]* aria-describedby=\"[^\"]*fault-" + field + "\"");
    }

    @Test
    void keepsWhatWasTyped() throws Exception {
        var answer = type(
                consumer("kept"),
                "given=false&purpose=partner+sharing&fields=phone&fields=loyalty+number&source=%3Cb%3EConsumer+One%3C%2Fb%3E");

        assertThat(answer.body())
                .containsPattern("value=\"false\"\\s+checked")
                .containsPattern("value=\"partner sharing\"\\s+checked")
                .containsPattern("value=\"phone\"\\s+checked")
                .containsPattern("value=\"loyalty number\"\\s+checked")
                .containsPattern("id=\"source\"[^>]* value=\"&lt;b&gt;Consumer One&lt;/b&gt;\"")
                .contains("The source tells who the consumer is");
        assertThat(answer.body().split("checked=", -1)).hasSize(5);
    }

    @Test
    void offersNothingToNoteOnWhoIsErased() throws Exception {
        var consumer = consumer("gone");
        hub.bean(Consents.class).give(consumer, Purpose.MARKETING, Set.of(Field.EMAIL), ExampleRows.NOW, "shop");
        hub.bean(Erasures.class).erase(consumer, "operator", "asked for by letter");

        assertThat(get(page(consumer)).body())
                .contains("What it agreed to", "Nothing is held on it any more, so nothing can be noted.")
                .doesNotContain("Note what it says");
        assertThat(type(consumer, "given=false&purpose=marketing&fields=email&source=letter")
                        .statusCode())
                .isEqualTo(404);
    }

    /** Who ordered at Acme. */
    private static UUID consumer(String name) {
        var identity = new Identity(name + "@example.com", "", Loyalty.none(), "Consumer One", "");
        var consumer = hub.database.transaction().execute(status -> hub.consumers.recognise(identity, ExampleRows.NOW));
        hub.book(List.of(new OrderPlaced(
                "acme-retail", "ACME-" + name, Optional.of(consumer), LocalDate.of(2026, 3, 1), new UUID(0, 2))));
        return consumer;
    }

    private static String api(UUID consumer) {
        return "/api/consumers/" + consumer + "/consents";
    }

    private static String page(UUID consumer) {
        return "/ledger/consumers/" + consumer;
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return client.send(operators(path).build(), BodyHandlers.ofString());
    }

    private static int getAs(String credentials, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(hub.url(path)))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
                .build();
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static HttpResponse<String> post(UUID consumer, String body) throws Exception {
        return post(consumer.toString(), body);
    }

    private static HttpResponse<String> post(String id, String body) throws Exception {
        var request = operators("/api/consumers/" + id + "/consents")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends the page's form as a browser does. */
    private static HttpResponse<String> type(UUID consumer, String form) throws Exception {
        var token = Sessions.token(get("/ledger").body());
        var request = operators(page(consumer) + "/consents")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + token));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder operators(String path) {
        var secret = hub.bean(Operator.class).secret();
        var request = HttpRequest.newBuilder(URI.create(hub.url(path)));
        return path.startsWith("/api/")
                ? request.header("X-API-Key", secret)
                : request.header("Cookie", Sessions.cookie(hub, secret));
    }
}

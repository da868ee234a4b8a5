package relais.web;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.consumer.ConsumerEvents;
import relais.consumer.ConsumerEvents.ConsumerEvent;
import relais.consumer.Erasures;
import relais.consumer.Identity;
import relais.consumer.Identity.Loyalty;
import relais.ledger.Fact.OrderPlaced;
import relais.ledger.Fact.TouchMade;
import relais.ledger.Touch;
import relais.ledger.TradingYear;
import relais.partner.OwnershipTerms;
import relais.partner.OwnershipTerms.Owner;
import relais.tracking.ExampleRows;

/** What a partner is told of a consumer it brought on 1 March 2026, under terms that name its name and e-mail for a year. */
class DisclosureTest {

    private static final String ACME = "value-of-ACME_KEY";
    private static final String GALERIES = "value-of-GALERIES_KEY";
    private static final OwnershipTerms NAME_AND_EMAIL = new OwnershipTerms(
            Owner.CO_OWNED,
            500_000,
            List.of(OwnershipTerms.Field.NAME, OwnershipTerms.Field.EMAIL),
            Period.ofYears(1),
            Period.ZERO);
    private static final UUID DOCUMENT = new UUID(0, 2);

    private static final SetClock clock = new SetClock();
    private static final ConsoleServer hub = ConsoleServer.withTerms(TradingYear.terms(NAME_AND_EMAIL), clock);
    private static final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    static void close() {
        hub.close();
    }

    @BeforeEach
    void setTheClock() {
        clock.now = ExampleRows.NOW;
    }

    @Test
    void tellsWhatTermsAndConsumerAllow() throws Exception {
        var consumer = brought("allowed");
        agree(consumer, "name", "email", "phone");

        assertThat(asked(consumer)).isEqualTo(json("""
                {
                  "consumer": "%s",
                  "acquiredOn": "2026-03-01",
                  "visibleUntil": "2027-03-01",
                  "fields": {"name": "Consumer One", "email": "allowed@example.com"},
                  "because": "Name and email are shown until 2027-03-01; phone, address and loyalty number are not shown, because your terms do not name it."
                }""".formatted(token(consumer))));
        assertThat(noted(consumer)).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(ConsumerEvents.Kind.DISCLOSED);
            assertThat(event.by()).isEqualTo("acme-retail");
            assertThat(event.detail()).isEqualTo("name, email");
        });
    }

    @Test
    void tellsNothingThatTheConsumerDidNotAgreeTo() throws Exception {
        var consumer = brought("silent");
        say(consumer, "marketing", true, "name");

        assertThat(fields(consumer)).isEqualTo("{}");
        assertThat(because(consumer))
                .isEqualTo("Name and email are not shown, because the consumer did not agree to that or never gave it;"
                        + " phone, address and loyalty number are not shown, because your terms do not name it.");
        assertThat(noted(consumer)).isEmpty();
    }

    @Test
    void tellsNothingMoreOfWhatIsWithdrawn() throws Exception {
        var consumer = brought("withdrawn");
        agree(consumer, "name", "email");

        say(consumer, "partner sharing", false, "email");

        assertThat(fields(consumer)).isEqualTo("{\"name\":\"Consumer One\"}");
        assertThat(because(consumer))
                .startsWith("Name is shown until 2027-03-01; email is not shown, because the consumer did not agree");
    }

    @Test
    void tellsItOnTheLastDayAndNotAfter() throws Exception {
        var consumer = brought("late");
        agree(consumer, "name");

        clock.now = Instant.parse("2027-03-01T23:59:59Z");
        assertThat(fields(consumer)).isEqualTo("{\"name\":\"Consumer One\"}");

        clock.now = Instant.parse("2027-03-02T00:00:00Z");
        assertThat(fields(consumer)).isEqualTo("{}");
        assertThat(because(consumer)).isEqualTo("Nothing is shown: your terms allowed it until 2027-03-01.");
    }

    @Test
    void tellsNothingOfWhoIsErased() throws Exception {
        var consumer = brought("erased");
        agree(consumer, "name", "email");

        hub.bean(Erasures.class).erase(consumer, "operator", "asked for by letter");

        assertThat(fields(consumer)).isEqualTo("{}");
        assertThat(because(consumer)).isEqualTo("Nothing is shown: the consumer was erased.");
        assertThat(noted(consumer)).extracting(ConsumerEvent::kind).containsExactly(ConsumerEvents.Kind.ERASED);
    }

    @Test
    void tellsNobodyButThePartnerThatBroughtTheConsumer() throws Exception {
        var consumer = brought("theirs");
        agree(consumer, "name");
        hub.book(List.of(new TouchMade(
                "galeries-sud", "visit", consumer, Touch.Kind.CLICK, LocalDate.of(2026, 2, 28), DOCUMENT)));
        var galeriesToken = hub.consumers.tokenFor(consumer, "galeries-sud");

        for (var path : List.of(
                "/api/partners/acme-retail/consumers/" + token(consumer),
                "/api/partners/galeries-sud/consumers/" + token(consumer),
                "/api/partners/galeries-sud/consumers/" + galeriesToken))
            assertThat(problem(path, GALERIES))
                    .as(path)
                    .isEqualTo("404 You brought no consumer that you know by this token.");
        assertThat(noted(consumer)).isEmpty();
    }

    @Test
    void sendsAnOperatorToWhatIsHeldOnTheConsumer() throws Exception {
        var consumer = brought("operators");
        agree(consumer, "name");

        assertThat(problem(path(consumer), hub.bean(Operator.class).secret()))
                .startsWith("404 ")
                .endsWith("an operator asks for a consumer by its id at /api/consumers/ID.");
        assertThat(noted(consumer)).isEmpty();
    }

    @Test
    void showsTheSameOnTheConsolesPage() throws Exception {
        var consumer = brought("page");
        agree(consumer, "name");

        var page = page(token(consumer), ACME);

        assertThat(page)
                .contains(
                        "What you may see of it", "Consumer One", "Name is shown until 2027-03-01; email is not shown,")
                .doesNotContain("page@example.com");
        assertThat(noted(consumer)).hasSize(1);
    }

    @Test
    void showsOnTheConsolesPageThatTheConsumerIsNotThePartners() throws Exception {
        var consumer = brought("visitor");
        agree(consumer, "name");
        hub.book(List.of(new TouchMade(
                "galeries-sud", "visitor", consumer, Touch.Kind.CLICK, LocalDate.of(2026, 2, 28), DOCUMENT)));

        assertThat(page(hub.consumers.tokenFor(consumer, "galeries-sud"), GALERIES))
                .contains("Nothing is shown: you did not bring the consumer.")
                .doesNotContain("Consumer One");
        assertThat(page(consumer.toString(), hub.bean(Operator.class).secret()))
                .doesNotContain("What you may see of it", "Consumer One");
        assertThat(noted(consumer)).isEmpty();
    }

    /** Who ordered at Acme and left name, e-mail and phone. */
    private static UUID brought(String name) {
        var identity = new Identity(name + "@example.com", "+1 555 0100", Loyalty.none(), "Consumer One", "");
        var consumer = hub.database.transaction().execute(status -> hub.consumers.recognise(identity, ExampleRows.NOW));
        hub.book(List.of(new OrderPlaced(
                "acme-retail", "ACME-" + name, Optional.of(consumer), LocalDate.of(2026, 3, 1), DOCUMENT)));
        return consumer;
    }

    private static void agree(UUID consumer, String... fields) throws Exception {
        say(consumer, "partner sharing", true, fields);
    }

    /** As the brand's systems note it. */
    private static void say(UUID consumer, String purpose, boolean given, String... fields) throws Exception {
        var body = new ObjectMapper()
                .writeValueAsString(
                        Map.of("purpose", purpose, "fields", fields, "given", given, "source", "newsletter form"));
        var request = HttpRequest.newBuilder(URI.create(hub.url("/api/consumers/" + consumer + "/consents")))
                .header("X-API-Key", hub.bean(Operator.class).secret())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        var answer = client.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static List<ConsumerEvent> noted(UUID consumer) {
        return hub.bean(ConsumerEvents.class).of(consumer);
    }

    private static String token(UUID consumer) {
        return hub.consumers.tokenFor(consumer, "acme-retail");
    }

    private static String path(UUID consumer) {
        return "/api/partners/acme-retail/consumers/" + token(consumer);
    }

    private static JsonNode asked(UUID consumer) throws Exception {
        return json(get(path(consumer), "X-API-Key", ACME).body());
    }

    private static String fields(UUID consumer) throws Exception {
        return asked(consumer).path("fields").toString();
    }

    private static String because(UUID consumer) throws Exception {
        return asked(consumer).path("because").asText();
    }

    private static String problem(String path, String key) throws Exception {
        var answer = get(path, "X-API-Key", key);
        return answer.statusCode() + " " + json(answer.body()).path("detail").asText();
    }

    private static String page(String token, String key) throws Exception {
        return get("/ledger/consumers/" + token, "Cookie", Sessions.cookie(hub, key))
                .body();
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    private static HttpResponse<String> get(String path, String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(hub.url(path)))
                .header(header, value)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Stands still until it is set. */
    private static final class SetClock extends Clock {

        private Instant now = ExampleRows.NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the hub thinks in UTC");
        }
    }
}

package relais.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import relais.consumer.Identity;
import relais.consumer.Identity.Loyalty;
import relais.ledger.Fact.OrderPlaced;
import relais.tracking.ExampleRows;

/** Asks every address of the ledger, as each partner, for everything there is, and looks for what is another partner's. */
class LedgerAccessTest {

    private static final ConsoleServer hub = ConsoleServer.withTrade();
    private static final HttpClient client = HttpClient.newHttpClient();

    private static final Map<String, String> KEYS =
            Map.of("acme-retail", "value-of-ACME_KEY", "galeries-sud", "value-of-GALERIES_KEY");
    private static final Map<String, String> NAMES =
            Map.of("acme-retail", "Acme Retail", "galeries-sud", "Galeries Sud");

    private static final String ORDER = "/ledger/order/decision";
    private static final String DECISION = ORDER + "?seller=acme-retail&number=ACME-X11";
    private static final String DECIDED =
            "seller=acme-retail&number=ACME-X11&party=acme-retail&share=100&reason=both+agreed";

    private static final String AGREED =
            "{\"purpose\": \"marketing\", \"fields\": [\"email\"], \"given\": true, \"source\": \"newsletter form\"}";
    private static final String TICKED = "purpose=marketing&fields=email&given=true&source=newsletter+form";

    @AfterAll
    static void close() {
        hub.close();
    }

    @ParameterizedTest
    @CsvSource({"acme-retail, galeries-sud", "galeries-sud, acme-retail"})
    void showsAPartnerNothingOfAnother(String asking, String other) throws Exception {
        var secrets = secrets(asking, other);
        assertThat(secrets).hasSizeGreaterThan(200);
        var found = 0;

        for (var address : addresses()) {
            var answer = get(address, "X-API-Key", KEYS.get(asking));
            var body = text(answer).replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
            var told = address.toLowerCase(Locale.ROOT);

            if (answer.statusCode() == 200) found++;
            else assertThat(answer.statusCode()).as(address).isIn(404, 400);
            assertThat(secrets.stream()
                            .filter(secret -> tells(body, secret) && !told.contains(secret.toLowerCase(Locale.ROOT))))
                    .as(address + " as " + asking + ":\n" + body)
                    .isEmpty();
            if (answer.statusCode() == 404) assertThat(body).as(address).doesNotContain(NAMES.get(other));
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void showsAnOperatorEverything() throws Exception {
        for (var address : addresses()) {
            if (address.contains("/consumers/")) continue;
            var answer = get(address, "X-API-Key", hub.bean(Operator.class).secret());

            assertThat(answer.statusCode()).as(address).isIn(200, 404);
        }
        var entry = text(get(
                "/api/ledger/entries?kind=decision",
                "X-API-Key",
                hub.bean(Operator.class).secret()));
        assertThat(entry).contains("Galeries Sud", "acme-retail", "\"consumer\":\"00000000-0000-1000-");
    }

    @Test
    void asksEveryoneWhoTheyAre() throws Exception {
        for (var address : addresses()) {
            var answer = get(address, "X-API-Key", "guess");

            if (address.startsWith("/api/")) {
                assertThat(answer.statusCode()).as(address).isEqualTo(401);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            } else assertThat(answer.statusCode()).as(address).isEqualTo(302);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-retail", "galeries-sud"})
    void letsNoPartnerDecideAnew(String asking) throws Exception {
        var facts = column("select count(*)::text from fact");
        var cookie = Sessions.cookie(hub, KEYS.get(asking));
        var order = text(get("/ledger/order?seller=acme-retail&number=ACME-X11", "X-API-Key", KEYS.get("acme-retail")));
        var token = Sessions.token(text(get("/ledger", "X-API-Key", KEYS.get(asking))));

        assertThat(order).contains("Who is credited").doesNotContain("ecide anew", "/ledger/order/decision");
        assertThat(get(DECISION, "X-API-Key", KEYS.get(asking)).statusCode()).isEqualTo(404);
        assertThat(post(ORDER, DECIDED + "&_csrf=" + token, "Cookie", cookie).statusCode())
                .isEqualTo(404);
        assertThat(post(ORDER, DECIDED, "Cookie", cookie).statusCode()).isEqualTo(403);
        assertThat(column("select count(*)::text from fact")).isEqualTo(facts);
    }

    @Test
    void letsNobodyDecideAnew() throws Exception {
        assertThat(get(DECISION, "X-API-Key", "guess").headers().firstValue("Location"))
                .hasValue(hub.url("/sign-in"));
        assertThat(post(ORDER, DECIDED, "Cookie", "JSESSIONID=guess").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-retail", "galeries-sud"})
    void letsNoPartnerNoteWhatAConsumerAgreedTo(String asking) throws Exception {
        var key = KEYS.get(asking);
        var token = Sessions.token(text(get("/ledger", "X-API-Key", key)));
        var consumer = bought(asking);

        for (var known : List.of(consumer.toString(), hub.consumers.tokenFor(consumer, asking))) {
            var api = "/api/consumers/" + known + "/consents";
            var page = "/ledger/consumers/" + known + "/consents";
            var noted = post(api, AGREED, "X-API-Key", key);

            assertThat(noted.statusCode()).isEqualTo(403);
            assertThat(text(noted)).contains("Only an operator of the brand notes what a consumer agreed to.");
            assertThat(get(api, "X-API-Key", key).statusCode()).isEqualTo(404);
            assertThat(post(page, TICKED + "&_csrf=" + token, "Cookie", Sessions.cookie(hub, key))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(post(page, TICKED, "Cookie", Sessions.cookie(hub, key)).statusCode())
                    .isEqualTo(403);
        }
        assertThat(text(get("/ledger/consumers/" + hub.consumers.tokenFor(consumer, asking), "X-API-Key", key)))
                .contains("What you may see of it")
                .doesNotContain("What it agreed to", "Note what it says", "/consents");
        assertThat(column("select source from consent")).isEmpty();
    }

    @Test
    void letsNobodyNoteWhatAConsumerAgreedTo() throws Exception {
        var consumer = bought("acme-retail");

        assertThat(post("/api/consumers/" + consumer + "/consents", AGREED, "X-API-Key", "guess")
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("/ledger/consumers/" + consumer + "/consents", TICKED, "Cookie", "JSESSIONID=guess")
                        .statusCode())
                .isEqualTo(403);
        assertThat(column("select source from consent")).isEmpty();
    }

    /** Someone who is held in the hub, and bought from a partner. */
    private static UUID bought(String partner) {
        var identity = new Identity(partner + "@example.com", "", Loyalty.none(), "Consumer One", "");
        var consumer = hub.database.transaction().execute(status -> hub.consumers.recognise(identity, ExampleRows.NOW));
        hub.book(List.of(new OrderPlaced(
                partner, "OF-" + consumer, Optional.of(consumer), LocalDate.of(2026, 3, 1), new UUID(0xd0c, 0))));
        return consumer;
    }

    /** Every GET mapping below these paths, with everything there is put in for its variables. */
    private static List<String> addresses() {
        var patterns = hub.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> pattern.matches("/(api/ledger|api/partners|api/consumers|ledger)(/.*)?"))
                .toList();
        assertThat(patterns).hasSizeGreaterThan(15);
        var addresses = new LinkedHashSet<String>();
        patterns.forEach(pattern -> addresses.addAll(filled(pattern)));
        return List.copyOf(addresses);
    }

    private static Set<String> filled(String pattern) {
        var path = pattern.replaceAll(":[^}]*\\{1,9}}", "}").replaceAll("\\{(\\w+):[^}]+}", "{$1}");
        if (path.matches("/ledger/order(/decision)?|/api/ledger/orders")) return orders(path);
        if (path.endsWith("/balances"))
            return Set.of(
                    path,
                    path + "?partner=acme-retail",
                    path + "?partner=galeries-sud&valid=2025-12-31&known=2026-01-15");
        if (path.matches(".*/(entries|conflicts|waiting)"))
            return Set.of(
                    path, path + "?partner=acme-retail", path + "?partner=galeries-sud", path + "?rows=5&kind=accrual");
        var filled = Set.of(path);
        filled = each(filled, "{seller}", List.of("acme-retail", "galeries-sud", "storefront"));
        filled = each(
                filled, "{orderNumber}", column("select distinct order_number from fact where order_number <> ''"));
        filled = each(filled, "{seq}", column("select seq::text from entry"));
        filled = each(filled, "{currency}", List.of("EUR", "USD"));
        filled = each(filled, "{number}", List.of("1", "2", "5", "11", "99"));
        filled = each(
                filled,
                "{id}",
                path.contains("/consumers/{id}")
                        ? consumers()
                        : List.of("acme-retail", "galeries-sud", "maison-lumen"));
        filled = each(filled, "{token}", consumers());
        assertThat(filled).as("this test knows every variable").noneMatch(address -> address.contains("{"));
        return filled;
    }

    private static Set<String> orders(String path) {
        var orders = new TreeSet<String>();
        hub.database
                .jdbc()
                .sql("select distinct partner, order_number from fact where order_number <> ''")
                .query(row -> {
                    for (var seller : List.of("acme-retail", "galeries-sud", row.getString(1)))
                        orders.add(
                                path + "?seller=" + seller + "&number=" + URLEncoder.encode(row.getString(2), UTF_8));
                });
        return orders;
    }

    private static Set<String> each(Set<String> paths, String variable, List<String> values) {
        var filled = new LinkedHashSet<String>();
        for (var path : paths)
            if (path.contains(variable)) values.forEach(value -> filled.add(path.replace(variable, value)));
            else filled.add(path);
        return filled;
    }

    /** By id, and by the token of either partner. */
    private static List<String> consumers() {
        return column("select distinct consumer::text from entry where consumer is not null").stream()
                .flatMap(id -> Stream.of(
                        id,
                        hub.consumers.tokenFor(UUID.fromString(id), "acme-retail"),
                        hub.consumers.tokenFor(UUID.fromString(id), "galeries-sud")))
                .toList();
    }

    /** Ids, names, numbers, documents and amounts of the other, and ids of consumers, that the one who asks has no part in. */
    private static List<String> secrets(String asking, String other) {
        var secrets = new ArrayList<String>();
        secrets.add(other);
        secrets.add(NAMES.get(other));
        secrets.addAll(column("select distinct number from fact where kind not in ('terms', 'period') and partner = '"
                + other + "'"));
        secrets.addAll(column(
                "select distinct order_number from fact where order_number <> '' and partner = '" + other + "'"));
        secrets.addAll(column("select document::text from fact where partner = '" + other + "'"));
        for (var consumer : column("select distinct consumer::text from entry where consumer is not null")) {
            secrets.add(consumer);
            secrets.add(hub.consumers.tokenFor(UUID.fromString(consumer), other));
        }
        var own = amounts(asking);
        amounts(other).stream().filter(amount -> !own.contains(amount)).forEach(secrets::add);
        return secrets;
    }

    /** An amount is told only where it stands alone: 33.33 is not told by 33.3333 %. */
    private static boolean tells(String body, String secret) {
        if (!secret.matches("[0-9]+\\.[0-9]{2}")) return body.contains(secret);
        return Pattern.compile("(?<![0-9.])" + Pattern.quote(secret) + "(?![0-9])")
                .matcher(body)
                .find();
    }

    /** What was posted to a partner's accounts, what its statements say, and what was invoiced on its orders. */
    private static Set<String> amounts(String partner) {
        var amounts =
                new TreeSet<String>(column("select distinct to_char(minor_units / 100.0, 'FM999990.00') from posting p"
                        + " join account a on a.id in (p.debit, p.credit) where a.partner = '" + partner + "'"));
        amounts.addAll(column("""
                select distinct to_char(figure / 100.0, 'FM999990.00') from statement,
                    unnest(array[opening, released, reversed, opening + released - reversed, tax, withheld, paid, carried]) figure
                where partner = '%s'""".formatted(partner)));
        amounts.addAll(column("""
                select distinct to_char((line ->> 'net')::bigint / 100.0, 'FM999990.00')
                from fact, jsonb_array_elements(coalesce(content::jsonb -> 'lines', content::jsonb -> 'goods' -> 'lines')) line
                where kind in ('invoice', 'credit') and partner = '%s'""".formatted(partner)));
        return amounts;
    }

    private static List<String> column(String sql) {
        return hub.database.jdbc().sql(sql).query(String.class).list();
    }

    private static HttpResponse<byte[]> get(String address, String header, String value)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(hub.url(address)));
        if (address.startsWith("/api/")) request.header(header, value);
        else if (!value.equals("guess")) request.header("Cookie", Sessions.cookie(hub, value));
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> post(String address, String body, String header, String value)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(hub.url(address)))
                .header(
                        "Content-Type",
                        address.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded")
                .header(header, value)
                .POST(BodyPublishers.ofString(body));
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/pdf")) return new String(answer.body(), UTF_8);
        try (var pdf = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(pdf) + new String(answer.body(), ISO_8859_1);
        }
    }
}

package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form on which an operator decides anew who is credited for an order, as a browser sends it. */
class DecisionPageTest {

    private static final ConsoleServer hub = ConsoleServer.withTrade();
    private static final HttpClient client = HttpClient.newHttpClient();
    private static final String X11 = "seller=acme-retail&number=ACME-X11";
    private static final String X3 = "seller=acme-retail&number=ACME-X3";

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void beginsWithTheDecisionInForce() throws Exception {
        var page = get("/ledger/order/decision?" + X11);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .containsPattern("id=\"party-1\"(?s:.{0,300})value=\"acme-retail\"\\s+selected")
                .containsPattern("id=\"share-1\"[^>]* value=\"70\"")
                .containsPattern("id=\"share-2\"[^>]* value=\"30\"")
                .contains("Galeries Sud showed the consumer&#39;s visit GS-CLICK-11", "10 Feb 2026")
                .contains("What was accrued for this order is taken back, and accrued anew")
                .doesNotContain("role=\"alert\"", "aria-invalid");
    }

    @Test
    void isOfferedOnTheOrdersPage() throws Exception {
        assertThat(get("/ledger/order?" + X11).body())
                .contains("href=\"/ledger/order/decision?seller=acme-retail&amp;number=ACME-X11\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            party=acme-retail&share=99,9999&reason=agreed                                   | shares  | The shares sum to 99.9999 %; they have to sum to 100 %.
            party=&share=&reason=agreed                                                     | shares  | Give 1 to 20 shares, each with the party it is for.
            party=acme-retail&share=60&party=acme-retail&share=40&reason=agreed             | party-2 | The party Acme Retail is named twice; add up its shares.
            party=acme-retail&share=60&party=atelier-nord&share=40&reason=agreed            | party-2 | The partner Atelier Nord has no terms in force on 2025-06-10, the day of the order; add a version to its file.
            party=acme-retail&share=60&party=&share=40&reason=agreed                        | party-2 | Say whose share this is.
            party=nobody&share=100&reason=agreed                                            | party-1 | No partner file is called &#39;nobody&#39;; name the party by the id of its file.
            party=acme-retail&share=most&reason=agreed                                      | share-1 | The share of Acme Retail has to be more than 0 % and at most 100 %, with up to four decimals (1 to 1,000,000 ppm).
            party=acme-retail&share=33.33333&party=galeries-sud&share=66.66667&reason=agreed | share-2 | The share of Galeries Sud has to be more than 0 % and at most 100 %, with up to four decimals (1 to 1,000,000 ppm).
            party=acme-retail&share=100&reason=+                                            | reason  | Give the reason in 1 to 500 characters; it is kept for good, so name no person in it.
            party=acme-retail&share=100&reason=a%00b                                        | reason  | The reason holds a character that cannot be printed; type it anew.
            """)
    void saysWhatIsWrongAtItsField(String typed, String field, String sentence) throws Exception {
        var answer = post(X3 + "&" + typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<a href=\"#" + field + "\">" + sentence + "</a>")
                .contains("id=\"fault-" + field + "\">" + sentence + "</span>")
                .containsPattern("id=\"" + field + "\"[^>]* aria-describedby=\"[^\"]*fault-" + field + "\"");
        assertThat(facts("ACME-X3")).isZero();
    }

    @Test
    void keepsWhatWasTyped() throws Exception {
        var page = post(X3 + "&party=&share=&party=galeries-sud&share=about+60&party=acme-retail&share=40"
                        + "&reason=%3Cb%3Eboth%3C%2Fb%3E+agreed")
                .body();

        assertThat(page)
                .containsPattern("id=\"party-1\"(?s:.{0,400})value=\"galeries-sud\"\\s+selected")
                .containsPattern("id=\"share-1\"[^>]* value=\"about 60\"")
                .containsPattern("id=\"party-2\"(?s:.{0,300})value=\"acme-retail\"\\s+selected")
                .containsPattern("id=\"share-2\"[^>]* value=\"40\"")
                .contains("&lt;b&gt;both&lt;/b&gt; agreed</textarea>");
    }

    @Test
    void asksForTheOrderThatItDoesNotKnow() throws Exception {
        var page = get("/ledger/order/decision?seller=galeries-sud&number=ACME-X3");
        var answer = post("seller=galeries-sud&number=ACME-X3&party=acme-retail&share=100&reason=agreed");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "id=\"fault-number\">No decision is booked on order &#39;ACME-X3&#39; of &#39;galeries-sud&#39;;"
                                + " check seller and number.</span>")
                .containsPattern("<input id=\"number\"[^>]* value=\"ACME-X3\"")
                .containsPattern("id=\"share-1\"[^>]* value=\"100\"")
                .contains("agreed</textarea>");
    }

    @Test
    void recordsTheDecisionAndSaysSoOnce() throws Exception {
        var answer = post("seller=acme-retail&number=ACME-X4&party=galeries-sud&share=33.3333+%25&party=acme-retail"
                + "&share=66,6667&reason=both%0D%0Aagreed");
        var order = answer.headers().firstValue("Location").orElseThrow();

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(order).endsWith("/ledger/order?seller=acme-retail&number=ACME-X4");
        assertThat(hub.database
                        .jdbc()
                        .sql("select content from fact where kind = 'attribution' and order_number = 'ACME-X4'")
                        .query(String.class)
                        .single())
                .contains("333333", "666667", "\"operator\":\"operator\"", "\"reason\":\"both agreed\"");
        assertThat(get("/ledger/order?seller=acme-retail&number=ACME-X4").body())
                .contains("The new decision is recorded");
        assertThat(get("/ledger/order?seller=acme-retail&number=ACME-X4").body())
                .doesNotContain("The new decision is recorded");
    }

    @Test
    void takesTheSameFormTwiceForOneDecision() throws Exception {
        var form = "seller=acme-retail&number=ACME-X5&party=galeries-sud&share=100&reason=both+agreed";

        assertThat(post(form).statusCode()).isEqualTo(302);
        assertThat(post(form).statusCode()).isEqualTo(302);
        assertThat(facts("ACME-X5")).isEqualTo(1);
    }

    @Test
    void doesNotReplaceADecisionThatNobodyLookedAt() throws Exception {
        var form = "seller=acme-retail&number=ACME-X6&share=100&reason=both+agreed";
        var overtaken = "The order was decided anew meanwhile; look at that decision before you change it.";

        var shown = post(form + "&party=acme-retail&replaces=1");
        post(form + "&party=galeries-sud");
        var other = post(form + "&party=acme-retail");

        assertThat(shown.statusCode()).isEqualTo(422);
        assertThat(shown.body()).contains(overtaken);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains(overtaken);
        assertThat(facts("ACME-X6")).isEqualTo(1);
    }

    private static long facts(String order) {
        return hub.database
                .jdbc()
                .sql("select count(*) from fact where kind = 'attribution' and order_number = :order")
                .param("order", order)
                .query(Long.class)
                .single();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    /** Says that it replaces what is in force, unless the form says so itself. */
    private static HttpResponse<String> post(String form) throws Exception {
        var page = get("/ledger/order/decision?" + form.replaceAll("^(seller=[^&]*&number=[^&]*).*", "$1"));
        var replaces = Pattern.compile("name=\"replaces\" value=\"(\\d+)\"").matcher(page.body());
        if (!form.contains("replaces=") && replaces.find()) form += "&replaces=" + replaces.group(1);
        var token = Sessions.token(get("/ledger").body());
        return client.send(
                request("/ledger/order/decision")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form + "&_csrf=" + token))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(hub.url(path)))
                .header("Cookie", Sessions.cookie(hub, hub.bean(Operator.class).secret()));
    }
}

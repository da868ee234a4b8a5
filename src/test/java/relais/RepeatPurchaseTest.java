package relais;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.embedded.BrokerServer;

/** The consumer whom Acme brought last week buys in the brand's own shop: the ledger knows the person and what Acme is due. */
class RepeatPurchaseTest {

    @TempDir
    static Path folder;

    @Test
    void creditsThePartnerThatBroughtTheConsumer() throws Exception {
        try (var hub = Hub.start(folder)) {
            hub.partners().put("acme-retail", "last-week.x12", Hub.day("acme-orders-last-week.x12"));
            hub.eventually(() -> hub.count("select count(*) from entry where kind = 'accrual'") == 1);
            var answer = hub.partners().post("storefront", "application/json", Hub.day("storefront-order.json"));
            hub.eventually(() -> hub.count("select count(*) from entry where kind = 'accrual'") == 2);
            hub.untilQuiet();

            var expected = Golden.files("repeat-purchase");
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(hub.messagesIn(BrokerServer.copyOf("erp.orders")))
                    .containsExactlyElementsOf(expected.texts(".json"));
            assertThat(hub.ledger("acme-retail")).containsExactly(expected.lines("ledger.txt"));
            assertThat(hub.count("select count(*) from consumer")).isEqualTo(1);
            assertThat(followed(hub, answer.headers().firstValue("Location").orElseThrow()))
                    .contains("\"brand\":\"Maison Lumen\"", "\"number\":\"WEB-3001\"", "\"trackingNumber\":\"LX");
            assertThat(rows(hub)).doesNotContainIgnoringCase("consumer.one@example.com", "Consumer One", "Springfield");
        }
    }

    /** The order as the consumer sees it, with the token that the shop got for it. */
    private static String followed(Hub hub, String location) throws Exception {
        var json = new ObjectMapper();
        var receipt = json.readTree(hub.get(location, "storefront"));
        var order = json.readTree(hub.get(receipt.at("/documents/0/href").asText(), "storefront"));
        return hub.getAs(
                order.at("/consumer/href").asText(),
                "Bearer " + order.at("/consumer/token").asText());
    }

    /** Every value that the hub keeps apart from the bytes as received, as text; bytes with each printable one as it is. */
    private static String rows(Hub hub) {
        var text = new StringBuilder();
        for (var select : hub.texts("""
                select case data_type when 'bytea' then format('select encode(%I, ''escape'') from %I', column_name, table_name)
                            else format('select %I::text from %I', column_name, table_name) end
                  from information_schema.columns
                 where table_schema = 'public' and table_name <> 'receipt_chunk'"""))
            hub.texts(select).forEach(value -> text.append(value).append('\n'));
        return text.toString();
    }
}

package relais;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.embedded.BrokerServer;

/** Atelier Nord's fixed-length stock file, dropped by SFTP and read by Smooks: to the warehouse as JSON, to Acme as 846, to Galeries Sud as INVRPT. */
class StockReportTest {

    @TempDir
    static Path folder;

    @Test
    void passesASuppliersStockOnToEveryoneWhoAgreedToGetIt() throws Exception {
        try (var hub = Hub.start(folder)) {
            hub.partners().drop("atelier-nord", "atelier-stock.txt", Hub.day("atelier-stock.txt"));
            hub.eventually(() -> hub.count("select count(*) from outbox where state = 'sent'") == 3);

            var expected = Golden.files("stock");
            assertThat(hub.arrivedAt("acme-retail")).containsExactlyEntriesOf(expected.named(".x12"));
            assertThat(hub.messagesIn("galeries-sud.in")).containsExactlyElementsOf(expected.texts(".edi"));
            assertThat(hub.messagesIn(BrokerServer.copyOf("wms.inventory")))
                    .containsExactlyElementsOf(expected.texts(".json"));
            assertThat(hub.get("/api/stock/5412345010012", "storefront"))
                    .contains("\"quantity\":140")
                    .contains("\"gtin\":\"5412345010012\"");
            assertThat(hub.texts("select kind from entry where kind not in ('terms', 'day')"))
                    .isEqualTo(List.of());
        }
    }
}

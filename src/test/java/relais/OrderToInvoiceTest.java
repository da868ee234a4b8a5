package relais;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.embedded.BrokerServer;

/**
 * Acme's two drop-ship orders, from its SFTP server to the ERP and back as response, despatch advice and invoice, over real
 * servers. What has to arrive stands in the files of {@code order-to-invoice}, byte for byte.
 */
class OrderToInvoiceTest {

    @TempDir
    static Path folder;

    @Test
    void bringsTwoOrdersToTheErpAndBackAsInvoices() throws Exception {
        try (var hub = Hub.start(folder)) {
            hub.partners().put("acme-retail", "acme-orders.x12", Hub.day("acme-orders.x12"));
            hub.eventually(
                    () -> hub.count("select count(*) from expected_acknowledgement where state = 'accepted'") == 2);
            hub.untilQuiet();

            var expected = Golden.files("order-to-invoice");
            assertThat(hub.arrivedAt("acme-retail")).containsExactlyInAnyOrderEntriesOf(expected.named(".x12"));
            assertThat(hub.messagesIn(BrokerServer.copyOf("erp.orders")))
                    .containsExactlyElementsOf(expected.texts(".json"));
            assertThat(hub.ledger("acme-retail")).containsExactly(expected.lines("ledger.txt"));
            assertThat(hub.texts("""
                            select d.number || ' ' || e.state || ' by ' || a.transaction_set
                              from expected_acknowledgement e
                              join document d on d.id = e.document join document a on a.id = e.closed_by
                             where d.type = 'Invoice' order by d.number"""))
                    .containsExactly("I-AR-ACME-1001 accepted by 997", "I-AR-ACME-1002 accepted by 997");
        }
    }
}

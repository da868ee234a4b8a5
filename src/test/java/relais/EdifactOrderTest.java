package relais;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.embedded.BrokerServer;

/** Galeries Sud's EDIFACT order, posted over HTTP, and what arrives in its queue: CONTRL, ORDRSP, DESADV and INVOIC, byte for byte. */
class EdifactOrderTest {

    @TempDir
    static Path folder;

    @Test
    void answersAnEdifactOrderInEdifact() throws Exception {
        try (var hub = Hub.start(folder)) {
            var answer = hub.partners().post("galeries-sud", "application/edifact", Hub.day("galeries-orders.edi"));

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(location -> assertThat(location).startsWith("/api/documents/"));
            hub.eventually(() -> hub.messagesIn("galeries-sud.in").size() == 4);
            hub.untilQuiet();

            var expected = Golden.files("edifact-order");
            assertThat(hub.messagesIn("galeries-sud.in")).containsExactlyElementsOf(expected.texts(".edi"));
            assertThat(hub.messagesIn(BrokerServer.copyOf("erp.orders")))
                    .containsExactlyElementsOf(expected.texts(".json"));
            assertThat(hub.ledger("galeries-sud")).containsExactly(expected.lines("ledger.txt"));
        }
    }
}

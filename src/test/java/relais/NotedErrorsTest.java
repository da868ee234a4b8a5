package relais;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner whose errors are agreed to be noted: what it sends goes on, and its acknowledgement says what is wrong. */
class NotedErrorsTest {

    @TempDir
    private Path folder;

    @Test
    void letsAnOrderThroughWhoseSegmentsAreMiscounted() throws Exception {
        var home = OwnHome.in(folder.resolve("home"))
                .agreed("acme-retail", "send: detail", "send: detail\n  errors: note");
        var miscounted = new String(Hub.day("acme-orders-one-bad.x12"), ISO_8859_1).replace("SE*15*0001", "SE*14*0001");

        try (var hub = Hub.start(folder.resolve("data"), home.setting())) {
            hub.partners().put("acme-retail", "orders.x12", miscounted.getBytes(ISO_8859_1));
            hub.eventually(() ->
                    hub.count("select count(*) from document where number = 'ACME-1003' and state = 'accepted'") == 1);
            hub.untilQuiet();

            assertThat(hub.arrivedAt("acme-retail").get("997-000000001.x12"))
                    .contains("AK2*850*0001~AK5*E*4~", "AK9*E*3*3*3~");
            assertThat(hub.texts("""
                            select f.code || ' ' || f.severity from finding f join document d on d.id = f.document
                             where d.number = 'ACME-1003'""")).containsExactly("SEGMENT_COUNT_MISMATCH WARNING");
        }
    }
}

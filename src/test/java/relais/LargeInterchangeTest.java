package relais;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.embedded.BrokerServer;

/** An interchange of more transaction sets than one database transaction takes: acknowledged once, as a whole, and every set worked on once. */
class LargeInterchangeTest {

    private static final int ORDERS = 7;
    private static final int BAD = 5;

    @TempDir
    static Path folder;

    @Test
    void isWorkedOnInBatchesAndAcknowledgedOnce() throws Exception {
        try (var hub = Hub.start(folder, "--relais.flow.batch-sets-max=2", "--relais.embedded.business=false")) {
            hub.partners().put("acme-retail", "seven-orders.x12", interchange().getBytes());
            hub.eventually(() -> hub.count("select count(*) from receipt where state = 'processed'") == 1);
            hub.untilQuiet();

            assertThat(hub.texts("select number || ' ' || state from document"
                            + " where direction = 'in' and type = 'Order' order by set_ordinal"))
                    .containsExactly(
                            "ACME-7001 accepted",
                            "ACME-7002 accepted",
                            "ACME-7003 accepted",
                            "ACME-7004 accepted",
                            "ACME-7005 rejected",
                            "ACME-7006 accepted",
                            "ACME-7007 accepted");
            assertThat(hub.messagesIn(BrokerServer.copyOf("erp.orders"))).hasSize(ORDERS - 1);
            assertThat(hub.arrivedAt("acme-retail").keySet()).containsExactly("997-000000001.x12");
            assertThat(hub.arrivedAt("acme-retail").get("997-000000001.x12"))
                    .contains("AK2*850*0005~AK3*PO1*8**8~AK4*3*355*7*QQ~AK5*R*5~")
                    .contains("AK9*P*7*7*6~");
        }
    }

    private static String interchange() {
        return "ISA*00*          *00*          *01*081466849      *ZZ*MAISONLUMEN    *260302*0830*U*00401*000000700*0*P*>~"
                + "GS*PO*081466849*MAISONLUMEN*20260302*0830*700*X*004010~"
                + IntStream.rangeClosed(1, ORDERS)
                        .mapToObj(LargeInterchangeTest::order)
                        .collect(Collectors.joining())
                + "GE*" + ORDERS + "*700~IEA*1*000000700~";
    }

    private static String order(int n) {
        return "ST*850*000" + n + "~BEG*00*DS*ACME-700" + n + "**20260302~CUR*BY*USD~"
                + "N1*BY*Acme Retail*92*ACME-HQ~N1*SE*Maison Lumen*92*77120~"
                + "N1*ST*Consumer " + n + "~N4*Boston*MA*02108*US~"
                + "PO1*1*1*" + (n == BAD ? "QQ" : "EA") + "*89.00**EN*5412345010012*VN*ML-TABLE-01~CTT*1~SE*10*000" + n
                + "~";
    }
}

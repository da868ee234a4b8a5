package relais;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three orders in one interchange; the second counts its segments wrong and has an unknown unit. Its neighbours go through. */
class RejectedOrderTest {

    @TempDir
    static Path folder;

    @Test
    void rejectsOneOrderAndLetsItsNeighboursThrough() throws Exception {
        try (var hub = Hub.start(folder)) {
            hub.partners().put("acme-retail", "acme-orders-one-bad.x12", Hub.day("acme-orders-one-bad.x12"));
            hub.eventually(
                    () -> hub.count("select count(*) from expected_acknowledgement where state = 'accepted'") == 2);
            hub.untilQuiet();

            assertThat(hub.arrivedAt("acme-retail"))
                    .containsAllEntriesOf(Golden.files("rejected-order").named(".x12"));
            assertThat(hub.arrivedAt("acme-retail").keySet())
                    .isEqualTo(Set.of(
                            "997-000000001.x12",
                            "855-000000002.x12",
                            "856-000000003.x12",
                            "810-000000004.x12",
                            "855-000000005.x12",
                            "856-000000006.x12",
                            "810-000000007.x12"));
            assertThat(hub.texts("select number || ' ' || state from document where type = 'Order' and direction = 'in'"
                            + " order by number"))
                    .containsExactly("ACME-1003 accepted", "ACME-1004 rejected", "ACME-1005 accepted");
            assertThat(hub.texts("""
                            select f.code || ' ' || f.segment || ' ' || f.position || ' ' || f.element || ' ' || f.byte_offset
                              from finding f join document d on d.id = f.document where d.number = 'ACME-1004'
                             order by f.ordinal"""))
                    .containsExactly("CODE_UNKNOWN PO1 14 3 916", "SEGMENT_COUNT_MISMATCH SE 17 1 997");
            assertThat(hub.consolePage("/documents/" + rejected(hub)))
                    .contains("SE01 says 21 segments, counted 17")
                    .contains("<mark")
                    .contains("Use a code of the element")
                    .contains("997");
        }
    }

    private static String rejected(Hub hub) {
        return hub.texts("select id::text from document where number = 'ACME-1004'")
                .get(0);
    }
}

package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslateTest {

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = new Session(folder);
    }

    @Test
    void writesAnOrderAsCanonicalJson() {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        var code = session.run("translate", "order.x12");

        assertThat(session.err()).isEmpty();
        assertThat(session.out())
                .contains(
                        "  \"type\" : \"Order\",",
                        "  \"number\" : \"AC-70011\",",
                        "  \"partner\" : \"acme-retail\",",
                        "  \"consumerOrderNumber\" : \"W-31337\",");
        assertThat(code).isZero();
    }

    @Test
    void writesAnX12OrderOutAgainAsEdifact() {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        var code = session.run("translate", "--to", "edifact", "order.x12");

        assertThat(session.output())
                .startsWith("UNB+UNOC:3+081466849:1+MAISONLUMEN:ZZZ+260305:0930+1")
                .contains("UNH+1+ORDERS:D:96A:UN'", "BGM+220+AC-70011+9'", "LIN+1++4012345000023:EN");
        assertThat(code).isZero();
    }

    @Test
    void writesAnEdifactOrderOutAgainAsX12() {
        Samples.write(folder, "orders.edi", Samples.ORDERS);

        var code = session.run("translate", "--to", "x12", "orders.edi");

        assertThat(session.output())
                .contains("*07*3012345000017  *07*5412345000013  *", "ST*850*0001~", "BEG*00*SA*GS-4711**20260305~");
        assertThat(code).isZero();
    }

    @Test
    void leavesARejectedSetOutAndSaysWhy() {
        Samples.write(folder, "order.x12", Samples.miscounted850());

        var code = session.run("translate", "order.x12");

        assertThat(session.output()).isEmpty();
        assertThat(session.err()).singleElement().asString().contains("SEGMENT_COUNT_MISMATCH");
        assertThat(code).isOne();
    }

    @Test
    void takesTheMappingsOfTheFolderNamed() throws Exception {
        Files.createDirectories(folder.resolve("elsewhere/mappings"));
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        var code = session.run("translate", "--home", "elsewhere", "order.x12");

        assertThat(session.err()).singleElement().asString().endsWith("SET_NOT_SUPPORTED no mapping reads X12 850");
        assertThat(code).isOne();
    }

    @Test
    void saysWhenTheFolderNamedHoldsNoMappings() {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        var code = session.run("translate", "--home", "nowhere", "order.x12");

        assertThat(session.err()).singleElement().asString().endsWith("nowhere: it holds no folder mappings");
        assertThat(code).isEqualTo(2);
    }
}

package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgeTest {

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = new Session(folder);
    }

    @Test
    void writesThe997AndTheTa1ThatAnOrderIsOwed() {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        var code = session.run("acknowledge", "order.x12");

        assertThat(session.output())
                .startsWith(
                        "ISA*00*          *00*          *ZZ*MAISONLUMEN    *01*081466849      *260305*0930*U*00401*000000001*0*T*>~")
                .contains("TA1*000000905*260305*0915*A*000~", "AK1*PO*905~", "AK2*850*0001~", "AK5*A~", "AK9*A*1*1*1~");
        assertThat(code).isZero();
    }

    @Test
    void rejectsAMiscountedSetAndSaysWhyOnStandardError() {
        Samples.write(folder, "order.x12", Samples.miscounted850());

        var code = session.run("acknowledge", "order.x12");

        assertThat(session.output()).contains("AK5*R*4~", "AK9*R*1*1*0~");
        assertThat(session.err()).singleElement().asString().contains("SEGMENT_COUNT_MISMATCH");
        assertThat(code).isOne();
    }

    @Test
    void writesTheContrlThatAnEdifactInterchangeIsOwed() {
        Samples.write(folder, "orders.edi", Samples.ORDERS);

        var code = session.run("acknowledge", "orders.edi");

        assertThat(session.output()).contains("+CONTRL:", "UCI+77+3012345000017:14+5412345000013:14+7'");
        assertThat(code).isZero();
    }

    @Test
    void leavesTransactionSetsOutWhenAskedForTheGroupOnly() {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        session.run("acknowledge", "--policy", "group", "order.x12");

        assertThat(session.output()).contains("AK1*PO*905~", "AK9*A*1*1*1~").doesNotContain("AK2");
    }

    @Test
    void exitsWithTwoWhenThereIsNothingToRead() {
        var code = session.run("acknowledge", "missing.edi");

        assertThat(session.err()).containsExactly("relais: cannot read missing.edi: there is no such file");
        assertThat(code).isEqualTo(2);
    }
}

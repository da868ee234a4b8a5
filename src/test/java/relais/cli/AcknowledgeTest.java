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
    void saysSoWhenTheSendersHeaderHoldsWhatNoAnswerCanRepeat() {
        Samples.write(folder, "order.x12", Samples.ORDER_850.replace("081466849      ", "08146684900000000000"));

        var code = session.run("acknowledge", "order.x12");

        assertThat(session.output()).isEmpty();
        assertThat(session.err())
                .last()
                .asString()
                .isEqualTo("order.x12:at offset 0: INTERCHANGE_HEADER_INVALID no acknowledgement can be written:"
                        + " segment 1 (ISA) element 8: ELEMENT_TOO_LONG '08146684900000000000' is longer than the 15"
                        + " characters ISA has");
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
    void writesNothingButTheTa1WhenAskedForIt() {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        session.run("acknowledge", "--type", "ta1", "order.x12");

        assertThat(session.output())
                .contains("TA1*000000905*260305*0915*A*000~")
                .doesNotContain("ST*", "GS*");
    }

    @Test
    void writesA999ForRelease005010() {
        Samples.write(folder, "order.x12", Samples.ORDER_850.replace("*X*004010~", "*X*005010~"));

        session.run("acknowledge", "--type", "999", "order.x12");

        assertThat(session.output()).contains("ST*999*", "IK5*A~", "AK9*A*1*1*1~");
    }

    @Test
    void writesTheAperakThatAnEdifactOrderIsOwed() {
        Samples.write(folder, "orders.edi", Samples.ORDERS.replace("D:96A:UN", "D:01B:UN"));

        session.run("acknowledge", "--type", "aperak", "orders.edi");

        assertThat(session.output()).contains("+APERAK:").doesNotContain("CONTRL");
    }

    @Test
    void answersEdifactWithAContrlWhenAskedForA997() {
        Samples.write(folder, "orders.edi", Samples.ORDERS);

        session.run("acknowledge", "--type", "997", "orders.edi");

        assertThat(session.output()).contains("+CONTRL:");
    }

    @Test
    void writesNothingWhenNothingIsWanted() {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        var code = session.run("acknowledge", "--policy", "none", "order.x12");

        assertThat(session.output()).isEmpty();
        assertThat(code).isZero();
    }

    @Test
    void acceptsAndTellsErrorsThatAreOnlyToBeNoted() {
        Samples.write(folder, "order.x12", Samples.miscounted850());

        var code = session.run("acknowledge", "--errors", "note", "order.x12");

        assertThat(session.output()).contains("AK5*E*4~", "AK9*E*1*1*1~");
        assertThat(code).isZero();
    }

    @Test
    void keepsErrorsToItselfThatAreAccepted() {
        Samples.write(folder, "order.x12", Samples.miscounted850());

        var code = session.run("acknowledge", "--errors", "accept", "order.x12");

        assertThat(session.output()).contains("AK5*A~", "AK9*A*1*1*1~");
        assertThat(session.err()).singleElement().asString().contains("SEGMENT_COUNT_MISMATCH");
        assertThat(code).isZero();
    }

    @Test
    void namesTheTypeSomebodyProbablyMeant() {
        var code = session.run("acknowledge", "--type", "contrll", "orders.edi");

        assertThat(session.err())
                .first()
                .asString()
                .contains("there is no acknowledgement 'contrll'; did you mean 'contrl'?");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void exitsWithTwoWhenThereIsNothingToRead() {
        var code = session.run("acknowledge", "missing.edi");

        assertThat(session.err()).containsExactly("relais: cannot read missing.edi: there is no such file");
        assertThat(code).isEqualTo(2);
    }
}

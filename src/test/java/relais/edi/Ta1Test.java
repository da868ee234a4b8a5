package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.edi.AcknowledgementPolicy.DETAIL;
import static relais.edi.Acknowledgements.TWO_ORDERS;
import static relais.edi.Acknowledgements.acknowledgement;
import static relais.edi.Acknowledgements.written;

import org.junit.jupiter.api.Test;
import relais.edi.AcknowledgementPolicy.Type;

/** What TA1 says of an interchange. */
class Ta1Test {

    @Test
    void notesWhatIsWrongWithTheInterchangeItself() {
        var wrong = TWO_ORDERS.replace("IEA*1*000000042", "IEA*1*000000043");

        assertThat(written(wrong, DETAIL)).contains("TA1*000000042*260305*0912*E*001~\nGS*FA");
    }

    @Test
    void neverAnswersATa1WithATa1() {
        var ta1 = written(TWO_ORDERS, DETAIL.with(Type.INTERCHANGE));

        assertThat(ta1).contains("TA1*");
        assertThat(acknowledgement(ta1, DETAIL.with(Type.INTERCHANGE))).isEmpty();
        assertThat(acknowledgement(written(TWO_ORDERS, DETAIL), DETAIL.with(Type.INTERCHANGE)))
                .isEmpty();
    }

    @Test
    void writesNothingButTheTa1WhereThatIsAgreed() {
        assertThat(written(TWO_ORDERS, DETAIL.with(Type.INTERCHANGE)))
                .contains("TA1*000000042*260305*0912*A*000~\nIEA*0*")
                .doesNotContain("GS*");
    }
}

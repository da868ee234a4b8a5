package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.edi.AcknowledgementPolicy.DETAIL;
import static relais.edi.AcknowledgementPolicy.GROUP;
import static relais.edi.AcknowledgementPolicy.TECHNICAL;
import static relais.edi.Acknowledgements.BROKEN_ORDERS;
import static relais.edi.Acknowledgements.acknowledgement;
import static relais.edi.Acknowledgements.segments;
import static relais.edi.Acknowledgements.written;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.edi.AcknowledgementPolicy.Detail;
import relais.edi.AcknowledgementPolicy.Weighing;

/** What CONTRL says of an interchange and of what is in it. */
class ContrlTest {

    @Test
    void tellsEdifactErrorsByPositionAndCode() {
        assertThat(written(BROKEN_ORDERS, DETAIL)).isEqualTo("""
                        UNB+UNOC:3+3010000000012:14+3020000000019:14+260305:0930+101'
                        UNH+1+CONTRL:D:3:UN'
                        UCI+77+3020000000019:14+3010000000012:14+7'
                        UCM+1+ORDERS:D:96A:UN+7'
                        UCM+2+ORDERS:D:96A:UN+4+29+UNT+1'
                        UCS+6'
                        UCD+37+1:2'
                        UCS+7+15'
                        UNT+8+1'
                        UNZ+1+101'
                        """);
    }

    @Test
    void rejectsInEdifactOnlyWhatIsWrongWhereNoMoreIsAgreed() {
        assertThat(segments(BROKEN_ORDERS, GROUP))
                .containsExactly("UCI*77*3020000000019>14*3010000000012>14*7", "UCM*2*ORDERS>D>96A>UN*4*29*UNT*1");
        assertThat(segments(BROKEN_ORDERS, TECHNICAL)).containsExactly("UCI*77*3020000000019>14*3010000000012>14*8");
    }

    @ParameterizedTest
    @CsvSource({
        "TECHNICAL, REJECT, '8'",
        "TECHNICAL, NOTE, '8'",
        "GROUP, REJECT, '7 UCM*2*4*29*UNT*1'",
        "GROUP, NOTE, '7'",
        "GROUP, ACCEPT, '7'",
        "DETAIL, REJECT, '7 UCM*1*7 UCM*2*4*29*UNT*1 UCS*6 UCD*37*1>2 UCS*7*15'",
        "DETAIL, NOTE, '7 UCM*1*7 UCM*2*7*29*UNT*1 UCS*6 UCD*37*1>2 UCS*7*15'",
        "DETAIL, ACCEPT, '7 UCM*1*7 UCM*2*7'"
    })
    void weighsErrorsInEdifactAsAgreed(Detail detail, Weighing weighing, String expected) {
        var told = String.join(
                " ", segments(BROKEN_ORDERS, AcknowledgementPolicy.of(detail).with(weighing)));

        assertThat(told.replace("*ORDERS>D>96A>UN", ""))
                .isEqualTo("UCI*77*3020000000019>14*3010000000012>14*" + expected);
    }

    @Test
    void answersGroupsAndReleaseCharactersOfEdifact() {
        var text = "UNA:+,! '" + Interchanges.UNB.replace("77'", "7!+7'")
                + "UNG+ORDERS+A+B+260305:0912+5+UN+D:96A'" + Interchanges.ORDERS + "UNE+1+5'"
                + "UNG+ORDERS+A+B+260305:0912+6+UN+D:96A'" + Interchanges.ORDERS + "UNE+2+6'UNZ+2+7!+7'";

        var answer = Interchanges.written(acknowledgement(text, DETAIL).orElseThrow());

        assertThat(answer)
                .startsWith("UNA:+,! 'UNB+UNOC:3+3010000000012:14+3020000000019:14+")
                .contains("UCI+7!+7+3020000000019:14+3010000000012:14+7'UCF+5+A+B+7'UCM+1+ORDERS:D:96A:UN+7'"
                        + "UCF+6+A+B+7+29+UNE+1'UCM+1+ORDERS:D:96A:UN+7'");
        assertThat(Interchanges.findings(answer)).isEmpty();
    }

    @Test
    void answersInSyntaxVersion4() {
        var text = BROKEN_ORDERS.replace("UNOC:3", "UNOC:4").replace("+260305:", "+20260305:");

        var answer = Interchanges.written(acknowledgement(text, DETAIL).orElseThrow());

        assertThat(answer)
                .contains("UNB+UNOC:4+3010000000012:14+3020000000019:14+20260305:0930+101'UNH+1+CONTRL:4:1:UN'")
                .contains("UCM+2+ORDERS:D:96A:UN+4+29+UNT+1'UCS+6'UCD+37+1:2'UCS+7+15'");
        assertThat(Interchanges.findings(answer)).isEmpty();
    }
}

package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.edi.AcknowledgementPolicy.DETAIL;
import static relais.edi.AcknowledgementPolicy.GROUP;
import static relais.edi.Acknowledgements.BROKEN_ORDERS;
import static relais.edi.Acknowledgements.acknowledgement;
import static relais.edi.Acknowledgements.written;

import org.junit.jupiter.api.Test;
import relais.edi.AcknowledgementPolicy.Type;

/** What APERAK says of each transaction set, and when CONTRL stands in for it. */
class AperakTest {

    @Test
    void answersEachTransactionSetWithAnAperakWhereThatIsAgreed() {
        var policy = DETAIL.with(Type.APPLICATION);

        assertThat(written(BROKEN_ORDERS, policy)).isEqualTo("""
                        UNB+UNOC:3+3010000000012:14+3020000000019:14+260305:0930+101'
                        UNH+1+APERAK:D:96A:UN'
                        BGM++77-1+9+AP'
                        DTM+137:202603050930:203'
                        RFF+ACW:1'
                        RFF+AGO:77'
                        UNT+6+1'
                        UNH+2+APERAK:D:96A:UN'
                        BGM++77-2+9+RE'
                        DTM+137:202603050930:203'
                        RFF+ACW:2'
                        RFF+AGO:77'
                        ERC+37'
                        FTX+AAO+++Quantity ?'three?' is not a number'
                        RFF+ACW:2:6'
                        FTX+AAO+++QTY 1.2?: three'
                        ERC+15'
                        FTX+AAO+++there is no segment XYZ'
                        RFF+ACW:2:7'
                        FTX+AAO+++XYZ'
                        ERC+29'
                        FTX+AAO+++UNT 0074 says 10 segments, counted 11'
                        RFF+ACW:2:11'
                        FTX+AAO+++UNT 1?: 10'
                        UNT+18+2'
                        UNZ+2+101'
                        """);
        assertThat(Interchanges.findings(written(BROKEN_ORDERS, policy))).isEmpty();
    }

    @Test
    void answersInTheUsualSyntaxWhatCameInNone() {
        var inNone = "UNA:+.?*'" + BROKEN_ORDERS.replace("UNB+UNOC:3+", "UNB+**UNOC:3+");

        assertThat(written(inNone, DETAIL.with(Type.APPLICATION)))
                .startsWith("UNB+UNOC:3+")
                .contains("FTX+AAO+++Quantity ?'three?' is not a number'");
    }

    @Test
    void rejectsWithAnAperakOnlyWhatIsWrongWhereNoMoreIsAgreed() {
        var answer = written(BROKEN_ORDERS, GROUP.with(Type.APPLICATION));

        assertThat(answer)
                .contains("BGM++77-2+9+RE'", "ERC+37'\nERC+15'\nERC+29'\n")
                .doesNotContain("77-1", "FTX");
        assertThat(acknowledgement(Interchanges.edifact(1, Interchanges.ORDERS), GROUP.with(Type.APPLICATION)))
                .isEmpty();
    }

    @Test
    void writesAnAperakInTheDirectoryAndTheCharactersOfThePartner() {
        var text = BROKEN_ORDERS.replace("D:96A:UN", "D:01B:UN:EAN010").replace("UNOC:3", "UNOA:2");

        var answer = Interchanges.written(
                acknowledgement(text, DETAIL.with(Type.APPLICATION)).orElseThrow());

        assertThat(answer).contains("UNH+2+APERAK:D:01B:UN'BGM+313+77-2+9+RE'", "FTX+AAO+++THERE IS NO SEGMENT XYZ'");
        assertThat(Interchanges.findings(answer)).isEmpty();
    }

    @Test
    void answersAnInterchangeThatIsRejectedWithAContrlWhateverIsAgreed() {
        var cut = BROKEN_ORDERS.substring(0, BROKEN_ORDERS.indexOf("UNZ"));

        assertThat(written(cut, DETAIL.with(Type.APPLICATION)))
                .contains("UCI+77+3020000000019:14+3010000000012:14+4+13+UNZ'");
    }
}

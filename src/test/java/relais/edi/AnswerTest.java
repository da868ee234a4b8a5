package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.edi.AcknowledgementPolicy.DETAIL;
import static relais.edi.Acknowledgements.BROKEN_ORDERS;
import static relais.edi.Acknowledgements.TWO_ORDERS;
import static relais.edi.Acknowledgements.acknowledgement;
import static relais.edi.Acknowledgements.written;

import org.junit.jupiter.api.Test;
import relais.edi.AcknowledgementPolicy.Type;
import relais.finding.Finding;
import relais.finding.FindingCode;

/** What the acknowledgements of partners say about ours. */
class AnswerTest {

    @Test
    void readsAnAnswerForAnInterchangeThatHasWrongElementsAndDoesNotAnswerIt() {
        var wrong = Interchanges.ISA + "TA1*000000041*260231*0911*E~IEA*0*000000042~";

        assertThat(Interchanges.events(wrong).get(1))
                .isInstanceOfSatisfying(Event.InterchangeAnswered.class, answered -> assertThat(answered.answer())
                        .isEqualTo(new Answer(Standard.X12, "000000041", "", "", Verdict.ACCEPTED_WITH_ERRORS, "")));
        assertThat(Interchanges.outcome(wrong).findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.DATE_INVALID, FindingCode.ELEMENT_MISSING);
        assertThat(acknowledgement(wrong, DETAIL)).isEmpty();
    }

    @Test
    void readsWhatAnAcknowledgementSaysAboutOurs() {
        var functional = Interchanges.sets(written(TWO_ORDERS, DETAIL)).get(0);
        var contrl = Interchanges.sets(written(BROKEN_ORDERS, DETAIL)).get(0);

        assertThat(Answer.in(functional))
                .containsExactly(
                        new Answer(Standard.X12, "", "7", "0001", Verdict.ACCEPTED, "AK5 A"),
                        new Answer(
                                Standard.X12,
                                "",
                                "7",
                                "0002",
                                Verdict.REJECTED,
                                "AK3 PO1 6 code 8; AK4 3 code 7; AK5 R 5 4"),
                        new Answer(Standard.X12, "", "7", "", Verdict.ACCEPTED_WITH_ERRORS, "AK9 P"));
        assertThat(Answer.in(contrl))
                .containsExactly(
                        new Answer(Standard.EDIFACT, "77", "", "", Verdict.ACCEPTED, ""),
                        new Answer(Standard.EDIFACT, "77", "", "1", Verdict.ACCEPTED, ""),
                        new Answer(
                                Standard.EDIFACT,
                                "77",
                                "",
                                "2",
                                Verdict.REJECTED,
                                "UCM 4 29; UCS 6; UCD 1 code 37; UCS 7 code 15"));
    }

    @Test
    void readsWhatA999AndAnAperakSayAboutOurs() {
        var later = TWO_ORDERS.replace("*X*004010~", "*X*005010~");
        var implementation = Interchanges.sets(written(later, DETAIL.with(Type.IMPLEMENTATION)))
                .get(0);
        var aperaks = Interchanges.sets(written(BROKEN_ORDERS, DETAIL.with(Type.APPLICATION)));

        assertThat(Answer.in(implementation))
                .contains(new Answer(
                        Standard.X12, "", "7", "0002", Verdict.REJECTED, "IK3 PO1 6 code 8; IK4 3 code 7; IK5 R 5 4"));
        assertThat(Answer.in(aperaks.get(0)))
                .containsExactly(new Answer(Standard.EDIFACT, "77", "", "1", Verdict.ACCEPTED, ""));
        assertThat(Answer.in(aperaks.get(1)))
                .containsExactly(new Answer(
                        Standard.EDIFACT, "77", "", "2", Verdict.REJECTED, "ERC code 37; ERC code 15; ERC code 29"));
        assertThat(Answer.isIn(aperaks.get(0))).isTrue();
        assertThat(acknowledgement(written(BROKEN_ORDERS, DETAIL.with(Type.APPLICATION)), DETAIL))
                .isEmpty();
    }
}

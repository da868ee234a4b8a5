package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.edi.AcknowledgementPolicy.DETAIL;
import static relais.edi.AcknowledgementPolicy.GROUP;
import static relais.edi.Acknowledgements.TWO_ORDERS;
import static relais.edi.Acknowledgements.acknowledgement;
import static relais.edi.Acknowledgements.group;
import static relais.edi.Acknowledgements.segments;
import static relais.edi.Acknowledgements.written;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.edi.AcknowledgementPolicy.Detail;
import relais.edi.AcknowledgementPolicy.Type;
import relais.edi.AcknowledgementPolicy.Weighing;

/** What 997 and 999 say, and to whom. */
class FunctionalAcknowledgementTest {

    @Test
    void tellsEveryElementThatIsWrong() {
        assertThat(written(TWO_ORDERS, DETAIL)).isEqualTo("""
                        ISA*00*          *00*          *ZZ*MAISONLUMEN    *01*081466849      *260305*0930*U*00401*000000101*0*T*>~
                        GS*FA*MAISONLUMEN*081466849*20260305*0930*55*X*004010~
                        ST*997*0001~
                        AK1*PO*7~
                        AK2*850*0001~
                        AK5*A~
                        AK2*850*0002~
                        AK3*PO1*6**8~
                        AK4*3*355*7*QX~
                        AK5*R*5*4~
                        AK9*P*2*2*1~
                        SE*10*0001~
                        GE*1*55~
                        IEA*1*000000101~
                        """);
    }

    @Test
    void tellsTheGroupOnlyWhereNoMoreIsAgreed() {
        assertThat(segments(TWO_ORDERS, GROUP)).containsExactly("AK1*PO*7", "AK9*P*2*2*1");
    }

    @Test
    void tellsWhatIsWrongWithTheGroup() {
        var wrong = TWO_ORDERS.replace("GE*2*7", "GE*3*8");

        assertThat(segments(wrong, GROUP)).containsExactly("AK1*PO*7", "AK9*P*3*2*1*5*4");
    }

    @Test
    void tellsSegmentsThatAreMissingOrInTheWrongPlace() {
        var wrong = Interchanges.x12(
                1, "ST*850*0001~CUR*BY*USD~N1*ST*Consumer One~BEG*00*DS*1**20260305~HL*1**S~ZZ9*1~SE*7*0001~");

        assertThat(segments(wrong, DETAIL))
                .containsExactly(
                        "AK1*PO*7",
                        "AK2*850*0001",
                        "AK3*BEG*2**3",
                        "AK3*BEG*4**7",
                        "AK3*HL*5**6",
                        "AK3*ZZ9*6**1",
                        "AK3*PO1*7**3",
                        "AK5*R*5",
                        "AK9*R*1*1*0");
    }

    @Test
    void repeatsWhatThePartnerSentEvenWhereItIsWrong() {
        var shortNumber = Interchanges.x12(1, Interchanges.ORDER.replace("0001", "1"));

        assertThat(written(shortNumber, DETAIL)).contains("AK2*850*1~\nAK3*ST*1**8~\nAK4*2*329*4*1~\n");
    }

    @Test
    void answersInTheReleaseThatWasSentWhereThatIsKnown() {
        var later = TWO_ORDERS.replace("*X*004010~", "*X*005010~");
        var unknown = TWO_ORDERS.replace("*X*004010~", "*X*002001~");

        assertThat(written(later, GROUP)).contains("*X*005010~").contains("AK9*P*2*2*1~");
        assertThat(written(unknown, DETAIL))
                .contains("*X*004010~")
                .contains("AK5*R*1~")
                .contains("AK9*R*2*2*0*2~");
    }

    @ParameterizedTest
    @CsvSource({
        // detail, weighing, what a set in error and its group get
        "GROUP, REJECT, 'AK1*PO*7 AK9*P*2*2*1'",
        "GROUP, NOTE, 'AK1*PO*7 AK9*E*2*2*2'",
        "GROUP, ACCEPT, 'AK1*PO*7 AK9*A*2*2*2'",
        "DETAIL, REJECT, 'AK1*PO*7 AK2*850*0001 AK5*A AK2*850*0002 AK3*PO1*6**8 AK4*3*355*7*QX AK5*R*5*4 AK9*P*2*2*1'",
        "DETAIL, NOTE, 'AK1*PO*7 AK2*850*0001 AK5*A AK2*850*0002 AK3*PO1*6**8 AK4*3*355*7*QX AK5*E*5*4 AK9*E*2*2*2'",
        "DETAIL, ACCEPT, 'AK1*PO*7 AK2*850*0001 AK5*A AK2*850*0002 AK5*A AK9*A*2*2*2'"
    })
    void weighsErrorsInX12AsAgreed(Detail detail, Weighing weighing, String expected) {
        assertThat(String.join(
                        " ",
                        segments(TWO_ORDERS, AcknowledgementPolicy.of(detail).with(weighing))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Weighing.class)
    void acceptsNothingThatDidNotComeWhole(Weighing weighing) {
        var cut = Interchanges.x12(1, "ST*850*0001~BEG*00*DS*1**20260305~");

        assertThat(segments(cut, DETAIL.with(weighing))).contains("AK5*R*2", "AK9*R*1*1*0");
    }

    @Test
    void acknowledgesSetsThatNobodyKnowsWhereErrorsDoNotReject() {
        var unknown = Interchanges.x12(1, "ST*899*0001~BEG*00~SE*3*0001~");

        assertThat(segments(unknown, DETAIL.with(Weighing.NOTE))).contains("AK5*E*1", "AK9*E*1*1*1*1");
        assertThat(segments(unknown, DETAIL.with(Weighing.ACCEPT))).contains("AK5*A", "AK9*A*1*1*1");
    }

    @Test
    void answersWithA999FromRelease005010OnAndWithA997Before() {
        var later = TWO_ORDERS.replace("*X*004010~", "*X*005010~");
        var policy = DETAIL.with(Type.IMPLEMENTATION);

        assertThat(written(later, policy)).contains("ST*999*0001~\nAK1*PO*7*005010~\n", "IK5*R*5*4~\n", "*X*005010~");
        assertThat(written(TWO_ORDERS, policy)).contains("ST*997*0001~\nAK1*PO*7~\n", "AK5*R*5*4~\n", "*X*004010~");
    }

    @Test
    void answersAllGroupsInTheEarliestOfTheirReleases() {
        var groups = Interchanges.ISA + group("PO", "7", "005010", Interchanges.ORDER)
                + group("PO", "8", "004010VICS", Interchanges.ORDER)
                + group("FA", "9", "004010", "ST*997*0001~AK1*PO*1~AK9*A*1*1*1~SE*4*0001~") + "IEA*3*000000042~";

        var answer = written(groups, DETAIL.with(Type.IMPLEMENTATION));

        assertThat(answer)
                .contains("GS*FA*", "*X*004010VICS~\nST*997*0001~\nAK1*PO*7~\n", "ST*997*0002~\nAK1*PO*8~\n")
                .doesNotContain("AK1*FA");
        assertThat(Interchanges.findings(answer)).isEmpty();
    }

    @Test
    void leavesTheImplementationGuideOutOfTheVersion() {
        var health = Interchanges.ISA + group("HC", "7", "005010X222A1", "ST*837*0001~BHT*0019~SE*3*0001~")
                + "IEA*1*000000042~";

        assertThat(written(health, DETAIL.with(Type.IMPLEMENTATION)))
                .contains("*X*005010~\nST*999*0001~\nAK1*HC*7*005010X222A1~\nAK2*837*0001~\nIK5*R*1~\nAK9*R*1*1*0*1~");
    }

    @Test
    void goesBackBetweenThePartiesOfTheGroup() {
        var desks = TWO_ORDERS.replace("GS*PO*081466849*MAISONLUMEN*", "GS*PO*DESK1*DESK2*");

        assertThat(written(desks, GROUP)).contains("GS*FA*DESK2*DESK1*").contains("*ZZ*MAISONLUMEN    *01*081466849 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|^!", "\u001d\u001f\u001c", "\t\\\n"})
    void writesWithTheDelimitersOfThePartner(String delimiters) {
        var element = delimiters.charAt(0);
        var component = delimiters.charAt(1);
        var segment = delimiters.charAt(2);
        var theirs = TWO_ORDERS.replace('*', element).replace('>', component).replace('~', segment);

        var answer = Interchanges.written(acknowledgement(theirs, DETAIL).orElseThrow());

        assertThat(answer).startsWith("ISA" + element + "00" + element);
        assertThat(answer.charAt(104)).isEqualTo(component);
        assertThat(answer.charAt(105)).isEqualTo(segment);
        assertThat(answer).contains("AK4" + element + "3" + element + "355" + element + "7" + element + "QX" + segment);
        assertThat(Interchanges.findings(answer)).isEmpty();
    }

    @Test
    void repeatsMarksThatAreNoDelimitersOfThePartner() {
        var wrong = Interchanges.x12(1, Interchanges.ORDER.replace("*2*EA*", "*2*Q|*"));

        assertThat(segments(wrong, DETAIL)).contains("AK4*3*355*7*Q|");
        assertThat(segments(wrong.replace(">", ":").replace("Q|", "Q^"), DETAIL))
                .contains("AK4*3*355*7*Q^");
    }
}

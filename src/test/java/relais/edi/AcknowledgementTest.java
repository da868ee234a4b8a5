package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.edi.AcknowledgementPolicy.DETAIL;
import static relais.edi.AcknowledgementPolicy.GROUP;
import static relais.edi.AcknowledgementPolicy.NONE;
import static relais.edi.AcknowledgementPolicy.TECHNICAL;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class AcknowledgementTest {
    private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 5, 9, 30);
    private static final String BROKEN = Interchanges.ORDER
            .replace("0001", "0002")
            .replace("*2*EA*", "*2*QX*")
            .replace("SE*8*", "SE*9*");
    private static final String TWO_ORDERS = Interchanges.x12(2, Interchanges.ORDER + BROKEN);
    private static final String BROKEN_ORDERS = Interchanges.edifact(
            2,
            Interchanges.ORDERS
                    + Interchanges.ORDERS
                            .replace("UNH+1+", "UNH+2+")
                            .replace("QTY+21:3'", "QTY+21:three'XYZ+1'")
                            .replace("UNT+10+1'", "UNT+10+2'"));

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
    void owesNothingForTechnicalPolicyUnlessTheInterchangeAsksOrIsWrong() {
        assertThat(acknowledgement(TWO_ORDERS, TECHNICAL)).isEmpty();
        assertThat(acknowledgement(TWO_ORDERS, NONE)).isEmpty();
        assertThat(written(TWO_ORDERS.replace("*0*T*>", "*1*T*>"), TECHNICAL))
                .contains("TA1*000000042*260305*0912*A*000~\n")
                .contains("IEA*0*000000101~");
    }

    @Test
    void notesWhatIsWrongWithTheInterchangeItself() {
        var wrong = TWO_ORDERS.replace("IEA*1*000000042", "IEA*1*000000043");

        assertThat(written(wrong, DETAIL)).contains("TA1*000000042*260305*0912*E*001~\nGS*FA");
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
                        "AK5*R*5",
                        "AK9*R*1*1*0");
    }

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

    @Test
    void answersNobodyWhoNamesNoSender() {
        var anonymous = Interchanges.edifact(1, Interchanges.ORDERS).replace("3020000000019:14+301", "+301");

        assertThat(acknowledgement(anonymous, DETAIL)).isEmpty();
    }

    @Test
    void neverAcknowledgesAnAcknowledgement() {
        var functional = written(TWO_ORDERS, DETAIL);
        var contrl = written(BROKEN_ORDERS, DETAIL);

        assertThat(acknowledgement(functional, DETAIL)).isEmpty();
        assertThat(acknowledgement(contrl, DETAIL)).isEmpty();
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

    private static java.util.Optional<Acknowledgement> acknowledgement(String text, AcknowledgementPolicy policy) {
        return Acknowledgement.of(Interchanges.outcome(text), policy, Interchanges.STRUCTURES, AT);
    }

    private static String written(String text, AcknowledgementPolicy policy) {
        var owed = acknowledgement(text, policy).orElseThrow();
        var envelope = owed.envelope("101", "55");
        envelope = envelope.written(envelope.delimiters(), "\n");
        var bytes = new InterchangeWriter(Interchanges.STRUCTURES, Limits.standard())
                .write(envelope, owed.beforeGroups(), owed.sets());
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static java.util.List<String> segments(String text, AcknowledgementPolicy policy) {
        return acknowledgement(text, policy).orElseThrow().sets().get(0).segments().stream()
                .map(AcknowledgementTest::plain)
                .toList();
    }

    private static String plain(OutgoingSegment segment) {
        var text = new StringBuilder(segment.tag());
        for (var element : segment.elements()) text.append('*').append(String.join(">", element));
        return text.toString();
    }
}

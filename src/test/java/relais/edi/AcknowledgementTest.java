package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.edi.AcknowledgementPolicy.DETAIL;
import static relais.edi.AcknowledgementPolicy.GROUP;
import static relais.edi.AcknowledgementPolicy.NONE;
import static relais.edi.AcknowledgementPolicy.TECHNICAL;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.edi.AcknowledgementPolicy.Detail;
import relais.edi.AcknowledgementPolicy.Type;
import relais.edi.AcknowledgementPolicy.Weighing;
import relais.finding.Finding;
import relais.finding.FindingCode;

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
                        "AK3*PO1*7**3",
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
    void neverAnswersATa1WithATa1() {
        var ta1 = written(TWO_ORDERS, DETAIL.with(Type.INTERCHANGE));

        assertThat(ta1).contains("TA1*");
        assertThat(acknowledgement(ta1, DETAIL.with(Type.INTERCHANGE))).isEmpty();
        assertThat(acknowledgement(written(TWO_ORDERS, DETAIL), DETAIL.with(Type.INTERCHANGE)))
                .isEmpty();
    }

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

    @Test
    void writesNothingButTheTa1WhereThatIsAgreed() {
        assertThat(written(TWO_ORDERS, DETAIL.with(Type.INTERCHANGE)))
                .contains("TA1*000000042*260305*0912*A*000~\nIEA*0*")
                .doesNotContain("GS*");
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void givesWayToTheUsualTypeWhereTheStandardHasNoneOfThatName(Type type) {
        var x12 = List.of("TA1", "997", "999").contains(type.text()) ? type.text() : "997";
        var edifact = List.of("CONTRL", "APERAK").contains(type.text()) ? type.text() : "CONTRL";

        assertThat(acknowledgement(TWO_ORDERS.replace("*X*004010~", "*X*005010~"), DETAIL.with(type)))
                .hasValueSatisfying(owed -> assertThat(owed.type()).isEqualTo(x12));
        assertThat(acknowledgement(BROKEN_ORDERS, DETAIL.with(type)))
                .hasValueSatisfying(owed -> assertThat(owed.type()).isEqualTo(edifact));
        assertThat(Type.named(type.text().toLowerCase(Locale.ROOT))).contains(type);
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

    @Test
    void findsGroupNumbersUsedTwiceAlsoWhereReadingWentOn() {
        var text = Interchanges.ISA + group("PO", "7", "004010", Interchanges.ORDER)
                + group("PO", "8", "004010", Interchanges.ORDER) + group("PO", "7", "004010", Interchanges.ORDER)
                + "IEA*3*000000042~";
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var whole = Interchanges.events(text);

        var reader = Interchanges.reader(bytes);
        for (int read = 1; read < whole.size(); read++) {
            reader.next();
            var from = reader.position();
            var rest = new ByteArrayInputStream(bytes, (int) from.offset(), bytes.length);
            var later = new InterchangeReader(rest, from, Interchanges.STRUCTURES, Limits.standard());
            var findings = Interchanges.events(later).stream()
                    .flatMap(Interchanges::findings)
                    .toList();

            assertThat(findings)
                    .as("from event " + read)
                    .isEqualTo(whole.stream()
                            .skip(read)
                            .flatMap(Interchanges::findings)
                            .toList());
        }
        assertThat(whole.stream().flatMap(Interchanges::findings))
                .extracting(Finding::code)
                .containsExactly(FindingCode.GROUP_CONTROL_NUMBER_REUSED);
    }

    private static String group(String functionalId, String number, String version, String sets) {
        return "GS*" + functionalId + "*081466849*MAISONLUMEN*20260305*0912*" + number + "*X*" + version + "~" + sets
                + "GE*1*" + number + "~";
    }

    private static Optional<Acknowledgement> acknowledgement(String text, AcknowledgementPolicy policy) {
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

    private static List<String> segments(String text, AcknowledgementPolicy policy) {
        return acknowledgement(text, policy).orElseThrow().sets().get(0).segments().stream()
                .map(AcknowledgementTest::plain)
                .toList();
    }

    private static String plain(OutgoingSegment segment) {
        var text = new StringBuilder(segment.tag());
        for (var element : segment.elements())
            text.append('*')
                    .append(String.join(
                            "^",
                            element.repetitions().stream()
                                    .map(components -> String.join(">", components))
                                    .toList()));
        return text.toString();
    }
}

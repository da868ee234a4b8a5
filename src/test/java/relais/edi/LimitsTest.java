package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import relais.finding.Finding;
import relais.finding.FindingCode;

/** A limit that is hit is a finding on the one set, and its neighbours are read as ever. */
class LimitsTest {
    private static final String SECOND = Interchanges.ORDER.replace("0001", "0002");
    private static final String THIRD = Interchanges.ORDER.replace("0001", "0003");

    @Test
    void passesOverASegmentThatIsTooLong() {
        var endless = SECOND.replace("12 Sample Street", "x".repeat(5000));

        var sets = sets(new Limits(300, 250, 10_000, 100, 3, 10, 100), Interchanges.ORDER + endless + THIRD);

        assertThat(codes(sets.get(1))).containsExactly(FindingCode.SEGMENT_TOO_LONG);
        assertThat(sets).extracting(TransactionSet::segmentCount).containsExactly(8, 8, 8);
        assertThat(sets.get(2).findings()).isEmpty();
    }

    @Test
    void passesOverTheRestOfASetWithTooManySegments() {
        var sets = sets(
                new Limits(300, 250, 10_000, 5, 3, 10, 100),
                Interchanges.ORDER + SECOND.replace("~SE*", "~REF*CO*1~SE*"));

        assertThat(codes(sets.get(0))).containsExactly(FindingCode.LIMIT_REACHED);
        assertThat(sets).extracting(TransactionSet::segmentCount).containsExactly(8, 9);
        assertThat(sets.get(1).segments()).hasSizeLessThan(9);
    }

    @Test
    void passesOverTheRestOfASetWithTooManyBytes() {
        var large = SECOND.replace("CTT*1~", "PID*F****A lamp~".repeat(1000) + "CTT*1~")
                .replace("SE*8", "SE*1008");

        var sets = sets(new Limits(300, 250, 600, 10_000, 3, 10, 100), Interchanges.ORDER + large + THIRD);

        assertThat(codes(sets.get(1))).containsExactly(FindingCode.LIMIT_REACHED);
        assertThat(sets).extracting(TransactionSet::segmentCount).containsExactly(8, 1008, 8);
        assertThat(sets.get(0).findings()).isEmpty();
        assertThat(sets.get(2).findings()).isEmpty();
    }

    @Test
    void keepsSoManyFindingsAndSaysHowManyItLeftOut() {
        var many = Interchanges.ORDER
                .replace("CTT*1~", "ABCD*1~".repeat(30) + "CTT*1~")
                .replace("SE*8", "SE*38");

        var set = sets(new Limits(300, 250, 10_000, 100, 3, 10, 100), many).get(0);

        assertThat(set.findings()).hasSize(11);
        assertThat(set.findings().list().get(10).text()).contains("20 more were left out");
    }

    @Test
    void passesOverASegmentBetweenSetsThatIsTooLong() {
        var text = Interchanges.x12(2, Interchanges.ORDER + "X".repeat(5000) + "~" + SECOND);

        var findings = Interchanges.events(reader(new Limits(300, 250, 10_000, 100, 3, 10, 100), text)).stream()
                .flatMap(Interchanges::findings)
                .map(Finding::code)
                .toList();

        assertThat(findings).containsExactly(FindingCode.LIMIT_REACHED);
    }

    @Test
    void namesTheValueThatIsTooLong() {
        var limits = new Limits(300, 20, 10_000, 100, 3, 10, 100);

        var text = SECOND.replace("12 Sample Street", "12 Sample Street, 3rd floor") + THIRD;
        var offset = Interchanges.x12(3, text).indexOf("12 Sample Street");

        var sets = sets(limits, text);

        assertThat(sets.get(0).findings().list())
                .extracting(Finding::toString)
                .containsExactly("segment 4 (N3) element 1 at offset " + offset
                        + ": LIMIT_REACHED elementBytesMax is 20, this has 27 bytes");
        assertThat(sets.get(1).findings()).isEmpty();
    }

    @Test
    void namesTheLevelThatIsNestedTooDeep() {
        var deep = "ST*856*0001~BSN*00*SHIP1*20260306*1200*0001~HL*1**S~HL*2*1*O~HL*3*2*P~HL*4*3*I~SE*7*0001~";

        var offset = Interchanges.x12(3, deep).indexOf("3*I~");

        var set = sets(new Limits(300, 250, 10_000, 100, 3, 10, 100), deep).get(0);

        assertThat(set.findings().list())
                .extracting(Finding::toString)
                .containsExactly(
                        "segment 6 (HL) element 2 at offset " + offset + ": LIMIT_REACHED nestingMax is 3 levels");
    }

    @Test
    void buildsTheTreeOfLevelsThatNobodyCouldWalk() {
        var endless = new StringBuilder("ST*856*0001~BSN*00*SHIP1*20260306*1200*0001~HL*1**S~");
        for (int level = 2; level <= 50_000; level++)
            endless.append("HL*").append(level).append('*').append(level - 1).append("*I~");

        var set = sets(Limits.standard(), endless.append("SE*50003*0001~").toString())
                .get(0);

        assertThat(set.root().loops()).hasSizeGreaterThan(1);
    }

    @Test
    void remembersTheHighestControlNumbersOfAGroup() {
        var numbers = List.of("0001", "0002", "0003", "0007", "0009", "0003", "0009");
        var orders = numbers.stream()
                .map(number -> Interchanges.ORDER.replace("0001", number))
                .collect(Collectors.joining());

        var sets = sets(new Limits(300, 250, 10_000, 100, 3, 10, 2), orders);

        assertThat(sets.subList(0, 6)).allSatisfy(set -> assertThat(codes(set)).isEmpty());
        assertThat(codes(sets.get(6))).containsExactly(FindingCode.SET_CONTROL_NUMBER_REUSED);
    }

    @Test
    void remembersTheControlNumbersOfTheLastInterchanges() {
        var other = Interchanges.edifact(1, Interchanges.ORDERS);
        var many = interchange(42) + interchange(44) + other + interchange(46) + interchange(42) + interchange(46);

        var findings = Interchanges.events(reader(new Limits(300, 250, 10_000, 100, 3, 10, 2), many)).stream()
                .flatMap(Interchanges::findings)
                .toList();

        assertThat(findings)
                .extracting(Finding::text)
                .containsExactly("control number 000000046 was used before in this input");
    }

    private static String interchange(int number) {
        return Interchanges.x12(1, Interchanges.ORDER).replace("0000042", "00000" + number);
    }

    private static List<FindingCode> codes(TransactionSet set) {
        return set.findings().stream().map(Finding::code).toList();
    }

    private static List<TransactionSet> sets(Limits limits, String segments) {
        var text = Interchanges.x12(3, segments);
        return Interchanges.events(reader(limits, text)).stream()
                .filter(Event.SetRead.class::isInstance)
                .map(event -> ((Event.SetRead) event).set())
                .toList();
    }

    private static InterchangeReader reader(Limits limits, String text) {
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        return new InterchangeReader(in, Position.start(), Interchanges.STRUCTURES, limits);
    }
}

package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.finding.Finding;

class WriterTest {
    private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 5, 9, 30);
    private static final InterchangeWriter WRITER = new InterchangeWriter(Interchanges.STRUCTURES, Limits.standard());
    private static final Envelope X12 = Envelope.x12("ZZ", "MAISONLUMEN", "01", "081466849", AT);
    private static final Envelope EDIFACT = Envelope.edifact("14", "3010000000012", "14", "3020000000019", AT);

    @BeforeAll
    static void load() {
        Interchanges.STRUCTURES.find(Standard.EDIFACT, "D:96A:UN", "ORDERS");
    }

    @Test
    void writesAnX12Interchange() {
        var bytes = WRITER.write(X12.numbered("12", "3"), List.of(order("PO-1")));

        assertThat(new String(bytes, StandardCharsets.US_ASCII))
                .isEqualTo(
                        "ISA*00*          *00*          *ZZ*MAISONLUMEN    *01*081466849      *260305*0930*U*00401*000000012*0*P*>~"
                                + "GS*PO*MAISONLUMEN*081466849*20260305*0930*3*X*004010~ST*850*0001~BEG*00*DS*PO-1**20260305~"
                                + "N1*ST*Consumer One~PO1*1*2*EA~SE*5*0001~GE*1*3~IEA*1*000000012~");
    }

    @Test
    void writesAnEdifactInterchangeWithReleaseCharacters() {
        var bytes = WRITER.write(EDIFACT.numbered("12", ""), List.of(orders("It's 5+5?", "Galéries")));

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .isEqualTo(
                        "UNB+UNOC:3+3010000000012:14+3020000000019:14+260305:0930+12'UNH+1+ORDERS:D:96A:UN'"
                                + "BGM+220+It?'s 5?+5??+9'DTM+137:20260305:102'NAD+BY+++Galéries'LIN+1'UNS+S'UNT+7+1'UNZ+1+12'");
    }

    @Test
    void writesRepetitionsInX12() {
        var envelope = X12.versioned("00501").written(Delimiters.x12().withRepetition('^'), "");

        var bytes = WRITER.write(envelope, List.of(implementation(List.of(List.of("CLM01", "12"), List.of("CLM02")))));

        assertThat(new String(bytes, StandardCharsets.US_ASCII))
                .contains("*0930*^*00501*", "~CTX*CLM01>12^CLM02*NM1*3~");
    }

    @Test
    void writesRepetitionsInEdifactOfSyntaxVersion4() {
        var envelope = EDIFACT.versioned("UNOC:4").written(Delimiters.edifact().withRepetition('*'), "");

        var bytes = WRITER.write(envelope, List.of(contact(List.of(List.of("1*2", "TE"), List.of("3", "FX")))));

        assertThat(new String(bytes, StandardCharsets.US_ASCII))
                .startsWith("UNB+UNOC:4+")
                .contains("'COM+1?*2:TE*3:FX'");
    }

    @Test
    void refusesRepetitionsThatNothingSeparates() {
        var inX12 = implementation(List.of(List.of("CLM01"), List.of("CLM02")));
        var inEdifact = contact(List.of(List.of("1", "TE"), List.of("3", "FX")));
        var separated = Delimiters.x12().withRepetition('^');

        refuses(X12.written(separated, ""), inX12, "REPETITION_TOO_MANY segment 5 (CTX) element 1");
        refuses(X12.versioned("00501"), inX12, "REPETITION_TOO_MANY segment 5 (CTX) element 1");
        refuses(
                EDIFACT.written(Delimiters.edifact().withRepetition('*'), ""),
                inEdifact,
                "REPETITION_TOO_MANY segment 6 (COM) element 1");
        refuses(EDIFACT.versioned("UNOC:4"), inEdifact, "REPETITION_TOO_MANY segment 6 (COM) element 1");
    }

    @Test
    void takesARepetitionSeparatorForTextWhereTheVersionHasNone() {
        var envelope = X12.written(Delimiters.x12().withRepetition('^'), "");

        var bytes = WRITER.write(envelope, List.of(order("PO^1")));

        assertThat(new String(bytes, StandardCharsets.US_ASCII)).contains("*U*00401*", "*PO^1*");
    }

    @Test
    void refusesADelimiterInX12Data() {
        assertThatThrownBy(() -> WRITER.write(X12, List.of(order("PO*1"))))
                .isInstanceOf(Unwritable.class)
                .hasMessageContaining("'*'");
    }

    @Test
    void refusesACharacterThatTheCharacterSetHasNot() {
        assertThatThrownBy(() -> WRITER.write(EDIFACT, List.of(orders("1", "Λ"))))
                .isInstanceOf(Unwritable.class)
                .hasMessageContaining("(NAD)");
    }

    @Test
    void refusesWhatTheReaderWouldReject() {
        var broken = new OutgoingSet(
                "850",
                "004010",
                "0001",
                List.of(
                        OutgoingSegment.of("BEG", "00", "DS", "", "", "20260231"),
                        OutgoingSegment.of("PO1", "1", "2", "EA")));

        assertThatThrownBy(() -> WRITER.write(X12, List.of(broken)))
                .isInstanceOfSatisfying(Unwritable.class, e -> assertThat(e.findings())
                        .extracting(finding -> finding.code().name())
                        .containsExactly("ELEMENT_MISSING", "DATE_INVALID"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PO\n1", "PO\u001a", "PO\u007f", "\0"})
    void refusesControlCharacters(String number) {
        refuses(X12, order(number), "CHARACTER_NOT_ALLOWED");
        refuses(EDIFACT, orders(number, "x"), "CHARACTER_NOT_ALLOWED");
    }

    @Test
    void refusesADelimiterInEdifactDataWithoutAReleaseCharacter() {
        var without = new Delimiters('+', ':', '\0', '\0', '\'', '.');

        refuses(EDIFACT.written(without, ""), orders("It's", "x"), "CHARACTER_NOT_ALLOWED segment 2 (BGM) element 2");
    }

    @Test
    void releasesNothingInX12() {
        var released = X12.written(new Delimiters('+', ':', '\0', '?', '\'', '.'), "");

        assertThat(new String(WRITER.write(released, List.of(order("5?5"))), StandardCharsets.US_ASCII))
                .contains("+5?5+");
        refuses(released, order("It's"), "CHARACTER_NOT_ALLOWED");
    }

    @Test
    void refusesDelimitersInTags() {
        var injected = new OutgoingSet("850", "004010", "0001", List.of(OutgoingSegment.of("BEG*00~N1", "ST")));

        refuses(X12, injected, "CHARACTER_NOT_ALLOWED");
    }

    @Test
    void refusesDelimitersThatCannotPartText() {
        var equal = new Delimiters('*', '*', '\0', '\0', '~', '.');
        var letter = new Delimiters('*', 'X', '\0', '\0', '~', '.');
        var clash = Delimiters.x12().withRepetition('>');
        var twoBytes = new Delimiters('*', '§', '\0', '\0', '~', '.');

        for (var delimiters : List.of(equal, letter, clash, twoBytes))
            refuses(X12.versioned("00501").written(delimiters, ""), order("1"), "INTERCHANGE_HEADER_INVALID");
    }

    @Test
    void refusesWhatDoesNotFitIntoTheHeaders() {
        refuses(
                Envelope.x12("ZZ", "A*B", "01", "C", AT),
                order("1"),
                "CHARACTER_NOT_ALLOWED segment 1 (ISA) element 6");
        refuses(
                Envelope.x12("ZZ", "A".repeat(16), "01", "C", AT),
                order("1"),
                "ELEMENT_TOO_LONG segment 1 (ISA) element 6");
        refuses(Envelope.x12("ZZZ", "A", "01", "C", AT), order("1"), "ELEMENT_TOO_LONG segment 1 (ISA) element 5");
        refuses(
                Envelope.edifact("14", "", "14", "B", AT),
                orders("1", "x"),
                "ELEMENT_MISSING segment 1 (UNB) element 2.1");
        refuses(EDIFACT.versioned("UNOC:7"), orders("1", "x"), "CODE_UNKNOWN segment 1 (UNB) element 1.2");
    }

    @Test
    void countsSegmentsSetsAndGroups() {
        var x12 = WRITER.write(X12, List.of(order("1"), order("2").withControlNumber("0002")));
        var edifact =
                WRITER.write(EDIFACT, List.of(orders("1", "x"), orders("2", "x").withControlNumber("2")));

        assertThat(new String(x12, StandardCharsets.US_ASCII))
                .contains("~SE*5*0001~ST*850*0002~")
                .endsWith("~SE*5*0002~GE*2*1~IEA*1*000000001~");
        assertThat(new String(edifact, StandardCharsets.US_ASCII))
                .contains("'UNT+7+1'UNH+2+")
                .endsWith("'UNT+7+2'UNZ+2+1'");
    }

    @Test
    void takesControlNumbersFromOutsideAndRefusesWrongOnes() {
        var order = order("1");
        var answer = new OutgoingSet(
                "997",
                "004010",
                "0001",
                List.of(OutgoingSegment.of("AK1", "PO", "7"), OutgoingSegment.of("AK9", "A", "1", "1", "1")));

        assertThat(new String(WRITER.write(X12.numbered("4711", "815"), List.of(order.withControlNumber("12345")))))
                .contains(
                        "*00401*000004711*", "*0930*815*X*", "~ST*850*12345~", "~SE*5*12345~GE*1*815~IEA*1*000004711~");
        assertUnwritable(X12, List.of(order, order), "SET_CONTROL_NUMBER_REUSED");
        assertUnwritable(X12, List.of(answer, answer), "SET_CONTROL_NUMBER_REUSED");
        refuses(X12, order.withControlNumber("1"), "ELEMENT_TOO_SHORT segment 1 (ST) element 2");
        refuses(X12.numbered("1234567890", "1"), order, "ELEMENT_TOO_LONG segment 1 (ISA) element 13");
        refuses(X12.numbered("ABC", "1"), order, "ELEMENT_NOT_NUMERIC segment 1 (ISA) element 13");
        refuses(X12.numbered("1", "1234567890"), order, "ELEMENT_TOO_LONG segment 2 (GS) element 6");
        refuses(
                EDIFACT.numbered("123456789012345", ""),
                orders("1", "x"),
                "ELEMENT_TOO_LONG segment 1 (UNB) element 5");
    }

    @Test
    void refusesLevelsOfAHierarchyThatAreNumberedWrong() {
        refuses(X12, shipment("1", "1"), "HIERARCHY_INVALID segment 4 (HL) element 1");
        refuses(X12, shipment("2", "7"), "HIERARCHY_INVALID segment 4 (HL) element 2");
        assertThat(WRITER.write(X12, List.of(shipment("2", "1")))).isNotEmpty();
    }

    @Test
    void refusesAnotherStructureThanTheSetHas() {
        var twisted = new OutgoingSet(
                "850",
                "004010",
                "0001",
                List.of(
                        OutgoingSegment.of("PO1", "1", "2", "EA"),
                        OutgoingSegment.of("BEG", "00", "DS", "1", "", "20260305")));

        refuses(X12, twisted, "SEGMENT_MISSING segment 2 (BEG)");
    }

    @Test
    void refusesSetsThatNobodyKnowsOrThatShareNoGroup() {
        var unknown = new OutgoingSet("899", "004010", "0001", List.of());
        var elsewhere = new OutgoingSet("ORDERS", "D:XXZ:UN", "1", List.of());

        refuses(X12, unknown, "SET_NOT_SUPPORTED");
        refuses(EDIFACT, elsewhere, "SET_NOT_SUPPORTED");
        assertUnwritable(X12, List.of(order("1"), shipment("2", "1")), "GROUP_TYPE_MISMATCH");
    }

    @Test
    void hasNoPlaceBeforeGroupsInEdifact() {
        var answer = List.of(OutgoingSegment.of("TA1", "000000001"));

        assertThatThrownBy(() -> WRITER.write(EDIFACT, answer, List.of(orders("1", "x"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void refuses(Envelope envelope, OutgoingSet set, String because) {
        assertUnwritable(envelope, List.of(set), because);
    }

    private static void assertUnwritable(Envelope envelope, List<OutgoingSet> sets, String because) {
        assertThatThrownBy(() -> WRITER.write(envelope, sets))
                .isInstanceOfSatisfying(Unwritable.class, e -> assertThat(e.findings())
                        .isNotEmpty()
                        .allMatch(Finding::isError)
                        .anyMatch(finding -> (finding.code() + " " + finding.location()).startsWith(because)));
    }

    private static OutgoingSet shipment(String second, String parent) {
        return new OutgoingSet(
                "856",
                "004010",
                "0003",
                List.of(
                        OutgoingSegment.of("BSN", "00", "S1", "20260306", "1200"),
                        OutgoingSegment.of("HL", "1", "", "S"),
                        OutgoingSegment.of("HL", second, parent, "O")));
    }

    private static OutgoingSet implementation(List<List<String>> contexts) {
        var simple = OutgoingSegment.of("CTX", "", "NM1", "3").elements();
        var context = List.of(OutgoingSegment.Element.repeated(contexts), simple.get(1), simple.get(2));
        return new OutgoingSet(
                "999",
                "005010",
                "0001",
                List.of(
                        OutgoingSegment.of("AK1", "HC", "7"),
                        OutgoingSegment.of("AK2", "837", "0001"),
                        OutgoingSegment.of("IK3", "NM1", "3", "", "8"),
                        new OutgoingSegment("CTX", context),
                        OutgoingSegment.of("IK5", "R", "5"),
                        OutgoingSegment.of("AK9", "R", "1", "1", "0")));
    }

    private static OutgoingSet contact(List<List<String>> numbers) {
        return new OutgoingSet(
                "ORDERS",
                "D:01B:UN",
                "1",
                List.of(
                        OutgoingSegment.of("BGM", "220", "1", "9"),
                        OutgoingSegment.of("DTM", List.of(List.of("137", "20260305", "102"))),
                        OutgoingSegment.of("NAD", "BY", "1"),
                        OutgoingSegment.of("CTA", "OC"),
                        new OutgoingSegment("COM", List.of(OutgoingSegment.Element.repeated(numbers))),
                        OutgoingSegment.of("UNS", "S")));
    }

    private static OutgoingSet order(String number) {
        return new OutgoingSet(
                "850",
                "004010",
                "0001",
                List.of(
                        OutgoingSegment.of("BEG", "00", "DS", number, "", "20260305"),
                        OutgoingSegment.of("N1", "ST", "Consumer One"),
                        OutgoingSegment.of("PO1", "1", "2", "EA")));
    }

    private static OutgoingSet orders(String number, String name) {
        return new OutgoingSet(
                "ORDERS",
                "D:96A:UN",
                "1",
                List.of(
                        OutgoingSegment.of("BGM", "220", number, "9"),
                        OutgoingSegment.of("DTM", List.of(List.of("137", "20260305", "102"))),
                        OutgoingSegment.of("NAD", "BY", "", "", name),
                        OutgoingSegment.of("LIN", "1"),
                        OutgoingSegment.of("UNS", "S")));
    }
}

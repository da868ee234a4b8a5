package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

        var bytes = WRITER.write(envelope, List.of(implementation(List.of("CLM01", "12"), List.of("CLM02"))));

        assertThat(new String(bytes, StandardCharsets.US_ASCII))
                .contains("*0930*^*00501*", "~CTX*CLM01>12^CLM02*NM1*3~");
    }

    @Test
    void writesRepetitionsInEdifactOfSyntaxVersion4() {
        var envelope = EDIFACT.versioned("UNOC:4").written(Delimiters.edifact().withRepetition('*'), "");

        var bytes = WRITER.write(envelope, List.of(contact(List.of("1*2", "TE"), List.of("3", "FX"))));

        assertThat(new String(bytes, StandardCharsets.US_ASCII))
                .startsWith("UNB+UNOC:4+")
                .contains("'COM+1?*2:TE*3:FX'");
    }

    @Test
    void refusesRepetitionsThatNothingSeparates() {
        var inX12 = implementation(List.of("CLM01"), List.of("CLM02"));
        var inEdifact = contact(List.of("1", "TE"), List.of("3", "FX"));
        var separated = Delimiters.x12().withRepetition('^');

        refuses(X12.written(separated, ""), inX12, "segment CTX repeats an element");
        refuses(X12.versioned("00501"), inX12, "segment CTX repeats an element");
        refuses(EDIFACT.written(Delimiters.edifact().withRepetition('*'), ""), inEdifact, "segment COM repeats");
        refuses(EDIFACT.versioned("UNOC:4"), inEdifact, "segment COM repeats an element");
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
                .hasMessageContaining("segment NAD");
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

    private static void refuses(Envelope envelope, OutgoingSet set, String because) {
        assertThatThrownBy(() -> WRITER.write(envelope, List.of(set)))
                .isInstanceOf(Unwritable.class)
                .hasMessageContaining(because);
    }

    @SafeVarargs
    private static OutgoingSet implementation(List<String>... contexts) {
        var simple = OutgoingSegment.of("CTX", "", "NM1", "3").elements();
        var context = List.of(new OutgoingSegment.Element(List.of(contexts)), simple.get(1), simple.get(2));
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

    @SafeVarargs
    private static OutgoingSet contact(List<String>... numbers) {
        return new OutgoingSet(
                "ORDERS",
                "D:01B:UN",
                "1",
                List.of(
                        OutgoingSegment.of("BGM", "220", "1", "9"),
                        OutgoingSegment.of("DTM", List.of(List.of("137", "20260305", "102"))),
                        OutgoingSegment.of("NAD", "BY", "1"),
                        OutgoingSegment.of("CTA", "OC"),
                        new OutgoingSegment("COM", List.of(new OutgoingSegment.Element(List.of(numbers)))),
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

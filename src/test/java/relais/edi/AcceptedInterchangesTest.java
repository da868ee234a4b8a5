package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.finding.FindingCode.INTERCHANGE_CONTROL_NUMBER_REUSED;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import relais.finding.Finding;
import relais.finding.Location;

class AcceptedInterchangesTest {

    @Test
    void readsAnX12OrderIntoItsLoops() {
        var set = Interchanges.sets(Interchanges.x12(1, Interchanges.ORDER)).get(0);

        assertThat(set.findings()).isEmpty();
        assertThat(set.type()).isEqualTo("850");
        assertThat(set.version()).isEqualTo("004010");
        assertThat(set.controlNumber()).isEqualTo("0001");
        assertThat(set.segmentCount()).isEqualTo(8);
        assertThat(set.fromOffset()).isEqualTo(159);
        assertThat(new String(set.bytes(), StandardCharsets.US_ASCII)).isEqualTo(Interchanges.ORDER);
        assertThat(outline(set.root())).isEqualTo("BEG N1(N1 N3 N4) PO1(PO1) CTT(CTT)");
        assertThat(set.interchange().sender()).isEqualTo("081466849");
        assertThat(set.interchange().test()).isTrue();
        assertThat(set.group().orElseThrow().functionalId()).isEqualTo("PO");
    }

    @Test
    void readsAnEdifactOrderIntoItsSegmentGroups() {
        var set =
                Interchanges.sets(Interchanges.edifact(1, Interchanges.ORDERS)).get(0);

        assertThat(set.findings()).isEmpty();
        assertThat(set.type()).isEqualTo("ORDERS");
        assertThat(set.version()).isEqualTo("D:96A:UN");
        assertThat(outline(set.root())).isEqualTo("BGM DTM SG2(NAD) SG25(LIN QTY SG28(PRI)) UNS CNT");
        var quantity = set.root().loops("SG25").get(0).segment("QTY").orElseThrow();
        assertThat(quantity.component(1, 2)).isEqualTo("3");
        assertThat(quantity.location(1, 2, 1)).isEqualTo(new Location("QTY", 6, 1, 2, 1, quantity.offset() + 7));
        assertThat(set.group()).isEmpty();
    }

    @Test
    void nestsHierarchicalLevelsByTheirParents() {
        var shipNotice = "ST*856*0001~BSN*00*SHIP1*20260306*1200*0001~HL*1**S~TD5*B*2*UPSN~HL*2*1*O~PRF*PO-1001~"
                + "HL*3*2*P~MAN*GM*00006141410000000012~HL*4*3*I~LIN**UP*012345678905~SN1**2*EA~"
                + "HL*5*2*P~HL*6*5*I~LIN**UP*012345678912~SN1**1*EA~CTT*6~SE*17*0001~";

        var set = Interchanges.sets(Interchanges.x12(1, shipNotice)).get(0);

        assertThat(set.findings()).isEmpty();
        assertThat(outline(set.root()))
                .isEqualTo("BSN HL(HL TD5 HL(HL PRF HL(HL MAN HL(HL LIN SN1)) HL(HL HL(HL LIN SN1)))) CTT");
    }

    @Test
    void resolvesReleaseCharactersAndReadsTheCharacterSetOfTheHeader() {
        var text = Interchanges.edifact(
                1,
                Interchanges.ORDERS
                        .replace("PO-2001", "PO?+20??01?'")
                        .replace("NAD+BY+3020000000019::9'", "NAD+BY+++Gal\u00e9ries Sud'"));

        var set = Interchanges.sets(text).get(0);

        assertThat(set.findings()).isEmpty();
        assertThat(set.segments().get(1).element(2)).isEqualTo("PO+20?01'");
        assertThat(set.segments().get(3).element(4)).isEqualTo("Gal\u00e9ries Sud");
    }

    @Test
    void acceptsCodesThatAnotherAgencyKeeps() {
        assertThat(findingsWith("BGM+73E+1+9'")).isEqualTo("[CODE_UNKNOWN]");
        assertThat(findingsWith("BGM+73E::6+1+9'")).isEqualTo("[CODE_UNKNOWN]");
        assertThat(findingsWith("BGM+73E::9+1+9'")).isEqualTo("[]");
    }

    private static String findingsWith(String beginning) {
        var text = Interchanges.edifact(1, Interchanges.ORDERS.replaceFirst("BGM[^']*'", beginning));
        var findings = Interchanges.sets(text).get(0).findings();
        return findings.stream().map(Finding::code).toList().toString();
    }

    @Test
    void readsUtf8WhereTheHeaderSaysSo() {
        var text = "UNB+UNOY:4+A:14+B:14+20260305:0912+77'"
                + Interchanges.ORDERS.replace("NAD+BY+3020000000019::9'", "NAD+BY+++Λ Σ'") + "UNZ+1+77'";

        var events = Interchanges.events(text.getBytes(StandardCharsets.UTF_8));

        var set = ((Event.SetRead) events.get(1)).set();
        assertThat(set.findings()).isEmpty();
        assertThat(set.segments().get(3).element(4)).isEqualTo("Λ Σ");
    }

    @Test
    void takesDelimitersFromUna() {
        var text = "UNA|;,\\ ~\r\nUNB;UNOA|2;A;B;260305|0912;77~\r\nUNH;1;ORDERS|D|96A|UN~\r\nBGM;220;PO\\;1~\r\n"
                + "DTM;137|20260305|102~\r\nLIN;1~\r\nQTY;21|2,5~\r\nUNS;S~\r\nUNT;7;1~\r\nUNZ;1;77~\r\n";

        var set = Interchanges.sets(text).get(0);

        assertThat(Interchanges.findings(text)).isEmpty();
        assertThat(set.segments().get(1).element(2)).isEqualTo("PO;1");
        assertThat(set.segments().get(4).component(1, 2)).isEqualTo("2,5");
    }

    @Test
    void readsRepetitionsFromVersion00402On() {
        var isa = Interchanges.ISA.replace("*U*00401*", "*^*00501*").replace("~", "~\n");
        var text = isa
                + "GS*PO*A1*B1*20260305*0912*7*X*004010~\nST*850*0001~\nBEG*00*DS^NE*1**20260305~\nSE*3*0001~\nGE*1*7~\nIEA*1*42~\n";

        var segment = Interchanges.sets(text).get(0).segments().get(1);

        assertThat(segment.repetitions(2)).isEqualTo(2);
        assertThat(segment.component(2, 1, 2)).isEqualTo("NE");
        assertThat(segment.repetitions(1)).isEqualTo(1);
        assertThat(segment.repetitions(9)).isZero();
    }

    @Test
    void readsSeveralInterchangesOfBothStandardsInOneInput() {
        var text = "\ufeff" + Interchanges.x12(1, Interchanges.ORDER) + "\r\n\r\n"
                + Interchanges.edifact(1, Interchanges.ORDERS) + "\u001a"
                + Interchanges.x12(1, Interchanges.ORDER)
                        .replace("*000000042", "*000000043")
                        .replace("~", "\n");

        var events = Interchanges.events(text.getBytes(StandardCharsets.UTF_8));

        assertThat(events.stream().flatMap(Interchanges::findings)).isEmpty();
        assertThat(events)
                .filteredOn(Event.InterchangeBegan.class::isInstance)
                .extracting(
                        event -> ((Event.InterchangeBegan) event).interchange().ordinal())
                .containsExactly(1, 2, 3);
    }

    @Test
    void readsLinesWrappedAtEightyColumns() {
        var plain = Interchanges.x12(1, Interchanges.ORDER);
        var wrapped = plain.replaceAll("(.{80})", "$1\n");

        var set = Interchanges.sets(wrapped).get(0);

        assertThat(Interchanges.findings(wrapped)).isEmpty();
        assertThat(set.segments().get(3).element(1)).isEqualTo("12 Sample Street");
    }

    @Test
    void goesOnAtAnyPosition() {
        var two = Interchanges.ORDER
                + Interchanges.ORDER.replace("0001", "0002")
                + Interchanges.ORDER.replace("0001", "0003");
        var bytes = (Interchanges.x12(3, two)
                        + Interchanges.edifact(1, Interchanges.ORDERS)
                        + Interchanges.x12(1, Interchanges.ORDER))
                .getBytes(StandardCharsets.ISO_8859_1);
        var whole = Interchanges.events(bytes);
        assertThat(whole.stream().flatMap(Interchanges::findings))
                .extracting(Finding::code)
                .containsExactly(INTERCHANGE_CONTROL_NUMBER_REUSED);

        for (int stop = 0; stop < whole.size(); stop++) {
            var first = Interchanges.reader(bytes);
            for (int i = 0; i < stop; i++) first.next();
            var position = first.position();
            var rest = new java.io.ByteArrayInputStream(bytes, (int) position.offset(), bytes.length);
            var second = new InterchangeReader(rest, position, Interchanges.STRUCTURES, Limits.standard());

            assertThat(Interchanges.events(second))
                    .as("after %d events", stop)
                    .extracting(AcceptedInterchangesTest::brief)
                    .isEqualTo(whole.subList(stop, whole.size()).stream()
                            .map(AcceptedInterchangesTest::brief)
                            .toList());
        }
    }

    private static String brief(Event event) {
        return event instanceof Event.SetRead read
                ? read.set().type()
                        + read.set().ordinal()
                        + read.set().fromOffset()
                        + read.set().findings()
                        + read.set().group()
                        + read.set().interchange()
                : event.toString();
    }

    private static String outline(Loop loop) {
        var text = new StringBuilder();
        for (var child : loop.children()) {
            text.append(text.isEmpty() ? "" : " ");
            if (child instanceof Segment segment) text.append(segment.tag());
            if (child instanceof Loop inner)
                text.append(inner.name()).append('(').append(outline(inner)).append(')');
        }
        return text.toString();
    }

    @Test
    void readsHeadersOfOtherDelimitersByTheirOwn() {
        var other =
                Interchanges.edifact(1, Interchanges.ORDERS).replace(":", "|").replace("UNB", "UNA|+.? 'UNB");

        var sets = Interchanges.sets(
                Interchanges.edifact(1, Interchanges.ORDERS.replace("ORDERS:D:96A:UN", "ORDERS|D:96A|UN"))
                        + other.replace("ORDERS|D|96A|UN", "ORDERS|D:96A|UN"));

        assertThat(sets).extracting(TransactionSet::type).containsExactly("ORDERS|D", "ORDERS");
    }
}

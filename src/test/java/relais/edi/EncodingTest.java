package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.finding.Finding;
import relais.finding.FindingCode;

/** How bytes become text: EBCDIC, the character sets that UNB names, escape sequences, and data that is no text at all. */
class EncodingTest {
    private static final Charset EBCDIC = Charset.forName("IBM037");

    @Test
    void readsEbcdicWithOffsetsInTheBytesAsSent() {
        var text = Interchanges.x12(1, Interchanges.ORDER.replace("*2*EA*", "*2*QX*"))
                .replace("~", "~\n");

        var events = Interchanges.events(text.getBytes(EBCDIC));

        assertThat(text.getBytes(EBCDIC)[0]).isEqualTo((byte) 0xc9);
        assertThat(events.stream()
                        .flatMap(Interchanges::findings)
                        .map(Finding::location)
                        .map(Object::toString))
                .containsExactly("segment 6 (PO1) element 3 at offset " + text.indexOf("QX"));
        assertThat(sets(events).get(0).interchange().charset()).isEqualTo(EBCDIC);
    }

    @Test
    void readsEbcdicBesideAsciiInOneInput() throws Exception {
        var x12 = Interchanges.x12(1, Interchanges.ORDER);
        var edifact = Interchanges.edifact(1, Interchanges.ORDERS.replace("3020000000019::9", "++Galerie Zoé"));
        var input = new ByteArrayOutputStream();
        input.write((x12 + "\r\n").getBytes(StandardCharsets.US_ASCII));
        input.write((edifact + "\n  ").getBytes(EBCDIC));
        input.write(("\n" + x12.replace("*000000042", "*000000043")).getBytes(StandardCharsets.US_ASCII));
        input.write(x12.replace("*000000042", "*000000044").getBytes(EBCDIC));

        var events = Interchanges.events(input.toByteArray());

        assertThat(events.stream().flatMap(Interchanges::findings)).isEmpty();
        assertThat(sets(events)).extracting(TransactionSet::type).containsExactly("850", "ORDERS", "850", "850");
        assertThat(sets(events).get(1).segments().get(3).element(4)).isEqualTo("Galerie Zoé");
    }

    @Test
    void goesOnInTheMiddleOfAnEbcdicInterchange() {
        var two = Interchanges.ORDER + Interchanges.ORDER.replace("0001", "0002");
        var bytes = Interchanges.x12(2, two).getBytes(EBCDIC);
        var first = Interchanges.reader(bytes);
        for (int i = 0; i < 3; i++) first.next();
        var position = first.position();

        var rest = new ByteArrayInputStream(bytes, (int) position.offset(), bytes.length);
        var second = new InterchangeReader(rest, position, Interchanges.STRUCTURES, Limits.standard());

        assertThat(sets(Interchanges.events(second)))
                .extracting(TransactionSet::controlNumber)
                .containsExactly("0002");
    }

    @Test
    void answersInEbcdicWhoeverSentIt() {
        var text = Interchanges.x12(1, Interchanges.ORDER);
        var events = Interchanges.events(text.getBytes(EBCDIC));
        var recorder = new OutcomeRecorder(((Event.InterchangeBegan) events.get(0)).interchange());
        events.forEach(recorder::record);

        var answer = Acknowledgement.of(
                        recorder.outcome(),
                        AcknowledgementPolicy.DETAIL,
                        Interchanges.STRUCTURES,
                        LocalDateTime.of(2026, 3, 5, 9, 30))
                .orElseThrow();
        var bytes = new InterchangeWriter(Interchanges.STRUCTURES, Limits.standard())
                .write(answer.envelope("1", "1"), answer.sets());

        assertThat(new String(bytes, EBCDIC)).startsWith("ISA*00*").contains("AK5*A~");
    }

    @Test
    void readsDoubleByteCharactersBehindEscapeSequences() {
        var charset = Charset.forName("ISO-2022-JP");
        // the second byte of the first character is 27, the terminator of segments, as ASCII reads it
        var name = "だ'東京";
        var text = "UNB+UNOX:4+A:14+B:14+20260305:0912+77'"
                + Interchanges.ORDERS.replace("3020000000019::9", "++" + name.replace("'", "?'")) + "UNZ+1+77'";

        var events = Interchanges.events(text.getBytes(charset));

        assertThat(text.getBytes(charset)).containsSequence(0x1b, 0x24, 0x42);
        assertThat(events.stream().flatMap(Interchanges::findings)).isEmpty();
        assertThat(sets(events).get(0).segments().get(3).element(4)).isEqualTo(name);
    }

    @Test
    void readsEveryIsoCharacterSetThatUnbNames() {
        assertThat(read("UNOC", "ISO-8859-1", "Zoé")).isEqualTo("Zoé");
        assertThat(read("UNOD", "ISO-8859-2", "Łódź")).isEqualTo("Łódź");
        assertThat(read("UNOE", "ISO-8859-5", "Москва")).isEqualTo("Москва");
        assertThat(read("UNOF", "ISO-8859-7", "Αθήνα")).isEqualTo("Αθήνα");
        assertThat(read("UNOG", "ISO-8859-3", "Ħamrun")).isEqualTo("Ħamrun");
        assertThat(read("UNOH", "ISO-8859-4", "Rīga")).isEqualTo("Rīga");
        assertThat(read("UNOI", "ISO-8859-6", "دبي")).isEqualTo("دبي");
        assertThat(read("UNOJ", "ISO-8859-8", "חיפה")).isEqualTo("חיפה");
        assertThat(read("UNOK", "ISO-8859-9", "Iğdır")).isEqualTo("Iğdır");
        assertThat(read("UNOL", "ISO-8859-15", "5 €")).isEqualTo("5 €");
        assertThat(read("UNOW", "UTF-8", "東京")).isEqualTo("東京");
        assertThat(read("UNOY", "UTF-8", "Λ Σ")).isEqualTo("Λ Σ");
    }

    private static String read(String syntax, String charset, String name) {
        var text = "UNB+" + syntax + ":3+A:14+B:14+260305:0912+77'"
                + Interchanges.ORDERS.replace("3020000000019::9", "++" + name) + "UNZ+1+77'";
        return sets(Interchanges.events(text.getBytes(Charset.forName(charset))))
                .get(0)
                .segments()
                .get(3)
                .element(4);
    }

    @Test
    void findsBytesThatDoNotDecode() {
        var text = Interchanges.x12(1, Interchanges.ORDER.replace("Consumer One", "Zoé"));

        var findings = Interchanges.events(text.getBytes(StandardCharsets.ISO_8859_1)).stream()
                .flatMap(Interchanges::findings)
                .toList();

        assertThat(findings).extracting(Finding::code).containsExactly(FindingCode.CHARACTER_NOT_ALLOWED);
        assertThat(findings.get(0).location().offset()).isEqualTo(text.indexOf('é'));
    }

    @Test
    void readsBinaryDataByItsLength() {
        var data = "~*>\u0000ST*850~";
        var text = Interchanges.x12(1, "ST*102*0001~BIN*11*" + data + "~BDS*ASC*11*" + data + "~SE*4*0001~");

        var set = sets(Interchanges.events(text.getBytes(StandardCharsets.ISO_8859_1)))
                .get(0);

        assertThat(set.segments()).extracting(Segment::tag).containsExactly("ST", "BIN", "BDS", "SE");
        assertThat(set.segments().get(1).element(2)).isEqualTo(data);
        assertThat(set.segments().get(2).element(3)).isEqualTo(data);
        assertThat(set.findings().list()).extracting(Finding::code).containsExactly(FindingCode.SET_NOT_SUPPORTED);
    }

    @Test
    void passesOverBinaryDataThatIsTooLong() {
        var large = "ST*850*0001~BIN*400000*" + "~".repeat(400_000) + "~SE*3*0001~";
        var bytes = Interchanges.x12(2, large + Interchanges.ORDER.replace("0001", "0002"))
                .getBytes(StandardCharsets.US_ASCII);
        var limits = new Limits(1000, 1000, 100_000, 100, 10, 10, 100);

        var sets = sets(Interchanges.events(new InterchangeReader(
                new ByteArrayInputStream(bytes), Position.start(), Interchanges.STRUCTURES, limits)));

        assertThat(sets.get(0).findings().list())
                .extracting(Finding::code)
                .containsExactly(FindingCode.SEGMENT_TOO_LONG);
        assertThat(sets).extracting(TransactionSet::segmentCount).containsExactly(3, 8);
        assertThat(sets.get(1).findings()).isEmpty();
    }

    private static List<TransactionSet> sets(List<Event> events) {
        return events.stream()
                .filter(Event.SetRead.class::isInstance)
                .map(event -> ((Event.SetRead) event).set())
                .toList();
    }
}

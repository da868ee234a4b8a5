package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.finding.Finding;
import relais.finding.Severity;

/** What a partner's agreement changes about reading. */
class ConventionTest {
    private static final String NARROW = Interchanges.x12(1, Interchanges.ORDER)
            .replace("*081466849      *", "*081466849*")
            .replace("*00*          *00*          *", "*00**00**");
    private static final String UNKNOWN = Interchanges.x12(1, "ST*899*0001~ABC*1~SE*3*0001~");

    @Test
    void notesAnIsaOfOtherWidths() {
        var events = events(NARROW.getBytes(StandardCharsets.US_ASCII), Convention.standard());

        assertThat(findings(events)).isNotEmpty().allMatch(finding -> finding.severity() == Severity.WARNING);
        assertThat(set(events).interchange().sender()).isEqualTo("081466849");
    }

    @Test
    void rejectsAnIsaOfOtherWidthsWhereNothingElseWasAgreed() {
        var strict = new Convention(StandardCharsets.UTF_8, Severity.ERROR, Severity.ERROR);

        var began = (Event.InterchangeBegan)
                events(NARROW.getBytes(StandardCharsets.US_ASCII), strict).get(0);

        assertThat(began.findings()).extracting(Finding::isError).containsExactly(true, true, true);
        assertThat(began.findings().get(2).toString())
                .isEqualTo("segment 1 (ISA) element 6 at offset 15: ELEMENT_TOO_SHORT Interchange Sender ID '081466849'"
                        + " has 9 characters, at least 15 needed");
    }

    @Test
    void readsAndCountsASetThatNobodyKnowsWhereThatWasAgreed() {
        var lenient = new Convention(StandardCharsets.UTF_8, Severity.WARNING, Severity.WARNING);

        var set = set(events(UNKNOWN.getBytes(StandardCharsets.US_ASCII), lenient));

        assertThat(set.findings().list()).extracting(Finding::severity).containsExactly(Severity.WARNING);
        assertThat(SetOutcome.of(set).rejected()).isFalse();
        assertThat(set.segmentCount()).isEqualTo(3);
    }

    @Test
    void readsX12InTheCharacterSetAgreedOn() {
        var latin2 = Charset.forName("ISO-8859-2");
        var text = Interchanges.x12(1, Interchanges.ORDER.replace("Consumer One", "Žluťoučký kůň"));

        var set = set(events(text.getBytes(latin2), new Convention(latin2, Severity.WARNING, Severity.ERROR)));

        assertThat(set.findings()).isEmpty();
        assertThat(set.segments().get(2).element(2)).isEqualTo("Žluťoučký kůň");
        assertThat(set.interchange().charset()).isEqualTo(latin2);
    }

    private static List<Event> events(byte[] bytes, Convention convention) {
        return Interchanges.events(new InterchangeReader(
                new ByteArrayInputStream(bytes),
                Position.start(),
                Interchanges.STRUCTURES,
                Limits.standard(),
                interchange -> convention));
    }

    private static List<Finding> findings(List<Event> events) {
        return events.stream().flatMap(Interchanges::findings).toList();
    }

    private static TransactionSet set(List<Event> events) {
        return events.stream()
                .filter(Event.SetRead.class::isInstance)
                .map(event -> ((Event.SetRead) event).set())
                .findFirst()
                .orElseThrow();
    }
}

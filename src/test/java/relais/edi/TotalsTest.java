package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Totals that a transaction set states about itself. */
class TotalsTest {

    /** What CNT says, and what is noted about it. The lines have the quantities 3 (in packs of 6) and 2.5. */
    @ParameterizedTest
    @CsvSource({
        "2:2,",
        "2:3, 'CNT says 3 LIN, counted 2'",
        "2:4294967298, 'CNT says 4294967298 LIN, counted 2'",
        "1:11.5,",
        "'1:11,500',",
        "1:5.5,",
        "1:12, 'CNT says 12 as the sum of QTY, it is 11.5'",
        "1:-11.5, 'CNT says -11.5 as the sum of QTY, it is 11.5'",
        "1:many,",
        "16:99,",
    })
    void comparesEdifactControlTotals(String control, String note) {
        var text = Interchanges.edifact(
                1,
                "UNH+1+ORDERS:D:96A:UN'BGM+220+1'DTM+137:20260305:102'LIN+1'QTY+21:3'QTY+59:6'LIN+2'QTY+21:2.5'UNS+S'CNT+"
                        + control + "'UNT+11+1'");

        assertThat(notes(text)).isEqualTo(note == null ? "" : note);
    }

    private static String notes(String text) {
        return String.join(
                "; ",
                Interchanges.findings(text).stream()
                        .filter(finding -> finding.code() == relais.finding.FindingCode.TOTAL_MISMATCH)
                        .map(relais.finding.Finding::text)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "2,",
        "3, 'CTT says 3 PO1, counted 2'",
        "2*12.5,",
        "2*35,",
        "2*12, 'CTT says 12 as the sum of PO1, it is 12.5'",
    })
    void comparesX12HashTotals(String total, String note) {
        var text = Interchanges.x12(
                1, "ST*850*0001~BEG*00*DS*1**20260305~PO1*1*10*EA*1~PO1*2*2.5*EA*1~CTT*" + total + "~SE*6*0001~");

        assertThat(notes(text)).isEqualTo(note == null ? "" : note);
    }
}

package relais;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came back, from documents to the partner's commission: by its own sales reports, and by the brand's credit notes. */
class ReturnsTest {

    @TempDir
    private Path folder;

    @Test
    void takesBackWhatAcmeReportsAsReturned() throws Exception {
        var home = OwnHome.in(folder.resolve("home"))
                .agreed(
                        "acme-retail",
                        "documents:\n",
                        "documents:\n  - {document: SalesReport, direction: in, format: x12, transactionSet: \"867\","
                                + " version: \"004010\", mapping: x12/867}\n");
        try (var hub = Hub.start(folder.resolve("data"), home.setting())) {
            // Lamps 7 x 89.00, floor lamps (3 - 1) x 240.00: 12 % of 623.00 and of 480.00.
            report(hub, 901, "WK08", "20260216", "20260222", """
                    QTY*32*7*EA~
                    LIN*1*EN*5412345010012*VN*ML-TABLE-01~
                    UIT*EA*89.00~
                    QTY*32*3*EA~
                    LIN*2*EN*5412345010029*VN*ML-FLOOR-02~
                    UIT*EA*240.00~
                    QTY*76*1*EA~
                    LIN*3*EN*5412345010029*VN*ML-FLOOR-02~
                    """);
            // Lamps 1 - 3, so 2 of those before; of pendants none was sold.
            report(hub, 902, "WK09", "20260223", "20260301", """
                    QTY*32*1*EA~
                    LIN*1*EN*5412345010012*VN*ML-TABLE-01~
                    UIT*EA*89.00~
                    QTY*76*3*EA~
                    LIN*2*EN*5412345010012*VN*ML-TABLE-01~
                    UIT*EA*89.00~
                    QTY*76*1*EA~
                    LIN*3*EN*5412345010036*VN*ML-PEND-03~
                    UIT*EA*149.50~
                    """);

            assertThat(money(hub))
                    .containsExactly(
                            "ACCRUAL 2026-02-22 WK08 commission expense to commission held:acme-retail 132.36 USD:"
                                    + " 12 % commission on 1103.00 USD net of sales report WK08:"
                                    + " sold by acme-retail out of its stock",
                            "REVERSAL 2026-03-01 WK08 commission held:acme-retail to commission expense 21.36 USD:"
                                    + " sales report WK09 says that 178.00 USD came back of sales report WK08;"
                                    + " 149.50 USD more than was left of what was sold");
        }
    }

    @Test
    void takesBackWhatACreditNoteGivesBackAndAllOfItOnceAllIsGivenBack() throws Exception {
        try (var hub = Hub.start(folder)) {
            var documents = new BadInputs(hub);
            documents.put("acme-orders.x12", Hub.day("acme-orders.x12"));
            hub.eventually(() -> documents.accepted("I-AR-ACME-1001") == 1);
            hub.untilQuiet();

            assertThat(documents.fromErp(creditNote("C-1", line(1, "5412345010012", 1, "89.00"), "89.00")))
                    .containsExactly("CreditNote accepted");
            var rest = line(1, "5412345010012", 1, "89.00") + ", " + line(2, "5412345010029", 1, "240.00");
            assertThat(documents.fromErp(creditNote("C-2", rest, "329.00"))).containsExactly("CreditNote accepted");

            assertThat(money(hub))
                    .filteredOn(line -> line.contains(" ACME-1001 "))
                    .containsExactly(
                            "ACCRUAL 2026-03-02 ACME-1001 commission expense to commission held:acme-retail 50.16 USD:"
                                    + " 12 % commission on 418.00 USD net of invoice I-AR-ACME-1001, order ACME-1001:"
                                    + " sold by Acme Retail itself",
                            "REVERSAL 2026-03-02 ACME-1001 commission held:acme-retail to commission expense 10.68 USD:"
                                    + " credit note C-1 gives back 89.00 USD of I-AR-ACME-1001, order ACME-1001",
                            "REVERSAL 2026-03-02 ACME-1001 commission held:acme-retail to commission expense 39.48 USD:"
                                    + " credit note C-2 gives back 329.00 USD of I-AR-ACME-1001, order ACME-1001");
        }
    }

    /** What the ledger says of accruals and reversals, without their places. */
    private static List<String> money(Hub hub) {
        return hub.ledger("acme-retail").stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .filter(line -> line.startsWith("ACCRUAL") || line.startsWith("REVERSAL"))
                .toList();
    }

    private static void report(Hub hub, int control, String number, String from, String to, String lines)
            throws Exception {
        var head = """
                ST*867*0001~
                BPT*00*%s*20260302~
                CUR*BY*USD~
                DTM*090*%s~
                DTM*091*%s~
                N1*BY*Acme Retail*92*ACME-HQ~
                N1*SE*Maison Lumen*92*77120~
                PTD*SS~
                N1*SN*Acme Retail Chicago*92*0101~
                """.formatted(number, from, to);
        var segments = (head + lines).lines().count() + 1;
        var interchange = "ISA*00*          *00*          *01*081466849      *ZZ*MAISONLUMEN    *260302*0830*U*00401*"
                + "%09d*0*P*>~\n".formatted(control) + "GS*PT*081466849*MAISONLUMEN*20260302*0830*" + control
                + "*X*004010~\n" + head + lines + "SE*" + segments + "*0001~\nGE*1*" + control + "~\nIEA*1*"
                + "%09d~\n".formatted(control);
        var documents = new BadInputs(hub);
        documents.put(number + ".x12", interchange.getBytes(ISO_8859_1));
        assertThat(documents.listed(number + ".x12")).containsExactly("SalesReport accepted");
    }

    private static String creditNote(String number, String lines, String net) {
        return """
                {"type": "CreditNote", "number": "%s", "partner": "acme-retail", "issuedOn": "2026-03-02",
                 "invoiceNumber": "I-AR-ACME-1001", "invoiceIssuedOn": "2026-03-02",
                 "orderNumber": "ACME-1001", "orderIssuedOn": "2026-03-02", "currency": "USD",
                 "buyer": {"id": "ACME-HQ", "name": "Acme Retail"}, "seller": {"id": "77120", "name": "Maison Lumen"},
                 "lines": [%s], "netAmount": %s, "taxAmount": 0.00, "payableAmount": %s}""".formatted(number, lines, net, net);
    }

    private static String line(int number, String gtin, int units, String net) {
        return """
                {"lineNumber": %d, "item": {"gtin": "%s"}, "quantity": {"value": %d, "unit": "EA"},
                 "unitPrice": %s, "netAmount": %s}""".formatted(number, gtin, units, net, net);
    }
}

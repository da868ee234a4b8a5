package relais.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.document.DocumentType;
import relais.document.Invoice;
import relais.document.RemittanceAdvice;

class ImpliedTest {

    @Test
    void addsUpWhatALineLeavesOut() {
        var line = line("3", "1.10");

        Implied.fill(DocumentType.INVOICE, invoice(line));

        assertThat(line.get(index(line, "netAmount"))).hasToString("3.30");
    }

    @Test
    void leavesAnAmountThatDoesNotAddUp() {
        var line = line("3", "1.10");
        line.give(Map.of("netAmount", "5"));

        Implied.fill(DocumentType.INVOICE, invoice(line));

        assertThat(line.get(index(line, "netAmount"))).hasToString("5");
    }

    @Test
    void chargesNoTaxWhereNoneIsStated() {
        var invoice = invoice(line("3", "1.10"));
        invoice.give(Map.of("payableAmount", "3.30"));

        Implied.fill(DocumentType.INVOICE, invoice);

        assertThat(invoice.get(index(invoice, "taxAmount"))).hasToString("0");
        assertThat(invoice.get(index(invoice, "netAmount"))).hasToString("3.30");
    }

    @Test
    void takesTheDayOfPaymentForTheDayOfIssue() {
        var advice = new Draft(Tree.of(RemittanceAdvice.class));
        advice.give(Map.of("paidOn", "2026-03-05"));

        Implied.fill(DocumentType.REMITTANCE_ADVICE, advice);

        assertThat(advice.get(index(advice, "issuedOn"))).hasToString("2026-03-05");
    }

    private static Draft invoice(Draft line) {
        var invoice = new Draft(Tree.of(Invoice.class));
        invoice.list(index(invoice, "lines")).add(line);
        return invoice;
    }

    private static Draft line(String quantity, String unitPrice) {
        var line = new Draft(Tree.of(Invoice.Line.class));
        line.part(line.shape().byName().get("quantity")).give(Map.of("value", quantity));
        line.give(Map.of("unitPrice", unitPrice));
        return line;
    }

    private static int index(Draft draft, String name) {
        return draft.shape().byName().get(name).index();
    }
}

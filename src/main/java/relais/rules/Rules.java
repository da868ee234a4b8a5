package relais.rules;

import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import relais.document.DespatchAdvice;
import relais.document.Document;
import relais.document.InventoryReport;
import relais.document.Invoice;
import relais.document.Order;
import relais.document.OrderResponse;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.partner.Partner;

/** What every document has to fulfil beyond its syntax, whatever format it came in. */
public final class Rules {

    private Rules() {}

    /**
     * Checks a document against the agreement it belongs to.
     *
     * @param partner the trading partner that the document names
     * @return every violation, each with a JSON pointer into the document as its place: {@code /lines/0/quantity/value}
     */
    public static Findings check(Document document, Partner partner) {
        var violations = new Violations();
        violations.unless(
                !document.number().isBlank(), FindingCode.VALUE_MISSING, "/number", () -> "the document has no number");
        switch (document.type()) {
            case ORDER -> order((Order) document, partner, violations);
            case ORDER_RESPONSE -> orderResponse((OrderResponse) document, partner, violations);
            case DESPATCH_ADVICE -> despatchAdvice((DespatchAdvice) document, violations);
            case INVOICE -> invoice((Invoice) document, partner, violations);
            case INVENTORY_REPORT -> inventoryReport((InventoryReport) document, violations);
        }
        return violations.findings();
    }

    private static void order(Order order, Partner partner, Violations violations) {
        currency(order.currency(), partner, violations);
        var lines = lines("/lines", order.lines(), Order.Line::lineNumber, violations);
        lines.each((line, at) -> {
            LineRules.item(line.item(), at, violations);
            LineRules.positive(line.quantity(), at, violations);
            LineRules.price(line.unitPrice(), at, violations);
        });
    }

    private static void orderResponse(OrderResponse response, Partner partner, Violations violations) {
        currency(response.currency(), partner, violations);
        var lines = lines("/lines", response.lines(), OrderResponse.Line::lineNumber, violations);
        lines.each((line, at) -> {
            LineRules.item(line.item(), at, violations);
            LineRules.price(line.unitPrice(), at, violations);
            if (line.status() == OrderResponse.Status.REJECTED) LineRules.notNegative(line.quantity(), at, violations);
            else LineRules.positive(line.quantity(), at, violations);
        });
    }

    private static void despatchAdvice(DespatchAdvice advice, Violations violations) {
        violations.unless(
                !advice.packages().isEmpty(),
                FindingCode.RULE_VIOLATED,
                "/packages",
                () -> "the despatch advice has no packages");
        for (var i = 0; i < advice.packages().size(); i++) {
            var content = advice.packages().get(i).lines();
            var lines = lines("/packages/" + i + "/lines", content, DespatchAdvice.Line::lineNumber, violations);
            lines.each((line, at) -> {
                LineRules.item(line.item(), at, violations);
                LineRules.positive(line.quantity(), at, violations);
            });
        }
    }

    private static void invoice(Invoice invoice, Partner partner, Violations violations) {
        currency(invoice.currency(), partner, violations);
        var lines = lines("/lines", invoice.lines(), Invoice.Line::lineNumber, violations);
        lines.each((line, at) -> {
            LineRules.item(line.item(), at, violations);
            LineRules.positive(line.quantity(), at, violations);
            LineRules.price(line.unitPrice(), at, violations);
        });
        InvoiceTotals.check(invoice, violations);
    }

    private static void inventoryReport(InventoryReport report, Violations violations) {
        var lines = lines("/lines", report.lines(), InventoryReport.Line::lineNumber, violations);
        lines.each((line, at) -> {
            LineRules.item(line.item(), at, violations);
            LineRules.notNegative(line.quantity(), at, violations);
        });
    }

    private static void currency(Currency currency, Partner partner, Violations violations) {
        violations.unless(
                currency.equals(partner.currency()),
                FindingCode.RULE_VIOLATED,
                "/currency",
                () -> "the document is in " + currency + ", but " + partner.currency() + " is agreed with "
                        + partner.id());
    }

    private static <L> LineRules<L> lines(
            String pointer, List<L> lines, Function<L, Integer> number, Violations violations) {
        var rules = new LineRules<>(pointer, lines);
        rules.checkNumbers(number, violations);
        return rules;
    }
}

package relais.rules;

import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import relais.document.ApplicationResponse;
import relais.document.Catalogue;
import relais.document.CreditNote;
import relais.document.DespatchAdvice;
import relais.document.Document;
import relais.document.InventoryReport;
import relais.document.Invoice;
import relais.document.Order;
import relais.document.OrderChange;
import relais.document.OrderResponse;
import relais.document.OrderResponse.LineStatus;
import relais.document.ReceiptAdvice;
import relais.document.RemittanceAdvice;
import relais.document.ReturnRequest;
import relais.document.SalesReport;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.partner.Partner;

/** What every document has to fulfil beyond its syntax, whatever format it came in. */
public final class Rules {

    /** Lines of which nothing may be delivered at all. */
    private static final Set<LineStatus> EMPTY_HANDED = EnumSet.of(LineStatus.REJECTED, LineStatus.BACKORDERED);

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
            case ORDER_CHANGE -> orderChange((OrderChange) document, partner, violations);
            case ORDER_CANCELLATION -> refersToOrder(document, violations);
            case ORDER_RESPONSE -> orderResponse((OrderResponse) document, partner, violations);
            case DESPATCH_ADVICE -> despatchAdvice((DespatchAdvice) document, violations);
            case INVOICE -> invoice((Invoice) document, partner, violations);
            case CREDIT_NOTE -> creditNote((CreditNote) document, partner, violations);
            case INVENTORY_REPORT -> inventoryReport((InventoryReport) document, violations);
            case CATALOGUE -> catalogue((Catalogue) document, partner, violations);
            case SALES_REPORT -> salesReport((SalesReport) document, partner, violations);
            case REMITTANCE_ADVICE -> RemittanceTotals.check((RemittanceAdvice) document, violations);
            case RETURN_REQUEST -> returnRequest((ReturnRequest) document, violations);
            case RECEIPT_ADVICE -> receiptAdvice((ReceiptAdvice) document, violations);
            case APPLICATION_RESPONSE -> applicationResponse((ApplicationResponse) document, violations);
        }
        return violations.findings();
    }

    private static void order(Order order, Partner partner, Violations violations) {
        currency(order.currency(), partner, violations);
        var lines = lines("/lines", order.lines(), Order.Line::lineNumber, violations);
        lines.each((line, at) -> {
            LineRules.item(line.item(), at, violations);
            LineRules.positive(line.quantity(), at, violations);
            line.unitPrice().ifPresent(price -> LineRules.price(price, at, violations));
        });
    }

    private static void orderChange(OrderChange change, Partner partner, Violations violations) {
        refersToOrder(change, violations);
        currency(change.currency(), partner, violations);
        var lines = lines("/lines", change.lines(), OrderChange.Line::lineNumber, violations);
        lines.each((line, at) -> {
            LineRules.item(line.item(), at, violations);
            LineRules.notNegative(line.quantity(), at, violations);
            line.unitPrice().ifPresent(price -> LineRules.price(price, at, violations));
        });
    }

    private static void refersToOrder(Document document, Violations violations) {
        violations.unless(
                !document.orderNumber().isBlank(),
                FindingCode.VALUE_MISSING,
                "/orderNumber",
                () -> "the document does not say which order it is about");
    }

    private static void orderResponse(OrderResponse response, Partner partner, Violations violations) {
        currency(response.currency(), partner, violations);
        var lines = lines("/lines", response.lines(), OrderResponse.Line::lineNumber, violations);
        lines.each((line, at) -> {
            LineRules.item(line.item(), at, violations);
            line.unitPrice().ifPresent(price -> LineRules.price(price, at, violations));
            if (EMPTY_HANDED.contains(line.status())) LineRules.notNegative(line.quantity(), at, violations);
            else LineRules.positive(line.quantity(), at, violations);
        });
    }

    private static void despatchAdvice(DespatchAdvice advice, Violations violations) {
        violations.unless(
                !(advice.pallets().isEmpty()
                        && advice.packages().isEmpty()
                        && advice.lines().isEmpty()),
                FindingCode.RULE_VIOLATED,
                "/packages",
                () -> "the despatch advice has no packages");
        for (var i = 0; i < advice.pallets().size(); i++)
            packages("/pallets/" + i + "/packages", advice.pallets().get(i).packages(), violations);
        packages("/packages", advice.packages(), violations);
        if (!advice.lines().isEmpty()) despatched("/lines", advice.lines(), violations);
    }

    private static void packages(String pointer, List<DespatchAdvice.Package> packages, Violations violations) {
        for (var i = 0; i < packages.size(); i++)
            despatched(pointer + "/" + i + "/lines", packages.get(i).lines(), violations);
    }

    private static void despatched(String pointer, List<DespatchAdvice.Line> content, Violations violations) {
        var lines = lines(pointer, content, DespatchAdvice.Line::lineNumber, violations);
        lines.each((line, at) -> {
            LineRules.item(line.item(), at, violations);
            LineRules.positive(line.quantity(), at, violations);
        });
    }

    private static void invoice(Invoice invoice, Partner partner, Violations violations) {
        currency(invoice.currency(), partner, violations);
        charged(invoice.lines(), violations);
        InvoiceTotals.of(invoice).check(violations);
    }

    private static void creditNote(CreditNote note, Partner partner, Violations violations) {
        currency(note.currency(), partner, violations);
        charged(note.lines(), violations);
        InvoiceTotals.of(note).check(violations);
    }

    private static void charged(List<Invoice.Line> charged, Violations violations) {
        var lines = lines("/lines", charged, Invoice.Line::lineNumber, violations);
        lines.each((line, at) -> {
            LineRules.item(line.item(), at, violations);
            LineRules.positive(line.quantity(), at, violations);
            LineRules.price(line.unitPrice(), at, violations);
        });
    }

    private static void inventoryReport(InventoryReport report, Violations violations) {
        var lines = lines("/lines", report.lines(), InventoryReport.Line::lineNumber, violations);
        lines.each((line, at) -> {
            LineRules.item(line.item(), at, violations);
            LineRules.notNegative(line.quantity(), at, violations);
        });
    }

    private static void catalogue(Catalogue catalogue, Partner partner, Violations violations) {
        currency(catalogue.currency(), partner, violations);
        period("/validTo", catalogue.validFrom(), catalogue.validTo(), violations);
        var lines = lines("/lines", catalogue.lines(), Catalogue.Line::lineNumber, violations);
        lines.each((line, at) -> {
            LineRules.item(line.item(), at, violations);
            new LineRules<>(at + "/prices", line.prices())
                    .each((price, place) -> LineRules.notNegative(price.amount(), place + "/amount", violations));
        });
    }

    private static void salesReport(SalesReport report, Partner partner, Violations violations) {
        currency(report.currency(), partner, violations);
        period("/periodTo", Optional.of(report.periodFrom()), Optional.of(report.periodTo()), violations);
        for (var i = 0; i < report.locations().size(); i++) {
            var sold = report.locations().get(i).lines();
            lines("/locations/" + i + "/lines", sold, SalesReport.Line::lineNumber, violations)
                    .each((line, at) -> LineRules.item(line.item(), at, violations));
        }
    }

    private static void returnRequest(ReturnRequest request, Violations violations) {
        var lines = lines("/lines", request.lines(), ReturnRequest.Line::lineNumber, violations);
        lines.each((line, at) -> {
            LineRules.item(line.item(), at, violations);
            LineRules.positive(line.quantity(), at, violations);
        });
    }

    private static void receiptAdvice(ReceiptAdvice advice, Violations violations) {
        var lines = lines("/lines", advice.lines(), ReceiptAdvice.Line::lineNumber, violations);
        lines.each((line, at) -> {
            LineRules.item(line.item(), at, violations);
            LineRules.notNegative(line.received().value(), at + "/received/value", violations);
        });
    }

    private static void applicationResponse(ApplicationResponse response, Violations violations) {
        violations.unless(
                !response.respondedNumber().isBlank(),
                FindingCode.VALUE_MISSING,
                "/respondedNumber",
                () -> "the document does not say which document it answers");
    }

    private static void period(
            String pointer, Optional<LocalDate> from, Optional<LocalDate> to, Violations violations) {
        violations.unless(
                from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get()),
                FindingCode.RULE_VIOLATED,
                pointer,
                () -> "the period ends on " + to.orElseThrow() + ", before it begins on " + from.orElseThrow());
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

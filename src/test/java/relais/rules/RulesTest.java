package relais.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.document.DespatchAdvice;
import relais.document.Document;
import relais.document.InventoryReport;
import relais.document.Invoice;
import relais.document.Item;
import relais.document.Order;
import relais.document.OrderResponse;
import relais.document.OrderResponse.LineStatus;
import relais.document.OrderResponse.Status;
import relais.document.Party;
import relais.document.Quantity;
import relais.document.Tax;
import relais.partner.Acknowledging;
import relais.partner.Partner;

class RulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Currency USD = Currency.getInstance("USD");
    private static final Party PARTY = new Party("1", "", "Someone", "", Optional.empty(), Optional.empty());
    private static final Item LAMP = new Item("5412345010012", "ML-TABLE-01", "", "Lamp");
    private static final Partner ACME = new Partner(
            "acme",
            "Acme",
            Partner.Role.RETAILER,
            USD,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Acknowledging.none(),
            List.of());

    // --- orders ---

    @Test
    void acceptsAnOrderThatFulfilsThem() {
        assertThat(check(order("PO-1", USD, line(1, LAMP, "2", "89.00"), line(2, LAMP, "0.5", "0"))))
                .isEmpty();
    }

    @Test
    void findsEverythingThatIsWrongWithAnOrder() {
        var nothing = new Item("", " ", "", "Lamp");

        var findings = check(
                order("", Currency.getInstance("EUR"), line(1, LAMP, "0", "-1.50"), line(1, nothing, "-2", "89.00")));

        assertThat(findings)
                .containsExactly(
                        "/number: VALUE_MISSING the document has no number",
                        "/currency: RULE_VIOLATED the document is in EUR, but USD is agreed with acme",
                        "/lines/1/lineNumber: RULE_VIOLATED line number 1 is taken by /lines/0",
                        "/lines/0/quantity/value: RULE_VIOLATED the quantity is 0, not more than zero",
                        "/lines/0/unitPrice: RULE_VIOLATED the price is -1.50, less than zero",
                        "/lines/1/item: VALUE_MISSING the item has no GTIN and no article number",
                        "/lines/1/quantity/value: RULE_VIOLATED the quantity is -2, not more than zero");
    }

    @Test
    void wantsLines() {
        assertThat(check(order("PO-1", USD))).containsExactly("/lines: RULE_VIOLATED there are no lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5412345010012", "96385074", "036000291452", "10614141000415", ""})
    void acceptsGtins(String gtin) {
        assertThat(check(order("PO-1", USD, line(1, new Item(gtin, "A", "", ""), "1", "1"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5412345010013,' (2 here)'", "036000291453,' (2 here)'", "123456789,''", "54123450100AB,''"})
    void refusesNumbersThatAreNoGtins(String gtin, String hint) {
        assertThat(check(order("PO-1", USD, line(1, new Item(gtin, "A", "", ""), "1", "1"))))
                .containsExactly("/lines/0/item/gtin: VALUE_INVALID " + gtin
                        + " is no GTIN: 8, 12, 13 or 14 digits, the last of them the check digit" + hint);
    }

    // --- the answers to an order ---

    @Test
    void letsAResponseRejectALineWithNothing() {
        var accepted = responseLine(1, "0", LineStatus.ACCEPTED);
        var rejected = responseLine(2, "0", LineStatus.REJECTED);

        assertThat(check(new OrderResponse(
                        "R-1",
                        "acme",
                        DAY,
                        "PO-1",
                        Optional.of(DAY),
                        USD,
                        Status.CHANGED,
                        PARTY,
                        PARTY,
                        "",
                        List.of(),
                        List.of(accepted, rejected),
                        List.of())))
                .containsExactly("/lines/0/quantity/value: RULE_VIOLATED the quantity is 0, not more than zero");
    }

    @Test
    void letsOneOrderLineStandInSeveralPackages() {
        var one = new DespatchAdvice.Package("1", "", Optional.empty(), List.of(shipped(1, "1"), shipped(2, "1")));
        var other = new DespatchAdvice.Package("2", "", Optional.empty(), List.of(shipped(1, "1"), shipped(1, "-1")));

        assertThat(check(despatchAdvice(one, other)))
                .containsExactly(
                        "/packages/1/lines/1/lineNumber: RULE_VIOLATED line number 1 is taken by /packages/1/lines/0",
                        "/packages/1/lines/1/quantity/value: RULE_VIOLATED the quantity is -1, not more than zero");
        assertThat(check(despatchAdvice()))
                .containsExactly("/packages: RULE_VIOLATED the despatch advice has no packages");
    }

    @Test
    void letsStockBeNothingButNotLess() {
        var none = new InventoryReport.Line(1, LAMP, quantity("0"), Optional.empty(), Optional.empty(), "");
        var less = new InventoryReport.Line(2, LAMP, quantity("-1"), Optional.empty(), Optional.empty(), "");

        assertThat(check(new InventoryReport(
                        "S-1", "acme", DAY, PARTY, Optional.empty(), List.of(), List.of(none, less), List.of())))
                .containsExactly("/lines/1/quantity/value: RULE_VIOLATED the quantity is -1, less than zero");
    }

    // --- invoices ---

    @Test
    void acceptsAnInvoiceThatAddsUp() {
        assertThat(check(invoice("178.00", "16.47", "194.47"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    178.01 | 16.47 | 194.48 | /netAmount: TOTAL_MISMATCH the amount is 178.01, but the lines add up to 178.00
                    178.00 | 16.50 | 194.50 | /taxAmount: TOTAL_MISMATCH the amount is 16.50, but the taxes add up to 16.47
                    178.00 | 16.47 | 194.00 | /payableAmount: TOTAL_MISMATCH the amount is 194.00, but net and tax add up to 194.47
                    """)
    void findsTheTotalThatDoesNotAddUp(String net, String tax, String payable, String finding) {
        assertThat(check(invoice(net, tax, payable))).containsExactly(finding);
    }

    @Test
    void findsTheLineAndTheTaxThatDoNotAddUp() {
        var line = charged("3", "0.333", "0.99");
        var tax = new Tax("", amount("20"), amount("0.99"), amount("0.25"));

        assertThat(check(invoice(List.of(line), List.of(tax), "0.99", "0.25", "1.24")))
                .containsExactly(
                        "/lines/0/netAmount: TOTAL_MISMATCH the amount is 0.99, but quantity times unit price is 1.00",
                        "/taxes/0/amount: TOTAL_MISMATCH the amount is 0.25, but 20 % of 0.99 is 0.20");
    }

    private static List<String> check(Document document) {
        return Rules.check(document, ACME).stream().map(Object::toString).toList();
    }

    private static Order order(String number, Currency currency, Order.Line... lines) {
        return new Order(
                number,
                "acme",
                DAY,
                currency,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PARTY,
                PARTY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                "",
                "",
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(lines),
                List.of());
    }

    private static Order.Line line(int number, Item item, String quantity, String unitPrice) {
        return new Order.Line(
                number,
                item,
                quantity(quantity),
                Optional.of(amount(unitPrice)),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of());
    }

    private static OrderResponse.Line responseLine(int number, String quantity, LineStatus status) {
        return new OrderResponse.Line(
                number,
                LAMP,
                quantity(quantity),
                Optional.of(amount("1")),
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private static DespatchAdvice despatchAdvice(DespatchAdvice.Package... packages) {
        return new DespatchAdvice(
                "D-1",
                "acme",
                DAY,
                "PO-1",
                Optional.of(DAY),
                DAY,
                Optional.empty(),
                new DespatchAdvice.Carrier("", "", "", ""),
                Optional.empty(),
                PARTY,
                PARTY,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(packages),
                List.of(),
                List.of());
    }

    private static DespatchAdvice.Line shipped(int number, String quantity) {
        return new DespatchAdvice.Line(
                number, LAMP, quantity(quantity), Optional.empty(), "", Optional.empty(), List.of());
    }

    private static Invoice invoice(String net, String tax, String payable) {
        var line = charged("2", "89.00", "178.00");
        var taxes = new Tax("", amount("9.25"), amount("178.00"), amount("16.47"));
        return invoice(List.of(line), List.of(taxes), net, tax, payable);
    }

    private static Invoice invoice(List<Invoice.Line> lines, List<Tax> taxes, String net, String tax, String payable) {
        return new Invoice(
                "I-1",
                "acme",
                DAY,
                "PO-1",
                Optional.of(DAY),
                "",
                Optional.empty(),
                "",
                USD,
                Optional.empty(),
                Optional.empty(),
                "",
                PARTY,
                PARTY,
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                List.of(),
                lines,
                taxes,
                amount(net),
                amount(tax),
                amount(payable),
                List.of());
    }

    private static Invoice.Line charged(String quantity, String unitPrice, String netAmount) {
        return new Invoice.Line(
                1,
                Optional.empty(),
                LAMP,
                quantity(quantity),
                amount(unitPrice),
                Optional.empty(),
                List.of(),
                "",
                Optional.empty(),
                amount(netAmount));
    }

    private static Quantity quantity(String value) {
        return new Quantity(amount(value), "EA");
    }

    private static BigDecimal amount(String value) {
        return new BigDecimal(value);
    }
}

package relais.flow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import relais.document.Document;
import relais.document.DocumentType;
import relais.document.Invoice;
import relais.document.Item;
import relais.document.Party;
import relais.document.Quantity;
import relais.document.Reference;
import relais.document.RemittanceAdvice;
import relais.document.RemittanceAdvice.Adjustment;
import relais.document.RemittanceAdvice.Kind;
import relais.document.Tax;
import relais.ledger.Statement;
import relais.partner.Channel.Direction;
import relais.partner.Partner;
import relais.partner.Terms;

/**
 * What a partner is sent when a statement paid it out: the invoice for its commission, which the brand writes in its place
 * (self-billing), and what is transferred for it. Only documents that were agreed with it. Pure.
 */
final class SettlementDocuments {

    /** X12 element 426: mutually defined. */
    private static final String WITHHELD = "ZZ";

    private static final String GLN = "gln";

    private final Partner brand;

    SettlementDocuments(Partner brand) {
        this.brand = brand;
    }

    /** The invoice first. */
    List<Document> of(Statement statement, Partner partner) {
        return List.<Document>of(invoice(statement, partner), remittance(statement, partner)).stream()
                .filter(document -> isAgreed(document.type(), partner))
                .toList();
    }

    private static boolean isAgreed(DocumentType type, Partner partner) {
        return partner.documents().stream()
                .anyMatch(agreed -> agreed.document() == type && agreed.direction() == Direction.OUT);
    }

    private Invoice invoice(Statement statement, Partner partner) {
        var due = statement.money(statement.due()).amount();
        var tax = statement.money(statement.tax()).amount();
        var rate = taxPercent(statement, partner);
        var line = new Invoice.Line(
                1,
                Optional.empty(),
                new Item(
                        "",
                        "COMMISSION",
                        "",
                        "Commission payable from " + statement.from() + " to " + statement.to(),
                        List.of()),
                new Quantity(BigDecimal.ONE, "EA"),
                due,
                Optional.empty(),
                List.of(),
                category(rate),
                Optional.of(rate),
                due);
        return new Invoice(
                number("SB", statement),
                partner.id(),
                statement.to(),
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                statement.currency(),
                Optional.empty(),
                Optional.empty(),
                "",
                party(brand),
                party(partner),
                Optional.empty(),
                "Self-billed by " + brand.name() + " for statement " + statement.number(),
                List.of(),
                List.of(),
                List.of(),
                List.of(line),
                List.of(new Tax(category(rate), rate, due, tax)),
                due,
                tax,
                due.add(tax),
                List.of());
    }

    private RemittanceAdvice remittance(Statement statement, Partner partner) {
        var withheld = statement.money(statement.withheld()).amount();
        var paid = statement.money(statement.paid()).amount();
        var line = new RemittanceAdvice.Line(
                1,
                Kind.INVOICE,
                number("SB", statement),
                Optional.of(statement.to()),
                Optional.of(paid.add(withheld)),
                Optional.empty(),
                withheld.signum() == 0 ? List.of() : List.of(new Adjustment(WITHHELD, withheld.negate())),
                paid);
        return new RemittanceAdvice(
                number("PAY", statement),
                partner.id(),
                statement.to(),
                statement.currency(),
                statement.to(),
                RemittanceAdvice.Method.CREDIT_TRANSFER,
                paid,
                party(brand),
                party(partner),
                List.<Reference>of(),
                List.of(line),
                List.of());
    }

    /** After the entry that settles it: unique, and short enough for every standard. */
    private static String number(String kind, Statement statement) {
        return kind + "-" + statement.seq();
    }

    private static BigDecimal taxPercent(Statement statement, Partner partner) {
        return partner.terms().stream()
                .filter(terms -> !terms.from().isAfter(statement.to()))
                .reduce((earlier, later) -> later)
                .map(Terms::settlement)
                .map(settlement -> BigDecimal.valueOf(settlement.taxPpm(), 4).stripTrailingZeros())
                .map(rate -> rate.scale() < 0 ? rate.setScale(0) : rate)
                .orElse(BigDecimal.ZERO);
    }

    /** UNTDID 5305: standard rate, or outside the scope of tax. */
    private static String category(BigDecimal rate) {
        return rate.signum() > 0 ? "S" : "O";
    }

    private static Party party(Partner partner) {
        var gln = partner.identifiers().stream()
                .filter(identifier -> identifier.standard().equals(GLN))
                .findFirst()
                .map(identifier -> identifier.id())
                .orElse("");
        return new Party(partner.id(), gln, partner.name(), "", Optional.empty(), Optional.empty());
    }
}
